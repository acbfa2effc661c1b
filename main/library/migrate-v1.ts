import { z } from 'zod';
import { type CollectionName, type Stored, schemaOf } from './collections.ts';
import { UnreadableFile } from './json-adapter.ts';

/** Name under which the file of a version 1 library is kept beside the library that was made of it. */
export const V1_BACKUP = 'library.v1.json';

/** The collections that version 1 had, each a table by id in the one file. */
const V1_COLLECTIONS: readonly CollectionName[] = [
  'sites',
  'posts',
  'comments',
  'operations',
  'decisions',
  'replyDrafts',
  'setAside',
  'contacts',
  'preferences',
];

const table = z.record(z.string(), z.unknown());
const v1Schema = z.object(Object.fromEntries(V1_COLLECTIONS.map((name) => [name, table])));

/** The records of a collection; `lost` counts those that are not what their schema says. */
export interface V1Records {
  records: Stored[];
  lost: number;
}

export type V1Library = ReadonlyMap<CollectionName, V1Records>;

/**
 * Takes a version 1 library apart: one object with `version: 1` and a table of records for each collection. Each
 * record is validated on its own. Throws {@link UnreadableFile} if it is not such an object.
 */
export function readV1(data: unknown, file: string): V1Library {
  const parsed = v1Schema.safeParse(data);
  if (!parsed.success) throw new UnreadableFile('damaged', file, parsed.error.message);
  return new Map(
    Object.entries(parsed.data).map(([name, records]) => {
      const collection = name as CollectionName;
      const good = Object.values(records).filter((record) => schemaOf(collection).safeParse(record).success);
      const lost = Object.keys(records).length - good.length;
      return [collection, { records: inOrder(good as Stored[]), lost }];
    }),
  );
}

/** As they came: records get their numbers by it, and whoever has sorted the keys of the file has changed it. */
const inOrder = (records: readonly Stored[]): Stored[] => records.toSorted((a, b) => placeOf(a) - placeOf(b));

const placeOf = (record: Stored): number => (record as { sequence?: number }).sequence ?? 0;
