import path from 'node:path';
import type { CollectionName } from './collections.ts';
import { type FileLayer, readBytes } from './durable-file.ts';
import { shardName, shardOf } from './layout.ts';
import type { ShardPlace } from './registry.ts';
import { type Leaf, leavesIn, NewerShard } from './shard-file.ts';
import { Slices } from './slices.ts';
import type { Numbered } from './table.ts';

/** What lies of a shard in the files of others. */
export interface Found {
  /** With the number of the newest transaction that the file where each was found holds. */
  records: ReadonlyMap<number, Leaf>;
  /** How many records the shard has, by the newest whole file of it; null if none of them is whole. */
  holds: { records: number; through: number } | null;
}

interface Finding extends Found {
  records: Map<number, Leaf>;
}

const keyOf = ({ collection, shard }: ShardPlace): string => `${collection}/${shard}`;

/**
 * Readable records that lie in the file of another shard: somebody has exchanged, moved or copied files, or lines
 * between them. They are looked for once a shard is damaged or missing, and never otherwise: every file has to be read
 * for it.
 */
export class Strays {
  readonly #folder: string;
  readonly #shards: ReadonlyMap<CollectionName, readonly number[]>;
  readonly #files: FileLayer;
  #finding: Promise<Map<string, Finding>> | null = null;

  constructor(folder: string, shards: ReadonlyMap<CollectionName, readonly number[]>, files: FileLayer) {
    this.#folder = folder;
    this.#shards = shards;
    this.#files = files;
  }

  /** What lies elsewhere of this shard. Rejects with the disk's error. */
  async of(place: ShardPlace): Promise<Found | undefined> {
    this.#finding ??= this.#find();
    return (await this.#finding).get(keyOf(place));
  }

  /** To be called once nobody will ask any more: it may be a whole library that would stay in memory. */
  forget(): void {
    this.#finding = Promise.resolve(new Map());
  }

  /** The shards of a collection of which anything lies elsewhere. */
  async shardsOf(collection: CollectionName): Promise<number[]> {
    this.#finding ??= this.#find();
    return [...(await this.#finding).keys()]
      .filter((key) => path.dirname(key) === collection)
      .map((key) => Number(path.basename(key)));
  }

  async #find(): Promise<Map<string, Finding>> {
    const slices = new Slices();
    const found = new Map<string, Finding>();
    for (const [collection, shards] of this.#shards) {
      for (const shard of shards) {
        const bytes = await readBytes(path.join(this.#folder, collection, shardName(shard)), this.#files);
        await slices.giveWay();
        try {
          note(found, { collection, shard }, bytes);
        } catch (error) {
          // It is refused where it is loaded.
          if (!(error instanceof NewerShard)) throw error;
        }
      }
    }
    return found;
  }
}

/** Notes what a file holds of other shards than the one whose name it has. */
function note(found: Map<string, Finding>, place: ShardPlace, bytes: Buffer): void {
  const sheet = leavesIn(place.collection, place.shard, bytes);
  if (sheet === null) return;
  const { collection, leaves, whole } = sheet;
  const at = (shard: number): Finding => {
    const key = keyOf({ collection, shard });
    const finding = found.get(key) ?? { records: new Map<number, Leaf>(), holds: null };
    found.set(key, finding);
    return finding;
  };
  for (const leaf of leaves) {
    const shard = shardOf(leaf.entry.n);
    if (collection === place.collection && shard === place.shard) continue;
    const { records } = at(shard);
    if ((records.get(leaf.entry.n)?.through ?? -1) < leaf.through) records.set(leaf.entry.n, leaf);
  }
  if (whole === null) return;
  const finding = at(whole.shard);
  if ((finding.holds?.through ?? -1) < whole.through) finding.holds = whole;
}

/**
 * The records of a damaged shard with what lies elsewhere of it: of two of the same number the one from the newer file.
 * A file that is not damaged says itself what is in it, and is not asked about here. `strays`: the numbers of what came
 * from elsewhere.
 */
export function gathered(
  own: { records: readonly Numbered[]; through: number; lost: number | null },
  { records: found, holds }: Found,
): { records: Numbered[]; through: number; lost: number | null; strays: number[] } {
  const records = new Map(own.records.map((entry) => [entry.n, entry]));
  const strays: number[] = [];
  const before = records.size;
  let { through } = own;
  for (const [n, leaf] of found) {
    if (records.has(n) && leaf.through <= own.through) continue;
    records.set(n, leaf.entry);
    strays.push(n);
    through = Math.max(through, leaf.through);
  }
  const added = records.size - before;
  const fewer = own.lost === null ? null : Math.max(0, own.lost - added);
  const lost = holds && holds.through >= own.through ? Math.max(0, holds.records - records.size) : fewer;
  return { records: [...records.values()].sort((a, b) => a.n - b.n), through, lost, strays };
}
