import { describe, expect, test } from 'vitest';
import { byDay, type RevisionRow } from '../../../../renderer/features/revisions/by-day.ts';
import { TICKS, ticksOf } from '../../../../renderer/features/revisions/ticks.ts';
import { toldApart, withNth } from '../../../../renderer/features/revisions/told-apart.ts';

const row = (at: string, words = 10, kind: RevisionRow['kind'] = 'edited'): RevisionRow => ({
  ...{ id: at, kind, at, words, changed: 1 },
  status: 'draft',
});

describe('versions by day', () => {
  test('stand together in the order they come in, with the words that each has more', () => {
    const rows = [
      row('2026-11-22T10:00:00Z', 40),
      row('2026-11-22T09:00:00Z', 50),
      row('2026-11-20T09:00:00Z', 50),
    ];
    const days = byDay(rows, (at) => at.slice(8, 10));
    expect(days.map(({ day, versions }) => [day, versions.map(({ more }) => more)])).toEqual([
      ['22', [-10, 0]],
      ['20', [null]],
    ]);
    expect(byDay([], String)).toEqual([]);
  });

  test('a day that comes again is another one: the order is never changed', () => {
    const rows = [row('a'), row('b'), row('c')];
    expect(byDay(rows, (at) => (at === 'b' ? '2' : '1')).map(({ day }) => day)).toEqual(['1', '2', '1']);
  });
});

test('versions of the same minute are told by seconds, of the same second by which came first', () => {
  const times = ['10:00:32.900', '10:00:32.100', '10:00:02.000', '09:59:59.000'];
  const rows = times.map((time) => row(`2026-11-22T${time}Z`));
  const told = toldApart(rows);
  expect(rows.map(({ id }) => told.get(id))).toEqual([
    { seconds: true, nth: 2 },
    { seconds: true, nth: 1 },
    { seconds: true, nth: null },
    { seconds: false, nth: null },
  ]);
  expect([withNth('10:00:32', 2), withNth('09:59', null)]).toEqual(['10:00:32 (2)', '09:59']);
});

describe('ticks', () => {
  const places = (rows: RevisionRow[]) => [...ticksOf(rows).matchAll(/M(\d+)/g)].map(([, x]) => Number(x));

  test('stand close together where versions do, and apart between days', () => {
    const rows = [
      row('2026-11-22T10:00:00Z'),
      row('2026-11-22T09:55:00Z'),
      row('2026-11-22T08:00:00Z'),
      row('2026-11-20T08:00:00Z'),
    ];
    expect(places(rows)).toEqual([69, 66, 61, 50]);
  });

  test('are higher for events', () => {
    const rows = [row('2026-11-22T10:00:00Z', 1, 'published'), row('2026-11-22T09:55:00Z')];
    expect(ticksOf(rows)).toBe('M69 11V3M66 11V5');
  });

  test('stop where there is no more room', () => {
    const rows = Array.from({ length: 500 }, () => row('2026-11-22T10:00:00Z'));
    expect(Math.min(...places(rows))).toBeGreaterThan(0);
    expect(Math.max(...places(rows))).toBeLessThan(TICKS.width);
    expect(ticksOf([])).toBe('');
  });
});
