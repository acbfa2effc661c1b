import { expect, test } from 'vitest';
import { withoutLeaving } from '../../../../renderer/features/comments/shown-rows.ts';

const rows = Array.from({ length: 250 }, (_, index) => ({ id: `c${index}` }));
/** Rows 100 to 199 of 250 have been read. */
const second = {
  total: 250,
  row: (index: number) => (index >= 100 && index < 200 ? rows[index] : undefined),
  read: [[100, 200]] as const,
};

test('shows the list as it was read when nothing leaves', () => {
  const shown = withoutLeaving(second, new Set());
  expect(shown.total).toBe(250);
  expect(shown.row(100)?.id).toBe('c100');
  expect(shown.row(99)).toBeUndefined();
  expect(shown.indexOf('c150')).toBe(150);
});

test('closes ranks where comments leave', () => {
  const shown = withoutLeaving(second, new Set(['c101', 'c103']));
  expect(shown.total).toBe(248);
  expect([100, 101, 102].map((index) => shown.row(index)?.id)).toEqual(['c100', 'c102', 'c104']);
  expect(shown.indexOf('c104')).toBe(102);
  expect(shown.indexOf('c103')).toBe(-1);
});

test('comments that are not in what was read change nothing', () => {
  const shown = withoutLeaving(second, new Set(['c5', 'elsewhere']));
  expect(shown.total).toBe(250);
  expect(shown.indexOf('c5')).toBe(-1);
});

test('parts that lie apart count together', () => {
  const apart = {
    total: 250,
    row: (index: number) => (index < 100 || index >= 200 ? rows[index] : undefined),
    read: [
      [0, 100],
      [200, 300],
    ] as const,
  };
  const shown = withoutLeaving(apart, new Set(['c3', 'c210']));
  expect(shown.total).toBe(248);
  expect(shown.indexOf('c211')).toBe(209);
  expect(shown.row(209)?.id).toBe('c211');
  expect(shown.row(150)).toBeUndefined();
});
