import { COLLECTIONS, type CollectionName } from './collections.ts';
import type { Contents } from './contents.ts';
import type { DamageLog } from './damage-log.ts';
import { shardOf } from './layout.ts';
import { type LoadDeps, loadCollection, loadMissing } from './load.ts';
import type { V1Records } from './migrate-v1.ts';
import { Strays } from './strays.ts';
import { tableOf } from './table.ts';
import { Tally } from './tally.ts';

interface LoadingDeps extends Omit<LoadDeps, Given> {
  /** What is known of the library as a whole; what is found while loading takes the place of what was foreseen. */
  tally: Tally;
  damage: DamageLog;
}

type Given = 'tally' | 'expected' | 'known' | 'strays' | 'isDamaged' | 'onDamage' | 'onOrphan' | 'letPass';
/** What is loaded. */
type Whole = Pick<Contents, 'indexState' | 'known' | 'manifest' | 'shards'>;

/** Brings a library into memory, collection by collection. */
export class Loading {
  readonly #contents: Whole;
  readonly #deps: LoadingDeps;
  readonly #strays: Strays;
  readonly #ready = new Set<CollectionName>();
  /** Resolves when the next collection is in memory. */
  #oneMore = Promise.withResolvers<void>();
  /** Whoever has to be let pass. */
  #urgent: Promise<unknown> = Promise.resolve();
  /** Number of the newest transaction that any shard holds, or held. */
  through: number;

  constructor(contents: Whole, deps: LoadingDeps) {
    this.#contents = contents;
    this.#strays = new Strays(deps.folder, contents.shards, deps.files);
    this.through = contents.known?.sequence ?? 0;
    this.#deps = deps;
  }

  isReady(collection: CollectionName): boolean {
    return this.#ready.has(collection);
  }

  /** Resolves once a collection is in memory; never, if loading fails. */
  async whenReady(collection: CollectionName): Promise<void> {
    while (!this.#ready.has(collection)) await this.#oneMore.promise;
  }

  /** Loading stands still until `work` is done. */
  letPass(work: Promise<unknown>): void {
    this.#urgent = Promise.allSettled([this.#urgent, work]);
  }

  /** Loads collections one after another. Throws `UnreadableFile` for a newer shard, and the disk's errors. */
  async load(collections: readonly CollectionName[]): Promise<void> {
    for (const collection of collections) {
      await this.#load(collection);
      this.#ready.add(collection);
      this.#oneMore.resolve();
      this.#oneMore = Promise.withResolvers();
    }
    if (COLLECTIONS.every((collection) => this.isReady(collection))) this.#strays.forget();
  }

  async #load(collection: CollectionName): Promise<void> {
    const { known, manifest, shards } = this.#contents;
    const { damage, tables } = this.#deps;
    const table = tableOf(tables, collection);
    const tally = new Tally();
    const deps = this.#depsWith(tally);
    table.next = known?.collections[collection]?.next ?? 0;
    for (const shard of await this.#missing(collection)) await loadMissing({ collection, shard }, deps);
    if (manifest.kind === 'v1') this.#adoptV1(collection, tally, manifest.library.get(collection));
    const { through } = await loadCollection(collection, shards.get(collection) ?? [], deps);
    this.through = Math.max(this.through, through);
    // A record that a damaged library held twice was counted twice.
    if (damage.repairs.length > 0) tally.recount(collection, table.all());
    this.#deps.tally.takeOver(collection, tally);
  }

  #depsWith(tally: Tally): LoadDeps {
    const { known } = this.#contents;
    const { damage } = this.#deps;
    return {
      ...{ ...this.#deps, tally, strays: this.#strays, known: known?.sequence ?? 0 },
      expected: ({ collection, shard }, through) =>
        known && through <= known.sequence
          ? (known.collections[collection]?.shards[shard] ?? null)
          : undefined,
      isDamaged: () => damage.repairs.length > 0,
      onDamage: (found) => damage.shard(found),
      onOrphan: (orphan) => damage.orphan(orphan),
      letPass: async () => void (await this.#urgent),
    };
  }

  /**
   * The index knows which shards there were: one that is gone without a trace is a loss like any other. Where nothing
   * is known, what lies of one in the files of others tells that there was one.
   */
  async #missing(collection: CollectionName): Promise<number[]> {
    const { indexState, known, shards } = this.#contents;
    const there = shards.get(collection) ?? [];
    const isUnknown = known === null && indexState !== 'none';
    const all = isUnknown
      ? await this.#strays.shardsOf(collection)
      : Object.keys(known?.collections[collection]?.shards ?? {}).map(Number);
    return all.filter((shard) => !there.includes(shard));
  }

  /** Everything is written to shards before the first change; until then the old file stays the truth. */
  #adoptV1(collection: CollectionName, tally: Tally, v1: V1Records = { records: [], lost: 0 }): void {
    const { damage, registry, tables } = this.#deps;
    const table = tableOf(tables, collection);
    for (const [n, record] of v1.records.entries()) {
      table.put(n, record);
      tally.apply([{ collection, n, id: record.id, before: undefined, after: record }]);
      registry.markDirty({ collection, shard: shardOf(n) });
    }
    if (v1.lost > 0) damage.v1(collection, v1);
  }
}
