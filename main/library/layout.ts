/*
 * Names of the files in a library's folder. What is in each is described in docs/library-format.md.
 */

export const MANIFEST_FILE = 'library.json';
export const INDEX_FILE = 'index.json';
/** What the index says in short, beside it: where the index is gone this still knows which shards there must be. */
export const SHARD_LIST_FILE = 'shards.json';
export const CLOSING_FILE = 'closed.json';
export const BODY_FOLDER = 'bodies';
export const QUARANTINE_FOLDER = 'quarantine';
/** In each folder of the quarantine: what was found damaged, and what became of it. */
export const REPORT_FILE = 'report.json';

/** Most records of one shard. Small enough to be written in a few milliseconds, large enough to be few. */
export const SHARD_SIZE = 500;

/** The shard that holds the record with this number. */
export const shardOf = (n: number): number => Math.floor(n / SHARD_SIZE);

const padded = (number: number): string => String(number).padStart(6, '0');

export const journalName = (generation: number): string => `journal-${padded(generation)}.ndjson`;
export const shardName = (shard: number): string => `${padded(shard)}.ndjson`;

/** The number in a name that `nameOf` gives to it; any other name, `0000012.ndjson` included, is none of ours. */
function numberIn(name: string, nameOf: (number: number) => string): number | null {
  const number = Number(/(\d{6,})\.ndjson$/.exec(name)?.[1] ?? Number.NaN);
  return Number.isSafeInteger(number + 1) && nameOf(number) === name ? number : null;
}

/** The generation of a journal's file, null for any other file. */
export const journalIn = (name: string): number | null => numberIn(name, journalName);

/** The number of a shard's file, null for any other file. */
export const shardIn = (name: string): number | null => numberIn(name, shardName);
