import { cp, mkdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { type Seeded, seeded, seedFor } from '../support/seeded.ts';
import { History } from './history.ts';
import { digestOf } from './model.ts';
import { openRestless } from './open.ts';
import { PHASES, type Phase } from './phases.ts';
import type { Stop } from './stop.ts';
import { bundleWriter, runAndKill, type Testimony } from './writer-process.ts';

export interface KillReport {
  kills: number;
  /** Transactions that writers were told had reached the disk. */
  acknowledged: number;
  /** Kills after which something acknowledged was gone, or was there in part. */
  lost: number;
  /** Each broken promise, with where its library is kept. */
  problems: string[];
  /** Kills in each phase; those between two calls to the disk are in none. */
  byPhase: Record<Phase, number>;
}

interface Options {
  kills: number;
  seed: number;
  /** Where libraries are kept while they are needed; those of one folder are tortured one after the other. */
  folders: readonly string[];
}

/** One library is killed this often, then another is begun. */
const KILLS_EACH = 25;
/** Share of kills at a moment that nobody chose. */
const RANDOM = 0.3;
/** Phases that come once in a compaction. */
const RARE: readonly Phase[] = ['index', 'journal delete', 'body delete'];

/** Kills writers until `kills` is reached, and compares what they leave with what they were promised. */
export async function killMany({ kills, seed, folders }: Options): Promise<KillReport> {
  const byPhase = Object.fromEntries(PHASES.map((phase) => [phase, 0])) as Record<Phase, number>;
  const report: KillReport = { kills: 0, acknowledged: 0, lost: 0, problems: [], byPhase };
  const program = await bundleWriter(folders[0] ?? '');
  let begun = 0;
  const torture = async (folder: string) => {
    for (let life = begun++; report.kills < kills; life = begun++) {
      const place = path.join(folder, `life-${life}`);
      await new Victim(program, place, seedFor(seed, life), report).live(() => report.kills >= kills);
    }
  };
  await Promise.all(folders.map(torture));
  return report;
}

/** A library that is written to and killed, again and again. */
class Victim {
  readonly #program: string;
  readonly #folder: string;
  readonly #seed: number;
  readonly #random: Seeded;
  readonly #report: KillReport;
  /** What the library must hold before its next writer begins. */
  #history: History;

  constructor(program: string, folder: string, seed: number, report: KillReport) {
    this.#program = program;
    this.#folder = folder;
    this.#seed = seed;
    this.#history = new History(seed);
    this.#random = seeded(seed);
    this.#report = report;
  }

  async live(enough: () => boolean): Promise<void> {
    await mkdir(this.#folder, { recursive: true });
    for (let kill = 0; kill < KILLS_EACH && !enough(); kill += 1) {
      const problem = await this.#once(kill === 0);
      if (problem === null) continue;
      this.#report.problems.push(`${problem} (seed ${this.#seed}, kill ${kill}, kept in ${this.#folder})`);
      return; // what comes after would only tell the same once more
    }
    await rm(this.#folder, { recursive: true, force: true });
  }

  async #once(isNew: boolean): Promise<string | null> {
    const random = this.#random;
    const stop = random.chance(RANDOM) ? null : this.#stop(isNew);
    const since = random.chance(0.3) ? ('start' as const) : ('open' as const);
    const ms = stop ? 10_000 : random.below(since === 'start' ? 300 : 120);
    const told = await runAndKill({
      ...{
        program: this.#program,
        folder: this.#folder,
        seed: this.#seed,
        first: this.#history.asked + 1,
        stop,
      },
      after: { ms, since: stop ? 'open' : since },
    });
    this.#report.kills += 1;
    this.#report.acknowledged += told.acknowledged - this.#history.acknowledged;
    if (told.phase) this.#report.byPhase[told.phase] += 1;
    return told.complaints.join('; ') || (await this.#compare(told));
  }

  /** Where to kill next: the phases take turns, the rarest first. */
  #stop(isNew: boolean): Stop {
    const random = this.#random;
    const counts = this.#report.byPhase;
    const open = PHASES.filter((phase) => phase !== 'manifest');
    const least = Math.min(...open.map((phase) => counts[phase]));
    const rarest = open.find((phase) => counts[phase] === least) ?? 'append';
    const phase = isNew && random.chance(0.5) ? 'manifest' : rarest;
    const times = phase === 'manifest' ? 1 : RARE.includes(phase) ? 2 : 5;
    const moment = random.pick(['before', 'torn', 'after'] as const);
    return { phase, time: 1 + random.below(times), moment, share: random.next() };
  }

  /** What is wrong with what the killed writer has left, or null. Afterwards the model is what was found. */
  async #compare(told: Testimony): Promise<string | null> {
    const { asked, acknowledged } = told;
    const history = this.#history;
    if (told.opened !== null && typeof history.find(told.opened) === 'string') {
      return `a writer opened something else than the state after ${history.asked}`;
    }
    const found = await this.#look();
    if (found.digest === null) return `unreadable: ${found.error}`;
    for (const [number, digest] of told.states) {
      if (history.find(digest, { asked: number, acknowledged: number }) !== number) {
        return `memory was something else than the state after ${number}`;
      }
    }
    const number = history.find(found.digest, { asked, acknowledged });
    if (typeof number === 'number') {
      this.#history = history.from(number, number);
      return null;
    }
    this.#report.lost += 1;
    return number;
  }

  /** Reads a copy of the library: the next writer is to find it as the killed one has left it. */
  async #look(): Promise<{ digest: string } | { digest: null; error: unknown }> {
    const copy = `${this.#folder}-copy`;
    await cp(this.#folder, copy, { recursive: true });
    try {
      const library = await openRestless(copy);
      const digest = digestOf(library);
      await library.close();
      return { digest };
    } catch (error) {
      return { digest: null, error };
    } finally {
      await rm(copy, { recursive: true, force: true });
    }
  }
}
