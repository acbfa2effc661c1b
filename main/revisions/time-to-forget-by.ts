import { type ClockReading, trustedTime } from '../domain/trusted-clock.ts';
import type { Transaction } from '../library/transaction.ts';

/**
 * The time by which something is thrown away in this transaction, see {@link trustedTime}; what the clock showed is noted.
 *
 * @param read what that says beside what was known: at a start, or while the app runs
 */
export function timeToForgetBy(
  tx: Transaction,
  now: string,
  read: (known: ClockReading | undefined, now: string) => ClockReading,
): string {
  const known = tx.get('clockReadings', 'main');
  const reading = read(known, now);
  if (reading !== known) tx.put('clockReadings', reading);
  return trustedTime(reading, now);
}
