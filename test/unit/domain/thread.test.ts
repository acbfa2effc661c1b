import { expect, test } from 'vitest';
import { numberThread } from '../../../main/domain/thread.ts';
import { aComment } from '../../support/builders.ts';
import { fc, forAll } from '../../support/property.ts';

const at = (id: number, dateGmt: string, over = {}) =>
  aComment({ id: `site-1/${id}`, remoteId: id, dateGmt, status: 'approved', ...over });

const numbers = (comments: ReturnType<typeof at>[]) => Object.fromEntries(numberThread(comments).shown);

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

test('only what readers see has a number; a pending comment has the one that approving it alone would give', () => {
  const pending = { status: 'pending' };
  const thread = [
    at(1, '2026-01-01T10:00:00Z'),
    at(2, '2026-01-02T10:00:00Z', pending),
    at(3, '2026-01-03T10:00:00Z', pending),
    at(4, '2026-01-04T10:00:00Z'),
    at(5, '2026-01-05T10:00:00Z', { ...pending, type: 'pingback' }),
    at(6, '2026-01-06T10:00:00Z', { ...pending, remoteId: null }),
    at(7, '2026-01-07T10:00:00Z', pending),
  ];
  const { shown, ifApproved } = numberThread(thread);
  expect(Object.fromEntries(shown)).toEqual({ 'site-1/1': 1, 'site-1/4': 2 });
  expect(Object.fromEntries(ifApproved)).toEqual({ 'site-1/2': 2, 'site-1/3': 2, 'site-1/7': 3 });
});

test('in any thread numbers run without a gap, and each promise to a pending comment is kept', async () => {
  const comment = fc.record({
    status: fc.constantFrom('approved', 'pending', 'spam', 'trash'),
    type: fc.constantFrom('comment', 'comment', 'pingback'),
    unsent: fc.boolean(),
    day: fc.integer({ min: 10, max: 14 }),
  });
  await forAll(fc.array(comment, { maxLength: 14 }), (drawn) => {
    const thread = drawn.map(({ status, type, unsent, day }, index) =>
      at(index + 1, `2026-01-${day}T10:00:00Z`, { status, type, ...(unsent && { remoteId: null }) }),
    );
    const { shown, ifApproved } = numberThread(thread);
    expect([...shown.values()]).toEqual([...shown.keys()].map((_, index) => index + 1));
    for (const [id, promised] of ifApproved) {
      const approved = thread.map((one) => (one.id === id ? { ...one, status: 'approved' as const } : one));
      expect(numberThread(approved).shown.get(id)).toBe(promised);
    }
  });
});
