import type { Revision, RevisionKind } from './revision.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const MONTH = 30 * DAY;
/** 1 January 1970 was a Thursday; weeks begin on Mondays. */
const MONDAY = 3 * DAY;

type Dated = Pick<Revision, 'id' | 'kind' | 'at'>;

/** Whether a revision stays for good: it marks an event, and no number of later ones stands for it. */
export const isProtected = (kind: RevisionKind): boolean => kind !== 'edited' && kind !== 'pulled';

/**
 * The revisions of one post that are to stay: each for an hour, then the last of each hour for a day, the last of each
 * day for a month, the last of each week for good. Protected ones always stay, and stand for no others.
 *
 * Hours, days and weeks are those of UTC, and one is thinned as a whole, once all of it is old enough. So it makes no
 * difference when and how often this was done before: the last of an hour that is left alone today is the one that
 * stands for its day tomorrow. What is dated after `now` stays.
 */
export function thin<R extends Dated>(revisions: readonly R[], now: string): R[] {
  const time = Date.parse(now);
  const spans = revisions.map((revision) => spanOf(revision, time));
  const last = new Map<string, R>();
  revisions.forEach((revision, index) => {
    const span = spans[index] ?? null;
    const other = span === null ? undefined : last.get(span);
    if (span !== null && (!other || isLater(revision, other))) last.set(span, revision);
  });
  return revisions.filter((revision, index) => {
    const span = spans[index] ?? null;
    return span === null || last.get(span) === revision;
  });
}

/** The hour, day or week of which only the last revision stays; null for one that stays anyway. */
function spanOf({ kind, at }: Dated, now: number): string | null {
  const time = Date.parse(at);
  if (isProtected(kind) || Number.isNaN(time) || Number.isNaN(now)) return null;
  const [hour, day, week] = [startOf(HOUR, time), startOf(DAY, time), startOf(WEEK, time + MONDAY) - MONDAY];
  if (now - (week + WEEK) >= MONTH) return `week ${week}`;
  if (now - (day + DAY) >= DAY) return `day ${day}`;
  if (now - (hour + HOUR) >= HOUR) return `hour ${hour}`;
  return null;
}

const startOf = (length: number, time: number): number => Math.floor(time / length) * length;

const isLater = (a: Dated, b: Dated): boolean => {
  const [first, second] = [Date.parse(a.at), Date.parse(b.at)];
  return first === second ? a.id > b.id : first > second;
};
