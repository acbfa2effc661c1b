import path from 'node:path';
import { COLLECTIONS, type CollectionName } from './collections.ts';
import { makeFolder, syncFolder } from './durable-file.ts';
import { writeIndex, writeShardList } from './index-file.ts';
import type { Journal } from './journal.ts';
import { assertInPlace } from './manifest.ts';
import type { ShardPlace } from './registry.ts';
import { type ShardWriterDeps, writeShard } from './shard-writer.ts';
import { Slices } from './slices.ts';
import { type Tables, tableOf } from './table.ts';
import { Turns } from './turns.ts';

export interface CompactionDeps extends ShardWriterDeps {
  journal: Journal;
  /** The write lock: held by every append until memory shows what it wrote. */
  writing: Turns;
  /** What has to be durable before the first change of this run. */
  prepare(): Promise<void>;
  /** Number of the newest transaction. */
  sequence(): number;
  /** Bytes of journal after which a compaction begins by itself. */
  journalLimit: number;
  /** Runs `action` after a pause; the answer cancels it. */
  after(ms: number, action: () => void): () => void;
  /** Told how each compaction in the background ended: an error, or null. Nothing is lost by one: the journals stay. */
  onEnd(failure: unknown): void;
}

const SHORTEST_PAUSE_MS = 1_000;
const LONGEST_PAUSE_MS = 5 * 60_000;

/**
 * Moves what the journals hold into the shards, in the background. The order makes every point of it safe to die at:
 *
 * 1. Under the write lock, the journal is rotated and the tables are frozen: the shards will be written as of exactly
 *    this moment, so they never hold anything of a journal that is still being written.
 * 2. Each shard that changed is replaced whole. Journals are absolute, so replaying them over new shards and old alike
 *    gives the same library.
 * 3. Once all of these are durable, the index is replaced, and then the short one beside it.
 * 4. Only then are the rotated journals removed.
 */
export class Compaction {
  readonly #deps: CompactionDeps;
  readonly #turns = new Turns();
  /** Texts that nothing referred to after the compaction before; removed if that is still so after this one. */
  #orphans: ReadonlySet<string> = new Set();
  /** Collections with shards whose new files a power loss could still take back; also those of a failed compaction. */
  readonly #unsynced = new Set<CollectionName>();
  #background: Promise<void> | null = null;
  #pauseMs = 0;
  #cancelRetry: (() => void) | null = null;
  #closed = false;

  constructor(deps: CompactionDeps) {
    this.#deps = deps;
  }

  /** Compacts now. Rejects with the disk's error. */
  run(): Promise<void> {
    return this.#turns.run(() => this.#run());
  }

  /** Compacts, then keeps every file but the newest journal as it is while `use` runs. */
  hold<T>(use: () => Promise<T>): Promise<T> {
    return this.#turns.run(async () => {
      await this.#run();
      return use();
    });
  }

  /** Begins in the background if the journal has grown long, unless one is under way or failed a moment ago. */
  consider(): void {
    const { length, hasLostLines } = this.#deps.journal;
    if (hasLostLines || length >= this.#deps.journalLimit) this.start();
  }

  start(): void {
    if (this.#background || this.#cancelRetry || this.#closed) return;
    this.#background = this.run()
      .then(
        () => {
          this.#pauseMs = 0;
          this.#deps.onEnd(null);
        },
        (error: unknown) => this.#retryLater(error),
      )
      .finally(() => {
        this.#background = null;
      });
  }

  /** Lets what runs come to its end; nothing new begins. */
  async close(): Promise<void> {
    this.#closed = true;
    this.#cancelRetry?.();
    await this.#background;
    await this.#turns.run(async () => {});
  }

  #retryLater(error: unknown): void {
    this.#deps.onEnd(error);
    if (this.#closed) return;
    this.#pauseMs = Math.min(LONGEST_PAUSE_MS, Math.max(SHORTEST_PAUSE_MS, 2 * this.#pauseMs));
    this.#cancelRetry = this.#deps.after(this.#pauseMs, () => {
      this.#cancelRetry = null;
      this.start();
    });
  }

  /**
   * Writes every shard that differs from memory, and the index. For the library's first shards only, where there is no
   * journal yet; the caller holds the write lock.
   */
  async writeAll(): Promise<void> {
    const { journal, registry, tables, sequence } = this.#deps;
    const next = await journal.rotate();
    await this.#write({
      shards: registry.takeDirty(),
      next,
      through: sequence(),
      nexts: nextNumbers(tables),
      hasLostLines: false,
    });
  }

  async #run(): Promise<void> {
    const { journal, writing, tables } = this.#deps;
    const work = await writing.run(() => this.#begin());
    try {
      await this.#write(work);
      await journal.removeBefore(work.next);
    } catch (error) {
      journal.hasLostLines ||= work.hasLostLines;
      throw error;
    } finally {
      for (const collection of COLLECTIONS) tableOf(tables, collection).thaw();
    }
    await this.#collectTexts();
  }

  async #write({ shards, next, through, nexts }: Work): Promise<void> {
    const { folder, files, registry } = this.#deps;
    const slices = new Slices();
    let written = 0;
    try {
      for (const place of shards) {
        await slices.giveWay();
        this.#unsynced.add(place.collection);
        await writeShard(place, through, this.#deps, slices);
        written += 1;
      }
    } finally {
      for (const place of shards.slice(written)) registry.markDirty(place);
    }
    for (const collection of this.#unsynced) {
      await makeFolder(path.join(folder, collection), files); // it may be that nothing was written to it after all
      await syncFolder(files, path.join(folder, collection));
      this.#unsynced.delete(collection);
    }
    const index = registry.toIndex(next, through, nexts);
    await writeIndex(folder, index, files);
    await writeShardList(folder, index, files);
  }

  async #begin(): Promise<Work> {
    const { folder, files, journal, registry, tables, prepare, sequence } = this.#deps;
    await prepare();
    assertInPlace(folder, files);
    const next = await journal.rotate();
    const { hasLostLines } = journal;
    journal.hasLostLines = false;
    // From here to the end nothing waits: what is frozen is what the rotated journals say, no more and no less.
    const shards = registry.takeDirty();
    for (const collection of COLLECTIONS) tableOf(tables, collection).freeze();
    return { shards, next, through: sequence(), nexts: nextNumbers(tables), hasLostLines };
  }

  /**
   * Removes texts that no shard refers to. Never in the compaction that let go of the last reference: somebody may
   * still hold a record that reads its text from there.
   */
  async #collectTexts(): Promise<void> {
    const { bodies, registry } = this.#deps;
    const referred: ReadonlySet<string> = registry.references();
    const isOrphan = (sha256: string): boolean => !referred.has(sha256);
    for (const sha256 of [...this.#orphans].filter(isOrphan)) await bodies.remove(sha256);
    this.#orphans = new Set((await bodies.list()).filter(isOrphan));
  }
}

/** What one compaction has to write. */
interface Work {
  shards: readonly ShardPlace[];
  /** Generation of the first journal that the shards will not hold. */
  next: number;
  through: number;
  nexts: ReadonlyMap<CollectionName, number>;
  /** Whether shards must be written because journals are gone. */
  hasLostLines: boolean;
}

const nextNumbers = (tables: Tables): Map<CollectionName, number> =>
  new Map(COLLECTIONS.map((collection) => [collection, tableOf(tables, collection).next]));
