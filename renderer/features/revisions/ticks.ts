import { isProtected } from '../../../main/domain/revision-thinning.ts';
import type { RevisionRow } from './by-day.ts';

/** Size of the picture, px. */
export const TICKS = { width: 76, height: 16 };

const DAY = 24 * 3_600_000;
const HOUR = DAY / 24;
/** Where the tick of the present version stands; the others stand to the left of it, each as wide as two pixels. */
const PRESENT = 74;

/**
 * The earlier versions as ticks on a line, as many as there is room for: close together where they were written close
 * together, higher where they mark an event. As the path of a drawing.
 *
 * @param rows newest first
 */
export function ticksOf(rows: readonly RevisionRow[]): string {
  let at = PRESENT;
  let after = rows[0] === undefined ? 0 : Date.parse(rows[0].at);
  const ticks: string[] = [];
  for (const { at: date, kind } of rows) {
    const time = Date.parse(date);
    at -= ticks.length === 0 ? 5 : gapOf(after - time);
    if (at < 1) break;
    ticks.push(`M${at} 11V${isProtected(kind) ? 3 : 5}`);
    after = time;
  }
  return ticks.join('');
}

function gapOf(time: number): number {
  if (time >= DAY) return 11;
  return time >= HOUR ? 5 : 3;
}
