import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as nextTurn } from 'node:timers/promises';

/** How often the monitor looks; a stall is known to a millisecond. */
const RESOLUTION_MS = 1;

/** The longest time for which the event loop stood still while `work` ran, in milliseconds. */
export async function worstStall<T>(work: () => Promise<T>): Promise<{ stallMs: number; value: T }> {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  monitor.enable();
  await new Promise((resolve) => setTimeout(resolve, 5)); // its first look
  monitor.reset();
  const value = await work();
  await nextTurn();
  await new Promise((resolve) => setTimeout(resolve, 2)); // its last look
  monitor.disable();
  return { stallMs: Math.max(0, monitor.max / 1e6 - RESOLUTION_MS), value };
}
