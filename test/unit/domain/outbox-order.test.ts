import { expect, test } from 'vitest';
import type { Operation } from '../../../main/domain/operation.ts';
import {
  goesFirst,
  isSuperseded,
  nextDueTime,
  nextOperation,
  pauseAfter,
} from '../../../main/domain/outbox-order.ts';
import { aReply } from '../../support/builders.ts';

const now = '2026-11-10T10:00:00.000Z';
const later = '2026-11-10T10:00:05.000Z';

const operation = (sequence: number, commentId: string, over: Partial<Operation> = {}): Operation => ({
  id: `op-${sequence}`,
  siteId: 'site-1',
  sequence,
  task: { kind: 'set-comment-status', commentId, status: 'approved' },
  state: 'queued',
  attempts: 0,
  lastError: null,
  notBefore: null,
  createdAt: now,
  endedAt: null,
  ...over,
});

test.each<[string, Operation[], string | null]>([
  ['nothing waits', [], null],
  ['the oldest goes first', [operation(2, 'b'), operation(1, 'a')], 'op-1'],
  [
    'one that is due later lets others pass',
    [operation(1, 'a', { notBefore: later }), operation(2, 'b')],
    'op-2',
  ],
  ['but not on the same target', [operation(1, 'a', { notBefore: later }), operation(2, 'a')], null],
  ['one being sent holds its target', [operation(1, 'a', { state: 'sending' }), operation(2, 'a')], null],
  ['a failed one holds nobody', [operation(1, 'a', { state: 'failed' }), operation(2, 'a')], 'op-2'],
  ['done and cancelled are past', [operation(1, 'a', { state: 'done' }), operation(2, 'a')], 'op-2'],
  ['an unconfirmed one is asked about', [operation(1, 'a', { state: 'sent-unconfirmed' })], 'op-1'],
  ['a time that has come', [operation(1, 'a', { notBefore: now })], 'op-1'],
  [
    'a time that only a clock two years ahead can have set',
    [operation(1, 'a', { notBefore: '2028-11-10T10:00:05.000Z' })],
    'op-1',
  ],
])('%s', (_name, operations, expected) => {
  expect(nextOperation(operations, now)?.id ?? null).toBe(expected);
});

test('operations on one target name the one before them, those that ended hold nobody', () => {
  const operations = [
    operation(4, 'site-1/7'),
    operation(1, 'site-1/7'),
    operation(2, 'site-1/8'),
    operation(3, 'site-1/7', { state: 'failed' }),
    operation(5, 'site-1/7'),
    operation(6, 'site-1/8', { state: 'cancelled' }),
    operation(7, 'site-1/8'),
  ];
  expect([...goesFirst(operations)]).toEqual([
    ['op-4', 'op-1'],
    ['op-5', 'op-4'],
    ['op-7', 'op-2'],
  ]);
});

test('what is being sent goes first, as the queue has it', () => {
  const operations = [operation(1, 'site-1/7', { state: 'sending' }), operation(2, 'site-1/7')];
  expect(goesFirst(operations).get('op-2')).toBe('op-1');
  expect(nextOperation(operations, later)).toBeNull();
});

test.each([
  [true, 'op-1', null],
  [false, undefined, 'op-2'],
])(
  'what was decided about a reply that failed goes after it if it may stand on the site: %s',
  (unconfirmed, before, next) => {
    const failed = operation(1, '', { task: aReply(), state: 'failed', unconfirmed });
    const operations = [failed, operation(2, 'local/1')];
    expect(goesFirst(operations).get('op-2')).toBe(before);
    expect(nextOperation(operations, now)?.id ?? null).toBe(next);
  },
);

test('a reply does not wait for the decision on the comment that it answers', () => {
  expect(goesFirst([operation(1, 'site-1/7'), operation(2, '', { task: aReply() })]).size).toBe(0);
});

test('the next due time is the earliest of those that wait', () => {
  expect(nextDueTime([operation(1, 'a', { notBefore: later }), operation(2, 'b', { state: 'failed' })])).toBe(
    later,
  );
  expect(nextDueTime([operation(1, 'a', { state: 'done', notBefore: later })])).toBeNull();
});

test('what has to wait for another one is not due before it, though its own time is past', () => {
  const first = operation(1, 'a', { notBefore: later });
  expect(nextDueTime([first, operation(2, 'a', { notBefore: now })])).toBe(later);
  expect(
    nextDueTime([operation(1, 'a', { state: 'sending' }), operation(2, 'a', { notBefore: now })]),
  ).toBeNull();
});

test('pauses double up to a minute and never leave their bounds', () => {
  expect([1, 2, 3, 4, 5, 6, 20].map((attempt) => pauseAfter(attempt, 1))).toEqual([
    2000, 4000, 8000, 16_000, 32_000, 60_000, 60_000,
  ]);
  expect(pauseAfter(1, 0)).toBe(1600);
});

test.each<[string, Operation, Operation[], boolean]>([
  ['a later decision on the same comment overtakes it', operation(1, 'a'), [operation(2, 'a')], true],
  ['one on another comment does not', operation(1, 'a'), [operation(2, 'b')], false],
  ['an earlier one does not', operation(2, 'a'), [operation(1, 'a')], false],
  ['what may have left is never dropped', operation(1, 'a', { attempts: 1 }), [operation(2, 'a')], false],
  [
    'a later one that was cancelled does not count',
    operation(1, 'a'),
    [operation(2, 'a', { state: 'cancelled' })],
    false,
  ],
])('superseded: %s', (_name, own, others, expected) => {
  expect(isSuperseded(own, [own, ...others])).toBe(expected);
});
