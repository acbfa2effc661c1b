import { expect, test } from 'vitest';
import type { ThreadComment } from '../../../../renderer/features/comments/desk-words.ts';
import { type Around, foldThread } from '../../../../renderer/features/comments/fold-thread.ts';

const comment = (id: string, more: Partial<ThreadComment> = {}): ThreadComment => ({
  id,
  number: Number(id),
  inReplyTo: null,
  author: { name: id, email: '', url: '', ip: '', agent: '', isBlogUser: false },
  type: 'comment',
  html: '',
  language: 'bg',
  status: 'approved',
  onItsWay: null,
  date: '2026-11-17T05:41:00Z',
  ...more,
});
const unsent = comment('99', { number: null, onItsWay: 'queued' });
const thread = Array.from({ length: 14 }, (_, index) => comment(String(index + 1)));

const seen = (comments: ThreadComment[], current: string, around: Around = 2) =>
  foldThread(comments, current, around).map((part) =>
    part.kind === 'fold' ? `${part.hidden} ${part.side}` : part.comment.id,
  );

test('shows two before and two after, and folds the rest', () => {
  expect(seen(thread, '11')).toEqual(['8 earlier', '9', '10', '11', '12', '13', '14']);
  expect(seen(thread, '4')).toEqual(['1', '2', '3', '4', '5', '6', '8 later']);
  expect(seen(thread, '7')).toEqual(['4 earlier', '5', '6', '7', '8', '9', '5 later']);
});

test('a narrow window has room for one', () => {
  expect(seen(thread, '11', 1)).toEqual(['9 earlier', '10', '11', '12', '2 later']);
});

test('our own unsent replies are always in sight', () => {
  expect(seen([...thread, unsent], '1')).toEqual(['1', '2', '3', '11 later', '99']);
});

test('the whole thread when open', () => {
  expect(seen(thread, '7', 'all')).toEqual(thread.map(({ id }) => id));
});

test('marks what stands where', () => {
  const places = foldThread(thread, '2', 2).map((part) => (part.kind === 'comment' ? part.place : part.side));
  expect(places).toEqual(['before', 'current', 'after', 'after', 'later']);
});

test('a comment alone, or one that is not in its thread, folds nothing', () => {
  expect(seen([comment('1')], '1')).toEqual(['1']);
  expect(seen(thread, 'gone')).toHaveLength(14);
});
