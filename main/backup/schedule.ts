import type { Clock } from '../clock.ts';
import { dayOf } from './keep.ts';

/** A start is busy enough; and whoever opens the app for a moment is not kept from closing it. */
const FIRST_MS = 5 * 60_000;
const EVERY_MS = 60 * 60_000;

/**
 * Has a backup made once a day, at some quiet moment after the start, and tried again every hour until it succeeds.
 *
 * @param newest when the newest one was made (ISO), or null
 * @returns ends it
 */
export function everyDay(
  clock: Pick<Clock, 'now' | 'after'>,
  newest: () => Promise<string | null>,
  make: () => Promise<void>,
): () => void {
  let stopped = false;
  const look = async () => {
    const last = await newest();
    // Another day, be it an earlier one: a clock may have been put back.
    const isDue = last === null || dayOf(last) !== dayOf(clock.now().toISOString());
    if (isDue && !stopped) await make();
    if (!stopped) cancel = clock.after(EVERY_MS, () => void look());
  };
  let cancel = clock.after(FIRST_MS, () => void look());
  return () => {
    stopped = true;
    cancel();
  };
}
