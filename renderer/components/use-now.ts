import { useSyncExternalStore } from 'react';

/** One clock for the page: a minute is as fine as any date is shown. */
const period = 30_000;
const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | undefined;

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  timer ??= setInterval(tick, period);
  return () => {
    listeners.delete(listener);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

function tick(): void {
  now = Date.now();
  for (const listener of listeners) listener();
}

/** Nobody listened for a while: the stored time may be old. */
function current(): number {
  if (listeners.size === 0 && Date.now() - now > period) now = Date.now();
  return now;
}

const never = () => () => undefined;

/** The time in milliseconds, refreshed twice a minute while `live`; the time of the render otherwise. */
export function useNow(live: boolean): number {
  return useSyncExternalStore(live ? subscribe : never, current, current);
}
