import path from 'node:path';
import { checksum } from './checksum.ts';
import type { CollectionName } from './collections.ts';
import { type FileLayer, replaceFile } from './durable-file.ts';
import { facetOf } from './facets.ts';
import { INDEX_FILE } from './layout.ts';
import type { Numbered } from './table.ts';

/**
 * How many records of a shard have a site and status, and the newest and the oldest date among them. The last one is
 * missing in what the first versions of the app have written.
 */
export type ShardFacet = [site: string, status: string, count: number, newest: string, oldest?: string];

export interface ShardEntry {
  records: number;
  facets: ShardFacet[];
}

/** What the shards hold, in short. Derived from them: where it is missing or wrong, the full load makes it anew. */
export interface LibraryIndex {
  version: number;
  /** Generation of the first journal that the shards do not hold yet. */
  journal: number;
  /** Number of the newest transaction that the shards hold. */
  sequence: number;
  collections: Partial<Record<CollectionName, { next: number; shards: Record<string, ShardEntry> }>>;
}

/** What the index says of a shard with these records. */
export function shardEntry(collection: CollectionName, records: Iterable<Numbered>): ShardEntry {
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
  return { records: count, facets: [...facets.values()] };
}

const BEGIN = '{"crc":"';
const MIDDLE = '","index":';

export async function writeIndex(folder: string, index: LibraryIndex, files: FileLayer): Promise<void> {
  const json = JSON.stringify(index);
  await replaceFile(path.join(folder, INDEX_FILE), `${BEGIN}${checksum(json)}${MIDDLE}${json}}\n`, files);
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
