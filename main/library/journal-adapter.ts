import path from 'node:path';
import type { Adapter } from 'lowdb';
import type { Clock } from '../clock.ts';
import { BodyStore } from './body-store.ts';
import { COLLECTIONS, type CollectionName } from './collections.ts';
import { Compaction } from './compaction.ts';
import { type Contents, readContents } from './contents.ts';
import { DamageLog } from './damage-log.ts';
import { duplicateFile, type FileLayer, replaceFile } from './durable-file.ts';
import { type FirstPageQuery, firstFromShards } from './first-page.ts';
import { Journal } from './journal.ts';
import { encodeLine } from './journal-line.ts';
import { INDEX_FILE, MANIFEST_FILE, shardOf } from './layout.ts';
import { type LoadDeps, loadCollection, readShard, shardFile } from './load.ts';
import { manifestText, newManifest } from './manifest.ts';
import { V1_BACKUP, type V1Records } from './migrate-v1.ts';
import { Quarantine } from './quarantine.ts';
import { Registry } from './registry.ts';
import { Replay } from './replay.ts';
import { applySteps, changeOf, type Step } from './steps.ts';
import { Table, type Tables, tableOf } from './table.ts';
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
  onCompactionFailure(error: unknown): void;
}

/** What the first window needs; small, and loaded before anything else. */
const FIRST: readonly CollectionName[] = ['sites', 'contacts', 'preferences'];
/** The rest, the largest last. */
const REST = COLLECTIONS.filter((name) => !FIRST.includes(name)).sort(
  (a, b) => Number(a === 'comments') - Number(b === 'comments'),
);

/** Journals of earlier runs that are worth compacting as soon as everything is loaded. */
const MANY_BYTES = 256 * 1024;
const MANY_FILES = 8;

const emptyTables = (): Tables =>
  Object.fromEntries(COLLECTIONS.map((name) => [name, new Table()])) as unknown as Tables;

/** lowdb's adapter seam over a journal and shards: reading loads the library, writing appends what was staged. */
export class JournalAdapter implements Adapter<Tables> {
  readonly tables = emptyTables();
  readonly tally = new Tally();
  readonly compaction: Compaction;
  readonly damage: DamageLog;
  /** Number of the newest transaction on disk. */
  sequence: number;
  readonly #options: AdapterOptions;
  readonly #contents: Contents;
  readonly #replay: Replay;
  readonly #registry = new Registry();
  readonly #bodies: BodyStore;
  readonly #quarantine: Quarantine;
  readonly #journal: Journal;
  readonly #writing = new Turns();
  readonly #ready = new Set<CollectionName>();
  /** Resolves when the next collection is in memory. */
  #oneMore = Promise.withResolvers<void>();
  /** Tells this library from every other; in its manifest from the first change on. */
  readonly id: string;
  #hasManifest: boolean;
  /** Whether what earlier runs wrote is known to be durable. */
  #isSynced = false;
  #staged: Step[] = [];
  /** First pages that are being read while everything else is loaded. */
  #firstPages: Promise<unknown> = Promise.resolve();

  private constructor(options: AdapterOptions, contents: Contents) {
    const { folder, files, clock, journalLimit } = options;
    const { index, journals, lines, manifest } = contents;
    this.#options = options;
    this.#contents = contents;
    this.#hasManifest = manifest.kind === 'current';
    this.id = manifest.kind === 'current' ? manifest.manifest.id : clock.createId();
    this.#replay = new Replay(lines);
    this.#bodies = new BodyStore(folder, files, (ref) => this.damage.body(ref));
    this.#quarantine = new Quarantine(folder, files, clock.now());
    this.damage = new DamageLog({ folder, files, quarantine: this.#quarantine, registry: this.#registry });
    const generation = Math.max(1, index?.journal ?? 1, ...journals.map((each) => each + 1));
    this.#journal = new Journal(folder, files, journals, generation);
    this.sequence = Math.max(index?.sequence ?? 0, lines.at(-1)?.t ?? 0);
    this.compaction = new Compaction({
      ...{ folder, files, journalLimit, tables: this.tables, registry: this.#registry, bodies: this.#bodies },
      ...{ journal: this.#journal, writing: this.#writing, after: clock.after },
      prepare: () => this.#prepare(),
      sequence: () => this.sequence,
      onFailure: options.onCompactionFailure,
    });
    if (index) this.tally.foresee(index, this.#replay.counts);
    this.damage.folder(contents);
    for (const file of contents.leftovers) this.#quarantine.note(file);
  }

  /** Reads what the folder holds, shards apart, and loads the collections that the first window needs. */
  static async open(options: AdapterOptions): Promise<JournalAdapter> {
    const adapter = new JournalAdapter(options, await readContents(options.folder, options.files));
    await adapter.#load(FIRST);
    return adapter;
  }

  /** Whether nothing is left to load that would be felt. */
  get isSmall(): boolean {
    return REST.every((collection) => !this.#contents.shards.has(collection));
  }

  isReady(collection: CollectionName): boolean {
    return this.#ready.has(collection);
  }

  /** Resolves once a collection is in memory; never, if loading fails. */
  async whenReady(collection: CollectionName): Promise<void> {
    while (!this.#ready.has(collection)) await this.#oneMore.promise;
  }

  /** Whether the index says what there is before everything is loaded. */
  get hasIndex(): boolean {
    return this.#contents.index !== null;
  }

  /** Loads everything. Throws `UnreadableFile` for a shard of a newer version, and the disk's errors. */
  async read(): Promise<Tables> {
    await this.#load(REST);
    const { journalBytes, journals, manifest } = this.#contents;
    const worthIt = journalBytes > MANY_BYTES || journals.length > MANY_FILES || manifest.kind === 'v1';
    if (worthIt || this.damage.repairs.length > 0) this.compaction.start();
    return this.tables;
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
      this.tally.apply(steps);
      this.#registry.touched(steps);
      this.sequence = t;
    });
    this.compaction.consider();
  }

  /** The newest wanted comments from as few shards as can be, before everything is loaded; null without an index. */
  async firstComments(query: FirstPageQuery) {
    const { folder, files } = this.#options;
    const { index } = this.#contents;
    if (!index) return null;
    const found = firstFromShards(query, index, this.#replay, async (shard) => {
      const { records } = await readShard(folder, { collection: 'comments', shard }, files);
      return records;
    });
    this.#firstPages = Promise.allSettled([this.#firstPages, found]);
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
    await this.#writing.run(() => this.#journal.rotate());
  }

  /** Before the first change: this process owns the library, damaged files are set aside, the manifest is there. */
  async #prepare(): Promise<void> {
    const { folder, files, clock, own } = this.#options;
    await own();
    await this.#quarantine.move();
    if (!this.#isSynced) await this.#journal.syncExisting();
    this.#isSynced = true;
    if (this.#hasManifest) return;
    const manifest = path.join(folder, MANIFEST_FILE);
    if (this.#contents.manifest.kind === 'v1') {
      for (const file of this.#contents.leftovers) await files.rm(path.join(folder, file), { force: true });
      await this.compaction.writeAll();
      await duplicateFile(manifest, path.join(folder, V1_BACKUP), files);
    }
    await replaceFile(manifest, manifestText(newManifest(this.id, clock.now())), files);
    this.#hasManifest = true;
  }

  async #load(collections: readonly CollectionName[]): Promise<void> {
    const { folder, files } = this.#options;
    const { index, manifest, shards } = this.#contents;
    const deps: Omit<LoadDeps, 'tally'> = {
      ...{ folder, files, tables: this.tables, registry: this.#registry },
      ...{ replay: this.#replay, bodies: this.#bodies },
      expected: ({ collection, shard }) => index?.collections[collection]?.shards[shard],
      onDamage: (damage) => this.damage.shard(damage),
      letPass: async () => void (await this.#firstPages),
    };
    for (const collection of collections) {
      const table = tableOf(this.tables, collection);
      const tally = new Tally();
      table.next = index?.collections[collection]?.next ?? 0;
      this.damage.missingShards(collection, this.#contents, this.#replay);
      if (manifest.kind === 'v1') this.#adoptV1(collection, tally, manifest.library.get(collection));
      const { through } = await loadCollection(collection, shards.get(collection) ?? [], {
        ...deps,
        tally,
      });
      this.sequence = Math.max(this.sequence, through);
      // A record that a damaged library held twice was counted twice.
      if (this.damage.repairs.length > 0) tally.recount(collection, table.all());
      this.tally.takeOver(collection, tally);
      this.#ready.add(collection);
      this.#oneMore.resolve();
      this.#oneMore = Promise.withResolvers();
    }
  }

  /** Everything is written to shards before the first change, see `#prepare`; until then the old file stays the truth. */
  #adoptV1(collection: CollectionName, tally: Tally, v1: V1Records = { records: [], lost: 0 }): void {
    const table = tableOf(this.tables, collection);
    for (const [n, record] of v1.records.entries()) {
      table.put(n, record);
      tally.apply([{ collection, n, id: record.id, before: undefined, after: record }]);
      this.#registry.markDirty({ collection, shard: shardOf(n) });
    }
    if (v1.lost > 0) this.damage.v1(collection, v1);
  }
}
