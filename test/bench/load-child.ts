// A process that opens a library, or reads and parses the same records from one file, and says what that cost.
// Arguments: `load` and the library's folder, or `parse` and the file.
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { realFiles } from '../../main/library/durable-file.ts';
import { openLibrary } from '../../main/library/library.ts';
import { must } from '../support/must.ts';
import { noBugs } from '../support/no-bugs.ts';
import { worstStall } from './stall.ts';

/** What such a process says, in milliseconds and bytes. */
export interface Cost {
  /** Until counts and the first page can be shown; only of `load`. */
  firstMs: number;
  totalMs: number;
  /** What of these the processor spent on the main thread; the rest is waiting, also for other processes. */
  firstCpuMs: number;
  totalCpuMs: number;
  stallMs: number;
  /** Most memory that the process ever held. */
  peakBytes: number;
  /** Memory before anything was read: Node and the program. */
  startBytes: number;
}

/** The most memory so far. What `getrusage` says on Linux may be the parent's, from before `exec`. */
function peak(): number {
  if (process.platform !== 'linux') return process.resourceUsage().maxRSS * 1024;
  return 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1]);
}

const [mode, file = ''] = process.argv.slice(2);
const startBytes = peak();

/** Milliseconds since, on the clock and of the main thread's work. */
function stopwatch(): () => { ms: number; cpuMs: number } {
  const begin = performance.now();
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return { ms: performance.now() - begin, cpuMs: (user + system) / 1000 };
  };
}

let first = { ms: 0, cpuMs: 0 };
let total = first;

async function load(taken: ReturnType<typeof stopwatch>): Promise<() => Promise<void>> {
  const library = must(await openLibrary(file, realFiles, noBugs));
  const [, page] = await Promise.all([
    library.counts('comments', null),
    library.commentPage({ siteId: null, statuses: ['pending'], order: 'oldest', offset: 0, limit: 50 }),
  ]);
  first = taken();
  if (page.comments.length !== 50) throw new Error('There is no first page');
  must(await library.loaded);
  return () => library.close();
}

async function parse(): Promise<() => Promise<void>> {
  const read: unknown = JSON.parse(await readFile(file, 'utf8'));
  return async () => {
    if (typeof read !== 'object') throw new Error('Nothing was read'); // until here it is held
  };
}

const { stallMs, value: end } = await worstStall(async () => {
  const taken = stopwatch();
  const read = await (mode === 'load' ? load(taken) : parse());
  total = taken();
  return read;
});
const peakBytes = peak();
await end();
const cost: Cost = {
  ...{ firstMs: first.ms, firstCpuMs: first.cpuMs, totalMs: total.ms, totalCpuMs: total.cpuMs },
  ...{ stallMs, peakBytes, startBytes },
};
process.stdout.write(JSON.stringify(cost));
