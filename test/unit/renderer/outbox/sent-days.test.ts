import { expect, test } from 'vitest';
import { bySendingDay } from '../../../../renderer/features/outbox/sent-days.ts';

/** A moment by the clock of this computer, whatever its zone. */
const at = (day: number, hours: number, minutes: number) => new Date(2026, 10, day, hours, minutes);
const sent = (id: string, when: Date) => ({ id, endedAt: when.toISOString() });
const ids = (rows: readonly { id: string }[]) => rows.map(({ id }) => id).join('');

test('after midnight what was sent before it is yesterday’s', () => {
  const rows = [sent('a', at(18, 0, 2)), sent('b', at(17, 23, 58)), sent('c', at(17, 9, 0))];
  const after = bySendingDay(rows, at(18, 0, 5).getTime());
  expect([ids(after.today), ids(after.yesterday)]).toEqual(['a', 'bc']);
  const before = bySendingDay(rows.slice(1), at(17, 23, 59).getTime());
  expect([ids(before.today), ids(before.yesterday)]).toEqual(['bc', '']);
});
