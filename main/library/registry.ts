import { COLLECTIONS, type CollectionName, LIBRARY_VERSION } from './collections.ts';
import type { LibraryIndex, ShardEntry } from './index-file.ts';
import { shardOf } from './layout.ts';
import type { Step } from './steps.ts';

export interface ShardPlace {
  collection: CollectionName;
  shard: number;
}

/** A shard as it is on disk. */
export interface StoredShard {
  entry: ShardEntry;
  /** SHA-256 of the long texts that it refers to. */
  bodies: ReadonlySet<string>;
}

/** Which shards there are on disk, what is in them in short, and which of them memory has left behind. */
export class Registry {
  readonly #stored = new Map<CollectionName, Map<number, StoredShard>>();
  readonly #dirty = new Map<CollectionName, Set<number>>();

  /** Notes what a shard's file holds now; null once it is gone. */
  store({ collection, shard }: ShardPlace, stored: StoredShard | null): void {
    const shards = this.#stored.get(collection) ?? new Map<number, StoredShard>();
    this.#stored.set(collection, shards);
    if (stored) shards.set(shard, stored);
    else shards.delete(shard);
  }

  has({ collection, shard }: ShardPlace): boolean {
    return this.#stored.get(collection)?.has(shard) ?? false;
  }

  markDirty({ collection, shard }: ShardPlace): void {
    const shards = this.#dirty.get(collection) ?? new Set<number>();
    this.#dirty.set(collection, shards.add(shard));
  }

  touched(steps: readonly Step[]): void {
    for (const { collection, n } of steps) this.markDirty({ collection, shard: shardOf(n) });
  }

  /** The shards whose files are older than memory; from now on only what changes later counts as dirty. */
  takeDirty(): ShardPlace[] {
    const taken = [...this.#dirty].flatMap(([collection, shards]) =>
      [...shards].sort((a, b) => a - b).map((shard) => ({ collection, shard })),
    );
    this.#dirty.clear();
    return taken;
  }

  /** Marks every shard that refers to this text; answers the collections. */
  markReferring(sha256: string): CollectionName[] {
    const found = this.#all().filter(([, { bodies }]) => bodies.has(sha256));
    for (const [place] of found) this.markDirty(place);
    return [...new Set(found.map(([{ collection }]) => collection))];
  }

  /** Every long text that a shard on disk refers to. */
  references(): Set<string> {
    return new Set(this.#all().flatMap(([, { bodies }]) => [...bodies]));
  }

  places(): ShardPlace[] {
    return this.#all().map(([place]) => place);
  }

  /** The index of the shards on disk. */
  toIndex(journal: number, sequence: number, nexts: ReadonlyMap<CollectionName, number>): LibraryIndex {
    const collections: LibraryIndex['collections'] = {};
    for (const collection of COLLECTIONS) {
      const shards = [...(this.#stored.get(collection) ?? [])].map(([shard, { entry }]) => [shard, entry]);
      collections[collection] = { next: nexts.get(collection) ?? 0, shards: Object.fromEntries(shards) };
    }
    return { version: LIBRARY_VERSION, journal, sequence, collections };
  }

  #all(): [ShardPlace, StoredShard][] {
    return [...this.#stored].flatMap(([collection, shards]) =>
      [...shards].map(([shard, stored]): [ShardPlace, StoredShard] => [{ collection, shard }, stored]),
    );
  }
}
