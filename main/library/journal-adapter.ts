import type { Adapter } from 'lowdb';
import type { Clock } from '../clock.ts';
import { BodyStore } from './body-store.ts';
import { writeClosing } from './closing-note.ts';
import { COLLECTIONS, type CollectionName } from './collections.ts';
import { CommentIndex } from './comment-index.ts';
import { Compaction } from './compaction.ts';
import { type Contents, isWorthCompacting, readContents } from './contents.ts';
import { DamageLog } from './damage-log.ts';
import type { DamageReport } from './damage-report.ts';
import { Displaced } from './displaced.ts';
import type { FileLayer } from './durable-file.ts';
import { type FirstPageQuery, firstFromShards } from './first-page.ts';
import type { LibraryIndex } from './index-file.ts';
import { Journal } from './journal.ts';
import { encodeLine } from './journal-line.ts';
import { INDEX_FILE, MANIFEST_FILE } from './layout.ts';
import { readSought, shardFile } from './load.ts';
import { Loading } from './loading.ts';
import { assertInPlace, newManifest } from './manifest.ts';
import { Outbox } from './open-operations.ts';
import { PostPlaces } from './post-places.ts';
import { Preparation } from './preparation.ts';
import { Quarantine } from './quarantine.ts';
import { Registry } from './registry.ts';
import type { Repair } from './repairs.ts';
import { Replay } from './replay.ts';
import { applySteps, changeOf, type Step } from './steps.ts';
import { Table, type Tables } from './table.ts';
import { Tally } from './tally.ts';
import { Turns } from './turns.ts';

export interface AdapterOptions {
  folder: string;
  files: FileLayer;
  clock: Clock;
  /** Bytes of journal after which it is compacted. */
  journalLimit: number;
  /** Makes this process the owner; awaited before the first change. */
  own(): Promise<void>;
  onRepair(repair: Repair): void;
  /** Told how each compaction in the background ended: with an error, or with null. */
  onCompacted(failure: unknown): void;
}

/** What the first window needs; small, and loaded before anything else. */
const FIRST: readonly CollectionName[] = ['sites', 'contacts', 'preferences'];
/** The rest, the largest last. */
const REST = COLLECTIONS.filter((name) => !FIRST.includes(name)).sort(
  (a, b) => Number(a === 'comments') - Number(b === 'comments'),
);

const emptyTables = (): Tables =>
  Object.fromEntries(COLLECTIONS.map((name) => [name, new Table()])) as unknown as Tables;

/** lowdb's adapter seam over a journal and shards: reading loads the library, writing appends what was staged. */
export class JournalAdapter implements Adapter<Tables> {
  /** Tells this library from every other; in its manifest from the first change on. */
  readonly id: string;
  readonly tables = emptyTables();
  readonly tally = new Tally();
  readonly comments = new CommentIndex(this.tables.comments);
  readonly posts = new PostPlaces(this.tables.posts);
  readonly outbox = new Outbox(this.tables.operations);
  readonly compaction: Compaction;
  readonly damage: DamageLog;
  readonly loading: Loading;
  /** Whether nothing is left to load that would be felt. */
  readonly isSmall: boolean;
  /** What there was when the library was opened; null if nothing said so. */
  readonly index: LibraryIndex | null;
  /** Number of the newest transaction on disk. */
  sequence: number;
  readonly #options: AdapterOptions;
  readonly #replay: Replay;
  readonly #registry = new Registry();
  readonly #journal: Journal;
  readonly #preparation: Preparation;
  readonly #displaced: Displaced;
  readonly #quarantine: Quarantine;
  /** See {@link DamageLog.whole}. */
  readonly #setAside: () => Promise<void>;
  readonly #writing = new Turns();
  #compactFirst: boolean;
  #isWhole = false;
  #staged: Step[] = [];

  private constructor(options: AdapterOptions, contents: Contents) {
    const { folder, files, clock, journalLimit, own, onRepair, onCompacted } = options;
    // No function that is kept may hold all of it: every line of old journals would stay in memory.
    const { index, indexState, known, journals, lines, manifest: found, shards } = contents;
    const { tables, tally } = this;
    const registry = this.#registry;
    const manifest = found.kind === 'current' ? found.manifest : newManifest(clock.createId(), clock.now());
    const bodies = new BodyStore(folder, files, (ref, isLost) => {
      damage.body(ref, isLost);
      if (this.#isWhole) this.compaction.start(); // what loading finds damaged is mended when it ends
    });
    const now = clock.now();
    const quarantine = new Quarantine(folder, files, now, contents.quarantined);
    const displaced = new Displaced({ tables, bodies, tally });
    const memory = { registry, tables, tally, displaced };
    const damage = new DamageLog({ folder, files, quarantine, ...memory, now, onRepair });
    // Never the name of one that somebody has taken away: they may bring it back.
    const used = Math.max(contents.closing?.journal ?? 0, ...journals);
    const generation = Math.max(used + 1, known?.journal ?? 1);
    const journal = new Journal(folder, files, journals, generation);
    const replay = new Replay(lines);
    const shared = { folder, files, tables, registry, bodies };
    this.#options = options;
    this.#journal = journal;
    this.#replay = replay;
    this.id = manifest.id;
    this.index = index;
    // What was lost keeps its numbers: whoever follows the library by them must not meet one twice.
    this.sequence = Math.max(index?.sequence ?? 0, lines.at(-1)?.t ?? 0, contents.closing?.sequence ?? 0);
    [this.damage, this.#displaced, this.#quarantine] = [damage, displaced, quarantine];
    this.isSmall = REST.every((collection) => !shards.has(collection));
    this.#compactFirst = isWorthCompacting(contents);
    this.loading = new Loading(
      { indexState, known, manifest: found, shards },
      { ...shared, replay, tally, damage, displaced },
    );
    this.compaction = new Compaction({
      ...{ ...shared, journal, journalLimit, writing: this.#writing, after: clock.after },
      prepare: () => this.#prepare(),
      sequence: () => this.sequence,
      onEnd: onCompacted,
    });
    this.#setAside = () => damage.whole(bodies);
    this.#preparation = new Preparation(contents, {
      ...{ folder, files, quarantine, bodies, journal, manifest, own },
      writeAll: () => this.compaction.writeAll(),
    });
    if (index) tally.foresee(index, replay.counts);
    damage.folder(contents);
  }

  /** Reads what the folder holds, shards apart, and loads the collections that the first window needs. */
  static async open(options: AdapterOptions): Promise<JournalAdapter> {
    const adapter = new JournalAdapter(options, await readContents(options.folder, options.files));
    await adapter.#load(FIRST);
    return adapter;
  }

  /** Loads everything. Throws `UnreadableFile` for a shard of a newer version, and the disk's errors. */
  async read(): Promise<Tables> {
    await this.#load(REST);
    // What a killed run left is shown from here on, and a transaction that finds nothing to change is built upon it
    // without writing: no power loss may take it back. A disk that refuses is asked again before the first change.
    await this.#journal.syncExisting().catch(() => undefined);
    this.#isWhole = true;
    await this.#setAside();
    if (this.#compactFirst || this.damage.repairs.length > 0) this.compaction.start();
    this.#compactFirst = false;
    return this.tables;
  }

  async #load(collections: readonly CollectionName[]): Promise<void> {
    await this.loading.load(collections);
    // Without an index and a journal only the shards know how far the numbers had come.
    this.sequence = Math.max(this.sequence, this.loading.through);
  }

  /** Notes what the next `write` is to make durable. */
  stage(steps: readonly Step[]): void {
    this.#staged.push(...steps);
  }

  /** Makes what was staged durable as one transaction, then shows it in memory. Rejects with the disk's error. */
  async write(): Promise<void> {
    await this.#writing.run(async () => {
      const steps = this.#staged;
      this.#staged = [];
      if (steps.length === 0) return;
      await this.#prepare();
      const t = this.sequence + 1;
      const counts = this.tally.after(steps);
      await this.#journal.append(encodeLine({ t, ops: steps.map(changeOf), ...(counts && { counts }) }));
      // Memory never shows what is not on disk. Still under the lock: a rotation in between would freeze tables
      // that lack a transaction of the journal that it retires.
      applySteps(this.tables, steps);
      for (const follower of [this.tally, this.comments, this.posts, this.outbox]) follower.apply(steps);
      this.#registry.touched(steps);
      this.sequence = t;
    });
    this.compaction.consider();
  }

  /** Does what has to be done before the first change. Rejects with the disk's error. */
  prepare(): Promise<void> {
    return this.#writing.run(() => this.#prepare());
  }

  /** To be awaited before each change, and before any shard is written, under the write lock. */
  async #prepare(): Promise<void> {
    await this.#preparation.ensure();
    if (this.#displaced.isEmpty) return;
    for await (const line of this.#displaced.lines()) {
      await this.#journal.append(encodeLine({ t: this.sequence + 1, ...line }));
      this.sequence += 1;
    }
  }

  /** See {@link Quarantine.open}. */
  openReports(): Promise<DamageReport[]> {
    return this.#quarantine.open();
  }

  /** See {@link Quarantine.acknowledge}. */
  async acknowledgeReports(): Promise<void> {
    await this.#writing.run(async () => {
      await this.#preparation.ensure();
      await this.#quarantine.acknowledge();
    });
  }

  /** The beginning of a list from as few shards as can be, before everything is loaded; null without an index. */
  async firstComments(query: FirstPageQuery) {
    const { folder, files } = this.#options;
    if (!this.index) return null;
    const found = firstFromShards(query, this.index, this.#replay, (shard, sought) =>
      readSought(folder, { collection: 'comments', shard }, sought, files),
    );
    this.loading.letPass(found);
    return found;
  }

  /** Runs `use` on the files of the library, none of which changes meanwhile; their names are relative to the folder. */
  snapshot<T>(use: (files: string[], folder: string) => Promise<T>): Promise<T> {
    return this.compaction.hold(() => {
      const bodies = [...this.#registry.references()].map((sha256) => BodyStore.fileOf(sha256));
      const shards = this.#registry.places().map(shardFile);
      return use([MANIFEST_FILE, INDEX_FILE, ...shards, ...bodies], this.#options.folder);
    });
  }

  async close(): Promise<void> {
    await this.compaction.close();
    await this.#writing.run(() => this.#journal.close());
    // What this run has only read may not be durable: nobody has promised it.
    if (this.#preparation.isDone) await this.#noteClosing().catch(() => undefined);
  }

  async #noteClosing(): Promise<void> {
    const { folder, files } = this.#options;
    assertInPlace(folder, files);
    await writeClosing(folder, { sequence: this.sequence, journal: this.#journal.newest }, files);
  }
}
