import { type Clock, systemClock } from '../../main/clock.ts';

/** A real clock that runs `speed` times as fast, so that pauses of seconds pass in tests; order and proportion stay. */
export function hurriedClock(speed: number): Clock {
  const begin = Date.now();
  return {
    ...systemClock,
    now: () => new Date(begin + (Date.now() - begin) * speed),
    after: (ms, action) => systemClock.after(ms / speed, action),
  };
}
