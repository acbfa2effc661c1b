import { describe, expect, it } from 'vitest';
import {
  markReaderLinks,
  renderComment,
  renderExcerpt,
  renderPost,
} from '../../../../main/practice-blog/text/render.ts';

describe('renderComment', () => {
  it('makes paragraphs and breaks of any kind of line end', () => {
    expect(renderComment('едно\r\nдве\r\n\r\n\r\nтри')).toBe('<p>едно<br />\nдве</p>\n<p>три</p>\n');
  });

  it('keeps a quote out of paragraphs and puts one inside', () => {
    expect(renderComment('<blockquote>думи</blockquote>\nотговор')).toBe(
      '<blockquote><p>думи</p></blockquote>\n<p>отговор</p>\n',
    );
  });

  it.each([
    [':) ;) :D :P :-) :lol:', '🙂 😉 😀 😛 🙂 😆'],
    ['край :).', 'край 🙂.'],
    ['x:) (:) http://e.example/:)', 'x:) (:) '],
  ])('turns only smileys that stand alone: %j', (raw, seen) => {
    expect(renderComment(raw)).toContain(seen);
  });

  it('links addresses without the full stop after them, once', () => {
    const link = '<a href="https://gari.example/126" rel="nofollow ugc">https://gari.example/126</a>';
    expect(renderComment('тук https://gari.example/126, и')).toBe(`<p>тук ${link}, и</p>\n`);
    expect(renderComment('www.gari.example')).toContain('href="http://www.gari.example"');
    const own = '<a href="https://gari.example">https://gari.example</a>';
    expect(renderComment(own)).toBe(`<p>${own}</p>\n`);
  });

  it('escapes bare ampersands only', () => {
    expect(renderComment('а & б &amp; &#8230;')).toBe('<p>а &#038; б &amp; &#8230;</p>\n');
  });
});

describe('markReaderLinks', () => {
  it('adds rel where there is none', () => {
    expect(markReaderLinks('<a href="x">y</a> <A HREF="z" >w</A>')).toBe(
      '<a href="x" rel="nofollow ugc">y</a> <A HREF="z" rel="nofollow ugc">w</A>',
    );
    expect(markReaderLinks('<a rel="me" href="x">y</a>')).toBe('<a rel="me" href="x">y</a>');
  });
});

describe('renderPost', () => {
  it('drops block comments, also those of unknown blocks, and nothing else', () => {
    const raw =
      '<!-- wp:paragraph -->\n<p>а</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:trail/gpx-map {"id":42} /-->';
    expect(renderPost(raw).trim()).toBe('<p>а</p>');
    expect(renderPost('<!-- wp:html --><!-- моя --><!-- /wp:html -->')).toContain('<!-- моя -->');
  });

  it('gives classic text its paragraphs and leaves lists alone', () => {
    expect(renderPost('ред\n\n<ul>\n\t<li>едно</li>\n</ul>')).toBe(
      '<p>ред</p>\n<ul>\n\t<li>едно</li>\n</ul>\n',
    );
  });
});

describe('renderExcerpt', () => {
  it('prints what was written, else the first 55 words', () => {
    expect(renderExcerpt('накратко', 'дълго')).toBe('<p>накратко</p>\n');
    const words = Array.from({ length: 60 }, (_, n) => `д${n}`);
    expect(renderExcerpt('', words.join(' '))).toBe(`<p>${words.slice(0, 55).join(' ')} [&hellip;]</p>\n`);
    expect(renderExcerpt('', '')).toBe('');
  });
});
