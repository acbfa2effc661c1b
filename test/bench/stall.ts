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

/**
 * The longest that this thread worked, in milliseconds, before anybody else had a turn while `work` ran: what a stall
 * would be on a machine that has nothing else to do. Not in it is waiting for the disk in the middle of a turn.
 */
export async function longestSlice<T>(work: () => Promise<T>): Promise<{ sliceMs: number; value: T }> {
  let longest = 0;
  let before = process.threadCpuUsage();
  const look = () => {
    const { user, system } = process.threadCpuUsage(before);
    longest = Math.max(longest, (user + system) / 1000);
    before = process.threadCpuUsage();
  };
  const looking = setInterval(look, RESOLUTION_MS);
  const value = await work();
  look();
  clearInterval(looking);
  return { sliceMs: longest, value };
}
