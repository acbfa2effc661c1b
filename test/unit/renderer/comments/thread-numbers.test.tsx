import { renderToStaticMarkup } from 'react-dom/server';
import { beforeEach, describe, expect, test } from 'vitest';
import type { Thread, ThreadComment } from '../../../../renderer/features/comments/desk-words.ts';
import { Folio } from '../../../../renderer/features/comments/Folio.tsx';
import { MarginNumber, useCommentName } from '../../../../renderer/features/comments/MarginNumber.tsx';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';
import { aThreadComment } from './a-thread-comment.ts';

beforeEach(() => setupLanguage('en'));

const approved = aThreadComment('7');
const pending = aThreadComment('8', { number: null, numberIfApproved: 7, status: 'pending' });
const ping = aThreadComment('9', { number: null, type: 'trackback' });
const spam = aThreadComment('10', { number: null, status: 'spam' });
const unsent = aThreadComment('11', { number: null, unsent: true });

const margin = (comment: ThreadComment, current: boolean) =>
  renderToStaticMarkup(<MarginNumber comment={comment} current={current} />);

function Name({ comment, current }: { comment: ThreadComment; current: boolean }) {
  return useCommentName(comment, current);
}
const nameOf = (comment: ThreadComment, current: boolean) =>
  renderToStaticMarkup(<Name comment={comment} current={current} />);

describe('the margin', () => {
  test('shows the number that readers see', () => {
    expect(margin(approved, false)).toBe('<div class="no">7</div>');
    expect(nameOf(approved, true)).toBe('#7 7');
  });

  test('marks the number that a pending comment gets, on the one that is decided on alone', () => {
    expect(margin(pending, true)).toBe(
      '<div class="no if-approved" title="Readers do not see it yet. If it is approved now, its number is 7">(7)</div>',
    );
    expect(nameOf(pending, true)).toBe('8, #7 if approved');
    expect(margin(pending, false)).toContain('>–<');
    expect(nameOf(pending, false)).toBe('8');
  });

  test.each([
    [pending, 'Readers do not see it, so it has no number'],
    [spam, 'Readers do not see it, so it has no number'],
    [ping, 'Pings have no number'],
    [unsent, 'Gets its number from the site'],
  ])('says why there is no number', (comment, why) => {
    expect(margin(comment, false)).toBe(`<div class="no" title="${why}">–</div>`);
  });

  test('says it in Bulgarian, too', () => {
    setupLanguage('bg');
    expect(margin(pending, true)).toContain('Ако се одобри сега, ще е №7');
    expect(nameOf(pending, true)).toBe('8, №7 след одобрение');
    expect(nameOf(approved, false)).toBe('№7 7');
  });
});

describe('the head', () => {
  const head = (comments: ThreadComment[], over: Partial<Thread> = {}) => {
    const thread: Thread = {
      ...{ siteId: 'site-1', postTitle: 'Кафе', postLanguage: 'bg', postLink: '', postId: null },
      ...{ timeZone: 'Europe/Sofia', siteLanguage: 'bg-BG', comments, ...over },
    };
    return renderToStaticMarkup(<Folio thread={thread} />);
  };

  test('counts everything that the thread shows, and tells how much of it is numbered', () => {
    expect(head([approved, pending, ping, unsent])).toContain(
      '<span class="how-many" title="1 of them has a number on the blog">4 comments</span>',
    );
  });

  test.each([
    ['en', 'The post is not here', 'Untitled'],
    ['bg', 'Публикацията не е тук', 'Без заглавие'],
  ] as const)('does not say of a post that is gone that it has no title (%s)', (language, gone, untitled) => {
    setupLanguage(language);
    expect(head([approved], { postTitle: '' })).toContain(`<h2 class="cut">${gone}</h2>`);
    expect(head([approved], { postTitle: ' ', postId: 'post-1' })).toContain(`>${untitled}</h2>`);
    expect(head([approved], { postId: 'post-1' })).toContain('<h2 class="cut" lang="bg">Кафе</h2>');
  });

  test('needs no tip where everything is numbered', () => {
    expect(head([approved, aThreadComment('12')])).toContain('<span class="how-many">2 comments</span>');
  });
});
