/** Time and chance, injected so that tests own them. */
export interface Clock {
  now(): Date;
  /** Calls `action` once after `ms` milliseconds; the answer cancels it. */
  after(ms: number, action: () => void): () => void;
  /** 0 ≤ random < 1. */
  random(): number;
  /** A new id, unique everywhere. */
  createId(): string;
}

export const systemClock: Clock = {
  now: () => new Date(),
  after: (ms, action) => {
    const timer = setTimeout(action, ms);
    return () => clearTimeout(timer);
  },
  random: Math.random,
  createId: () => crypto.randomUUID(),
};
