import { expect, test } from 'vitest';
import {
  type CommentHit,
  cursorIndex,
  hitKey,
  hitsOf,
  type PostHit,
  textOf,
} from '../../../../renderer/features/search/hits.ts';

const common = { siteId: 's', snippet: [], language: 'bg', date: '2026-11-01T00:00:00Z', timeZone: null };
const post = (id: string): PostHit => ({ ...common, id, title: [], status: 'publish' });
const comment = (id: string): CommentHit => ({
  ...{
    ...common,
    id,
    author: [],
    isBlogUser: false,
    number: null,
    postTitle: '',
    links: 0,
    status: 'approved',
  },
});
const keys = (...pages: Parameters<typeof hitsOf>[0]) => hitsOf(pages).map(hitKey);

test('posts stand before comments, in the order of their pages', () => {
  const first = { posts: [post('1'), post('2')], comments: [comment('a')] };
  expect(keys(first, { posts: [], comments: [comment('b')] })).toEqual([
    'post 1',
    'post 2',
    'comment a',
    'comment b',
  ]);
});

test('what moved from one page to the next is shown once', () => {
  const pages = [
    ['a', 'b'],
    ['b', 'c'],
  ].map((ids) => ({ posts: [], comments: ids.map(comment) }));
  expect(keys(...pages)).toEqual(['comment a', 'comment b', 'comment c']);
});

test('a post and a comment of one id are two hits', () => {
  expect(keys({ posts: [post('1')], comments: [comment('1')] })).toEqual(['post 1', 'comment 1']);
});

test('the cursor stays with its hit, and begins anew where that is gone', () => {
  const hits = hitsOf([{ posts: [post('1')], comments: [comment('a'), comment('b')] }]);
  expect([null, 'comment b', 'comment x'].map((cursor) => cursorIndex(hits, cursor))).toEqual([0, 2, 0]);
  expect(cursorIndex([], 'comment b')).toBe(-1);
});

test('the text of a piece is all its segments', () => {
  expect(
    textOf([
      { text: 'За ', marked: false },
      { text: 'влак', marked: true },
    ]),
  ).toBe('За влак');
});
