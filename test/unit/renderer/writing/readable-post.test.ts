import { describe, expect, it } from 'vitest';
import { hasFilteredHtml, readableHtml } from '../../../../renderer/features/writing/readable-post.ts';

describe('what readers get from the source of a post', () => {
  it('block comments go, blocks stay as they are', () => {
    expect(readableHtml('<!-- wp:paragraph {"a":1} -->\n<p>Текст</p>\n<!-- /wp:paragraph -->')).toBe(
      '\n<p>Текст</p>\n',
    );
  });

  it('a classic post gets paragraphs from blank lines and breaks from line ends', () => {
    expect(readableHtml('Първи ред\nвтори ред\n\n\nДруг <em>абзац</em>')).toBe(
      '<p>Първи ред<br>втори ред</p>\n<p>Друг <em>абзац</em></p>',
    );
    expect(readableHtml('a\r\n\r\nb')).toBe('<p>a</p>\n<p>b</p>');
  });

  it('puts no paragraph around what stands by itself', () => {
    expect(readableHtml('<h2>Заглавие</h2>\n\n<ul>\n<li>а</li>\n</ul>\n\nтекст')).toBe(
      '<h2>Заглавие</h2>\n<ul>\n<li>а</li>\n</ul>\n<p>текст</p>',
    );
  });

  it('drops comments of a classic post, such as the "more" mark', () => {
    expect(readableHtml('а\n\n<!--more-->\n\nб')).toBe('<p>а</p>\n<p>б</p>');
  });
});

describe('HTML that a filtering site would take out', () => {
  it.each(['<iframe src="x"></iframe>', '<script>', '<p onclick="x()">', '<FORM>', '<svg>'])('%s', (html) => {
    expect(hasFilteredHtml(html)).toBe(true);
  });

  it.each(['<p class="a">iframe и script</p>', '<formula>', 'a on b = c', ''])('not %j', (html) => {
    expect(hasFilteredHtml(html)).toBe(false);
  });
});
