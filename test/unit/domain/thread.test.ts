import { expect, test } from 'vitest';
import { numberThread } from '../../../main/domain/thread.ts';
import { aComment } from '../../support/builders.ts';

const at = (id: number, dateGmt: string, over = {}) =>
  aComment({ id: `site-1/${id}`, remoteId: id, dateGmt, status: 'approved', ...over });

const numbers = (comments: ReturnType<typeof at>[]) => Object.fromEntries(numberThread(comments));

test('numbers are positions among approved comments by date, then id', () => {
  const thread = [
    at(9, '2026-01-02T10:00:00Z'),
    at(4, '2026-01-03T10:00:00Z'),
    at(3, '2026-01-02T10:00:00Z'),
    at(1, '2026-01-05T10:00:00Z'),
  ];
  expect(numbers(thread)).toEqual({ 'site-1/3': 1, 'site-1/9': 2, 'site-1/4': 3, 'site-1/1': 4 });
});

test('pings, spam, trash and unsent replies have no number and take none', () => {
  const thread = [
    at(1, '2026-01-01T10:00:00Z'),
    at(2, '2026-01-02T10:00:00Z', { type: 'pingback' }),
    at(3, '2026-01-03T10:00:00Z', { status: 'spam' }),
    at(4, '2026-01-04T10:00:00Z', { status: 'trash' }),
    at(5, '2026-01-05T10:00:00Z'),
    at(6, '2026-01-06T10:00:00Z', { remoteId: null }),
  ];
  expect(numbers(thread)).toEqual({ 'site-1/1': 1, 'site-1/5': 2 });
});

test('a pending comment shows the number it will have, and shifts nobody', () => {
  const thread = [
    at(1, '2026-01-01T10:00:00Z'),
    at(2, '2026-01-02T10:00:00Z', { status: 'pending' }),
    at(3, '2026-01-03T10:00:00Z', { status: 'pending' }),
    at(4, '2026-01-04T10:00:00Z'),
  ];
  expect(numbers(thread)).toEqual({ 'site-1/1': 1, 'site-1/2': 2, 'site-1/3': 2, 'site-1/4': 2 });
});
