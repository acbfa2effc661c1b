import type { OperationRow } from './outbox-words.ts';

/** What was sent within a day, by the day on this computer: the list reaches back past midnight. */
export function bySendingDay<Row extends Pick<OperationRow, 'endedAt'>>(
  sent: readonly Row[],
  now: number,
): { today: readonly Row[]; yesterday: readonly Row[] } {
  const today = new Date(now).toDateString();
  const isToday = ({ endedAt }: Row) => endedAt === null || new Date(endedAt).toDateString() === today;
  return { today: sent.filter(isToday), yesterday: sent.filter((row) => !isToday(row)) };
}
