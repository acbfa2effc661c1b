import { expect, test } from 'vitest';
import { settleRow, stepRow } from '../../../../renderer/features/outbox/row-cursor.ts';

const ids = ['a', 'b', 'c'];

test('stays with its row, and at its place when the row goes', () => {
  expect(settleRow({ id: null, index: 0 }, ids)).toEqual({ id: 'a', index: 0 });
  expect(settleRow({ id: 'b', index: 1 }, ['x', 'a', 'b'])).toEqual({ id: 'b', index: 2 });
  expect(settleRow({ id: 'b', index: 1 }, ['a', 'c'])).toEqual({ id: 'c', index: 1 });
  expect(settleRow({ id: 'c', index: 2 }, ['a', 'b'])).toEqual({ id: 'b', index: 1 });
  expect(settleRow({ id: 'c', index: 2 }, [])).toEqual({ id: null, index: 0 });
});

test('returns the same object when nothing has to change', () => {
  for (const rows of [ids, ['b'], []]) {
    const once = settleRow({ id: 'b', index: 1 }, rows);
    expect(settleRow(once, rows)).toBe(once);
  }
});

test('steps within the rows', () => {
  expect(stepRow({ id: 'a', index: 0 }, ids, 1).id).toBe('b');
  expect(stepRow({ id: 'a', index: 0 }, ids, -1).id).toBe('a');
  expect(stepRow({ id: 'c', index: 2 }, ids, 1).id).toBe('c');
});
