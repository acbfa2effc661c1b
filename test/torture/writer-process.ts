import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { bundleProgram } from '../support/bundle-program.ts';
import type { Phase } from './phases.ts';
import type { Stop } from './stop.ts';

/** What a writer had said when it was killed. */
export interface Testimony {
  /** Digest of what it found when it opened the library; null if it did not come that far. */
  opened: string | null;
  /** Number of the last transaction that was asked for, and of the last one that was acknowledged. */
  asked: number;
  acknowledged: number;
  /** Digests of its memory after some transactions. */
  states: [number: number, digest: string][];
  /** Errors of transactions, and anything else that it should not have said. */
  complaints: string[];
  /** In which phase it was killed; null between two calls to the disk. */
  phase: Phase | null;
}

interface Order {
  /** The writer's program, see {@link bundleWriter}. */
  program: string;
  folder: string;
  seed: number;
  /** Number of the first transaction. */
  first: number;
  /** Where it stands still; null: it is killed wherever it is when the time has come. */
  stop: Stop | null;
  /** Milliseconds after which it is killed in any case, from when it has opened the library, or from its start. */
  after: { ms: number; since: 'start' | 'open' };
}

/** How long a writer may take to come to its stop, or to open the library. */
const PATIENCE_MS = 10_000;

/** Makes a program of this folder one file in `folder`; answers its path. */
export const bundleWriter = (folder: string, name = 'writer'): Promise<string> =>
  bundleProgram(path.join(import.meta.dirname, `${name}.ts`), folder);

/** Kills a process that leads a group, and its group. */
export function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended already, by an earlier kill or by itself; how it ended is told.
  }
}

/** Starts a writer as a group of its own, kills the group, and tells what it had said until then. */
export async function runAndKill({ program, folder, seed, first, stop, after }: Order): Promise<Testimony> {
  const args = [program, folder, String(seed), String(first), JSON.stringify(stop)];
  const child = spawn(process.execPath, args, { detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const kill = () => killGroup(child);
  const told = new Teller(first - 1);
  let timer = setTimeout(kill, after.since === 'start' ? after.ms : PATIENCE_MS);
  createInterface(child.stdout).on('line', (line) => {
    told.hear(line);
    if (line === 'still' || line === 'tired') kill();
    if (!line.startsWith('open ') || after.since === 'start') return;
    clearTimeout(timer);
    timer = setTimeout(kill, after.ms);
  });
  child.stderr.setEncoding('utf8').on('data', (text: string) => told.complain(text));
  const [code] = await once(child, 'close');
  clearTimeout(timer);
  if (code !== null) told.complain(`ended by itself with ${code}`);
  return told.testimony(stop);
}

/** Puts together what the lines of a writer say. */
class Teller {
  readonly #said: Omit<Testimony, 'phase'>;
  #still = false;
  #phases: Phase[] = [];

  constructor(before: number) {
    this.#said = { opened: null, asked: before, acknowledged: before, states: [], complaints: [] };
  }

  complain(text: string): void {
    this.#said.complaints.push(text);
  }

  hear(line: string): void {
    const [word = '', ...rest] = line.split(' ');
    const said = this.#said;
    if (word === 'open') said.opened = rest[0] ?? '';
    else if (word === 'ask') said.asked = Number(rest[0]);
    else if (word === 'done') said.acknowledged = Math.max(said.acknowledged, Number(rest[0]));
    else if (word === 'state') said.states.push([Number(rest[0]), rest[1] ?? '']);
    else if (word === 'still') this.#still = true;
    else if (word === 'tired') return;
    else if (word === 'in') this.#phases.push(rest.join(' ') as Phase);
    else if (word === 'out') this.#phases.shift();
    else this.complain(line);
  }

  testimony(stop: Stop | null): Testimony {
    return { ...this.#said, phase: this.#still && stop ? stop.phase : (this.#phases[0] ?? null) };
  }
}
