/** Time and chance, injected so that tests own them. */
export interface Clock {
  now(): Date;
  /** Calls `action` once after `ms` milliseconds, or 24 days if that is sooner; the answer cancels it. */
  after(ms: number, action: () => void): () => void;
  /** 0 ≤ random < 1. */
  random(): number;
  /** A new id, unique everywhere. */
  createId(): string;
}

/** The longest that a timer can wait; asked for more, Node fires at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => new Date(),
  after: (ms, action) => {
    const timer = setTimeout(action, Math.min(ms, LONGEST_TIMER_MS));
    return () => clearTimeout(timer);
  },
  random: Math.random,
  createId: () => crypto.randomUUID(),
};
