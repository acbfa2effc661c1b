import type { Clock } from '../../main/clock.ts';

export interface ManualClock extends Clock {
  /** Lets time pass; what was due meanwhile has been called, in order, each at its own time. */
  advance(ms: number): void;
  /** Puts the clock to another time without letting time pass, as a person or a time server does. */
  set(iso: string): void;
  /** How many calls are waiting for their time. */
  readonly pending: number;
}

/** A clock that stands still until a test moves it. Ids are `id-1`, `id-2`…; chance is always `random`. */
export function manualClock(start = '2026-11-10T10:00:00.000Z', random = 0): ManualClock {
  let now = Date.parse(start);
  let elapsed = 0;
  let ids = 0;
  const waiting = new Set<{ at: number; action: () => void }>();
  return {
    now: () => new Date(now),
    random: () => random,
    createId: () => `id-${++ids}`,
    after(ms, action) {
      const entry = { at: elapsed + ms, action };
      waiting.add(entry);
      return () => waiting.delete(entry);
    },
    advance(ms) {
      const end = elapsed + ms;
      for (;;) {
        const next = [...waiting].sort((a, b) => a.at - b.at)[0];
        if (!next || next.at > end) break;
        waiting.delete(next);
        now += next.at - elapsed;
        elapsed = next.at;
        next.action();
      }
      now += end - elapsed;
      elapsed = end;
    },
    set(iso) {
      now = Date.parse(iso);
    },
    get pending() {
      return waiting.size;
    },
  };
}
