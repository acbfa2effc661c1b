import path from 'node:path';
import { checksum } from './checksum.ts';
import type { CollectionName } from './collections.ts';
import { type FileLayer, replaceFile } from './durable-file.ts';
import { facetOf } from './facets.ts';
import { INDEX_FILE, SHARD_LIST_FILE } from './layout.ts';
import type { Numbered } from './table.ts';

/**
 * How many records of a shard have a site and status, and the newest and the oldest date among them. The last one is
 * missing in what the first versions of the app have written.
 */
export type ShardFacet = [site: string, status: string, count: number, newest: string, oldest?: string];

export interface ShardEntry {
  records: number;
  /** As the shard's header says; missing in indexes that earlier versions of the app have written. */
  through?: number;
  facets: ShardFacet[];
}

/**
 * What the shards hold, in short. Derived from them: where it is missing or wrong, the full load makes it anew. That some
 * of the shards are gone, too, only it can say, and so a second file has it without the facets.
 */
export interface LibraryIndex {
  version: number;
  /** Generation of the first journal that the shards do not hold yet. */
  journal: number;
  /** Number of the newest transaction that the shards hold. */
  sequence: number;
  collections: Partial<Record<CollectionName, { next: number; shards: Record<string, ShardEntry> }>>;
}

/** What the index says of a shard with these records, which holds what was done until `through`. */
export function shardEntry(
  collection: CollectionName,
  { records, through }: { records: Iterable<Numbered>; through: number },
): ShardEntry {
  const facets = new Map<string, ShardFacet>();
  let count = 0;
  for (const { r } of records) {
    count += 1;
    const facet = facetOf(collection, r);
    if (!facet) continue;
    const key = `${facet.site}\n${facet.status}`;
    const known = facets.get(key);
    if (!known) facets.set(key, [facet.site, facet.status, 1, facet.date, facet.date]);
    else {
      known[2] += 1;
      if (facet.date > known[3]) known[3] = facet.date;
      if (facet.date < (known[4] ?? '')) known[4] = facet.date;
    }
  }
  return { records: count, through, facets: [...facets.values()] };
}

const BEGIN = '{"crc":"';
const MIDDLE = '","index":';

export async function writeIndex(folder: string, index: LibraryIndex, files: FileLayer): Promise<void> {
  await replaceFile(path.join(folder, INDEX_FILE), sealed(index), files);
}

/**
 * Writes the index once more, without its facets. To be done after the index and before the journals go that it does
 * not name: laid over what this says, the journals then always give what there is.
 */
export async function writeShardList(folder: string, index: LibraryIndex, files: FileLayer): Promise<void> {
  const collections: LibraryIndex['collections'] = {};
  for (const [name, { next, shards }] of Object.entries(index.collections)) {
    const short = Object.entries(shards).map(([shard, entry]) => [shard, { ...entry, facets: [] }]);
    collections[name as CollectionName] = { next, shards: Object.fromEntries(short) };
  }
  await replaceFile(path.join(folder, SHARD_LIST_FILE), sealed({ ...index, collections }), files);
}

function sealed(index: LibraryIndex): string {
  const json = JSON.stringify(index);
  return `${BEGIN}${checksum(json)}${MIDDLE}${json}}\n`;
}

/** The index in this text, or null if it is none. It may be of another version. */
export function parseIndex(text: string): LibraryIndex | null {
  const begin = BEGIN.length + 8 + MIDDLE.length;
  const json = text.slice(begin, -'}\n'.length);
  if (text !== `${BEGIN}${checksum(json)}${MIDDLE}${json}}\n`) return null;
  try {
    return JSON.parse(json) as LibraryIndex;
  } catch {
    return null;
  }
}
