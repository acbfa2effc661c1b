import type { CollectionName } from './collections.ts';
import type { Contents } from './contents.ts';
import type { DamageLog } from './damage-log.ts';
import { shardOf } from './layout.ts';
import { type LoadDeps, loadCollection } from './load.ts';
import type { V1Records } from './migrate-v1.ts';
import { tableOf } from './table.ts';
import { Tally } from './tally.ts';

interface LoadingDeps extends Omit<LoadDeps, 'tally' | 'expected' | 'onDamage' | 'letPass'> {
  /** What is known of the library as a whole; what is found while loading takes the place of what was foreseen. */
  tally: Tally;
  damage: DamageLog;
}

/** Brings a library into memory, collection by collection. */
export class Loading {
  readonly #contents: Pick<Contents, 'index' | 'manifest' | 'shards'>;
  readonly #deps: LoadingDeps;
  readonly #ready = new Set<CollectionName>();
  /** Resolves when the next collection is in memory. */
  #oneMore = Promise.withResolvers<void>();
  /** Whoever has to be let pass. */
  #urgent: Promise<unknown> = Promise.resolve();
  /** Number of the newest transaction that any shard holds. */
  through = 0;

  constructor(contents: Pick<Contents, 'index' | 'manifest' | 'shards'>, deps: LoadingDeps) {
    this.#contents = contents;
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
  }

  async #load(collection: CollectionName): Promise<void> {
    const { index, manifest, shards } = this.#contents;
    const { damage, replay, tables } = this.#deps;
    const table = tableOf(tables, collection);
    const tally = new Tally();
    table.next = index?.collections[collection]?.next ?? 0;
    damage.missingShards(collection, this.#contents, replay);
    if (manifest.kind === 'v1') this.#adoptV1(collection, tally, manifest.library.get(collection));
    const { through } = await loadCollection(collection, shards.get(collection) ?? [], {
      ...{ ...this.#deps, tally },
      expected: (place, through) =>
        index && through <= index.sequence
          ? index.collections[place.collection]?.shards[place.shard]
          : undefined,
      onDamage: (found) => damage.shard(found),
      letPass: async () => void (await this.#urgent),
    });
    this.through = Math.max(this.through, through);
    // A record that a damaged library held twice was counted twice.
    if (damage.repairs.length > 0) tally.recount(collection, table.all());
    this.#deps.tally.takeOver(collection, tally);
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
