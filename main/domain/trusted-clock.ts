import { z } from 'zod';

/** What is known of the computer's clock: one record, `main`. */
export const clockReadingSchema = z.object({
  id: z.literal('main'),
  /** The newest time that is believed (ISO). */
  seenAt: z.string(),
  /** A time far ahead of it that the clock showed at a start; null if it showed none. */
  doubtedAt: z.string().nullable(),
});

export type ClockReading = z.infer<typeof clockReadingSchema>;

const DAY = 24 * 3_600_000;
/** How far the clock may be ahead of what was believed last and is still taken at its word. */
const BELIEVED_AHEAD = 2 * DAY;

const after = (a: string, b: string): number => Date.parse(a) - Date.parse(b);
const reading = (seenAt: string, doubtedAt: string | null = null): ClockReading => ({
  id: 'main',
  seenAt,
  doubtedAt,
});

/**
 * The time to throw something away by. A clock that is suddenly years ahead is more often a dead battery than years
 * gone by, so until another day has confirmed it, no time counts as passed. One that was put back is believed: by an
 * earlier time less is thrown away.
 */
export const trustedTime = (known: ClockReading | undefined, now: string): string =>
  known && after(now, known.seenAt) > BELIEVED_AHEAD ? known.seenAt : now;

/** What is known of the clock once it has been read while the app runs; `known` itself if that is nothing new. */
export function readAgain(known: ClockReading | undefined, now: string): ClockReading {
  if (!known) return reading(now);
  const ahead = after(now, known.seenAt);
  return ahead >= DAY && ahead <= BELIEVED_AHEAD ? reading(now) : known;
}

/** What is known of the clock after a start of the app, which alone can confirm a doubted time: on a later day. */
export function readAtStart(known: ClockReading | undefined, now: string): ClockReading {
  if (!known || after(now, known.seenAt) <= BELIEVED_AHEAD) return reading(now);
  const { seenAt, doubtedAt } = known;
  if (doubtedAt === null || after(now, doubtedAt) < 0) return reading(seenAt, now);
  if (after(now, doubtedAt) < DAY) return known;
  return after(now, doubtedAt) <= BELIEVED_AHEAD ? reading(now) : reading(doubtedAt, now);
}
