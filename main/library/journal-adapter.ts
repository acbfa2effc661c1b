import path from 'node:path';
import type { Adapter } from 'lowdb';
import type { Clock } from '../clock.ts';
import type { BodyRef } from './bodies.ts';
import { BodyStore } from './body-store.ts';
import { COLLECTIONS, type CollectionName } from './collections.ts';
import { Compaction } from './compaction.ts';
import { type Contents, readContents } from './contents.ts';
import { Counters } from './counters.ts';
import { type FileLayer, replaceFile } from './durable-file.ts';
import { isCounted } from './facets.ts';
import { Journal } from './journal.ts';
import { encodeLine } from './journal-line.ts';
import { INDEX_FILE, MANIFEST_FILE, shardOf } from './layout.ts';
import { type LoadDeps, loadCollection, type ShardDamage, shardFile } from './load.ts';
import { type Manifest, manifestText, newManifest } from './manifest.ts';
import { Quarantine } from './quarantine.ts';
import { Registry, type ShardPlace } from './registry.ts';
import type { Repair } from './repairs.ts';
import { Replay } from './replay.ts';
import { applySteps, changeOf, type Step } from './steps.ts';
import { Table, type Tables, tableOf } from './table.ts';
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
/** The rest, what is asked for first before what is largest. */
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
  readonly counters = new Counters();
  readonly repairs: Repair[] = [];
  /** Number of the newest transaction on disk. */
  sequence: number;
  readonly compaction: Compaction;
  readonly #options: AdapterOptions;
  readonly #contents: Contents;
  readonly #replay: Replay;
  readonly #registry = new Registry();
  readonly #bodies: BodyStore;
  readonly #quarantine: Quarantine;
  readonly #journal: Journal;
  readonly #writing = new Turns();
  readonly #ready = new Set<CollectionName>();
  #manifest: Manifest | null;
  #staged: Step[] = [];

  private constructor(options: AdapterOptions, contents: Contents) {
    const { folder, files, clock, journalLimit } = options;
    this.#options = options;
    this.#contents = contents;
    this.#manifest = contents.manifest.kind === 'current' ? contents.manifest.manifest : null;
    this.#replay = new Replay(contents.lines);
    this.#bodies = new BodyStore(folder, files, (ref) => this.#onBodyDamage(ref));
    this.#quarantine = new Quarantine(folder, files, clock.now());
    const generation = Math.max(0, (contents.index?.journal ?? 1) - 1, ...contents.journals) + 1;
    this.#journal = new Journal(folder, files, contents.journals, generation);
    this.sequence = Math.max(contents.index?.sequence ?? 0, contents.lines.at(-1)?.t ?? 0);
    this.compaction = new Compaction({
      ...{ folder, files, journalLimit, tables: this.tables, registry: this.#registry, bodies: this.#bodies },
      ...{ journal: this.#journal, writing: this.#writing, after: clock.after },
      prepare: () => this.#prepare(),
      sequence: () => this.sequence,
      onFailure: options.onCompactionFailure,
    });
    this.#noteFolderDamage();
  }

  /** Reads what the folder holds, shards apart, and loads the collections that the first window needs. */
  static async open(options: AdapterOptions): Promise<JournalAdapter> {
    const adapter = new JournalAdapter(options, await readContents(options.folder, options.files));
    await adapter.#load(FIRST);
    return adapter;
  }

  /** Whether nothing but journals is left to load. */
  get isSmall(): boolean {
    return REST.every((collection) => !this.#contents.shards.has(collection));
  }

  isReady(collection: CollectionName): boolean {
    return this.#ready.has(collection);
  }

  /** Loads everything. Throws `UnreadableFile` for a shard of a newer version, and the disk's errors. */
  async read(): Promise<Tables> {
    await this.#load(REST);
    const { journalBytes, journals } = this.#contents;
    const worthIt = journalBytes > MANY_BYTES || journals.length > MANY_FILES;
    if (worthIt || this.repairs.length > 0) this.compaction.start();
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
      const counts = this.counters.after(steps);
      await this.#journal.append(encodeLine({ t, ops: steps.map(changeOf), ...(counts && { counts }) }));
      // Memory never shows what is not on disk. Still under the lock: a rotation in between would freeze tables
      // that lack a transaction of the journal that it retires.
      applySteps(this.tables, steps);
      this.counters.apply(steps);
      this.#registry.touched(steps);
      this.sequence = t;
    });
    this.compaction.consider();
  }

  /** The files of the library that nothing changes while `use` runs, relative to the folder. */
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
    if (this.#manifest) return;
    const manifest = newManifest(clock.createId(), clock.now());
    await replaceFile(path.join(folder, MANIFEST_FILE), manifestText(manifest), files);
    this.#manifest = manifest;
  }

  async #load(collections: readonly CollectionName[]): Promise<void> {
    const { folder, files } = this.#options;
    const deps: LoadDeps = {
      ...{ folder, files, tables: this.tables, registry: this.#registry },
      ...{ replay: this.#replay, bodies: this.#bodies },
      expected: ({ collection, shard }) => this.#contents.index?.collections[collection]?.shards[shard],
      onDamage: (damage) => this.#onShardDamage(damage),
    };
    for (const collection of collections) {
      const table = tableOf(this.tables, collection);
      table.next = this.#contents.index?.collections[collection]?.next ?? 0;
      this.#noteMissingShards(collection);
      const { through } = await loadCollection(collection, this.#contents.shards.get(collection) ?? [], deps);
      this.sequence = Math.max(this.sequence, through);
      if (isCounted(collection)) this.counters.recount(collection, table.all());
      this.#ready.add(collection);
    }
  }

  #noteFolderDamage(): void {
    const { manifest, indexIsDamaged, journalDamage, journals, shards } = this.#contents;
    const lostManifest = manifest.kind === 'missing' && (journals.length > 0 || shards.size > 0);
    if (manifest.kind === 'damaged' || lostManifest) {
      const quarantined = lostManifest ? null : this.#quarantine.note(MANIFEST_FILE);
      this.#report({
        what: 'manifest',
        collection: null,
        file: MANIFEST_FILE,
        quarantined,
        kept: 0,
        lost: 0,
      });
    }
    if (indexIsDamaged) {
      const quarantined = this.#quarantine.note(INDEX_FILE);
      this.#report({ what: 'index', collection: null, file: INDEX_FILE, quarantined, kept: 0, lost: 0 });
    }
    for (const { file, kept, lost } of journalDamage) {
      const quarantined = this.#quarantine.note(file);
      this.#report({ what: 'journal', collection: null, file, quarantined, kept, lost });
    }
  }

  /** The index knows which shards there were; one that is gone without a trace is a loss like any other. */
  #noteMissingShards(collection: CollectionName): void {
    const { index, shards } = this.#contents;
    const there = shards.get(collection) ?? [];
    for (const [name, { records }] of Object.entries(index?.collections[collection]?.shards ?? {})) {
      const shard = Number(name);
      if (there.includes(shard)) continue;
      const known = [...this.#replay.of(collection)].filter(
        ([n, net]) =>
          shardOf(n) === shard &&
          (net.kind === 'del' || (net.kind === 'put' && net.t <= (index?.sequence ?? 0))),
      );
      const lost = Math.max(0, records - known.length);
      const kept = known.filter(([, net]) => net.kind === 'put').length;
      if (lost > 0) this.#onShardDamage({ collection, shard, kept, lost, missing: true });
    }
  }

  #onShardDamage({ collection, shard, kept, lost, missing }: ShardDamage): void {
    const file = shardFile({ collection, shard } satisfies ShardPlace);
    const quarantined = missing ? null : this.#quarantine.note(file);
    this.#report({ what: 'shard', collection, file, quarantined, kept, lost });
  }

  #onBodyDamage({ sha256 }: BodyRef): void {
    const { files, folder } = this.#options;
    const file = BodyStore.fileOf(sha256);
    const quarantined = files.sizeSync(path.join(folder, file)) === null ? null : this.#quarantine.note(file);
    const [collection = null] = this.#registry.markReferring(sha256);
    this.#report({ what: 'body', collection, file, quarantined, kept: 0, lost: 1 });
  }

  #report(repair: Repair): void {
    this.repairs.push(repair);
  }
}
