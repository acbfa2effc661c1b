import path from 'node:path';
import { z } from 'zod';
import { withoutRefs } from './bodies.ts';
import { checksum } from './checksum.ts';
import { COLLECTIONS, type CollectionName, LIBRARY_VERSION, type Stored, schemaOf } from './collections.ts';
import { type FileLayer, readBytes } from './durable-file.ts';
import { shardName, shardOf } from './layout.ts';
import type { Slices } from './slices.ts';
import type { Numbered } from './table.ts';

interface Header {
  collection: string;
  shard: number;
  /** Version of the records' schema. */
  schema: number;
  records: number;
  /** Number of the newest transaction that the shard holds. */
  through: number;
  /** Checksum of everything after the header's line. */
  crc: string;
}

/** A record that could be read. */
export interface ReadRecord extends Numbered {
  /** It is not what was written: letters or numbers in it may be wrong. */
  isDoubtful?: true;
}

export interface Shard {
  records: ReadRecord[];
  through: number;
  /**
   * Set if the file is not as it was written; `lost` is null if its header cannot tell. `isOlder`: it is whole, but not
   * the one that was written last.
   */
  damage: { lost: number | null; isOlder?: boolean } | null;
}

export class NewerShard extends Error {}

/**
 * The file of a shard: a header line, then one record a line, each with a checksum of its own: where the file is damaged
 * it tells which of the records that can still be read are what was written. Large records are written out in slices.
 */
export async function encodeShard(
  place: { collection: CollectionName; shard: number; through: number },
  records: Iterable<Numbered>,
  slices: Slices,
): Promise<Buffer> {
  const lines: string[] = [];
  for (const entry of records) {
    lines.push(`${sealed(entry)}\n`);
    await slices.breathe();
  }
  const body = Buffer.from(lines.join('')); // throws where it is too long to be read again as one string
  const { collection, shard, through } = place;
  const crc = checksum(body);
  const header = { collection, shard, schema: LIBRARY_VERSION, records: lines.length, through, crc };
  return Buffer.concat([Buffer.from(`${JSON.stringify(header)}\n`), body]);
}

const SEAL = ',"c":"';
/** The end of a sealed line: checksum of all that stands before. */
const SEALED = /,"c":"([0-9a-f]{8})"\}$/;

function sealed({ n, r }: Numbered): string {
  const open = JSON.stringify({ n, r }).slice(0, -1);
  return `${open}${SEAL}${checksum(open)}"}`;
}

/** Whether a line that can be read is not what was written. Of one without a checksum nobody can say. */
function isAltered(line: string): boolean {
  const [end, crc] = SEALED.exec(line.trimEnd()) ?? [];
  return end !== undefined && checksum(line.trimEnd().slice(0, -end.length)) !== crc;
}

/**
 * Reads a shard. Where the checksum and the schema's number vouch for it, its records are what we wrote and are taken
 * as they are, unless one cannot be. Otherwise each line is validated on its own and what is readable is kept. Throws
 * {@link NewerShard}.
 */
export function decodeShard(collection: CollectionName, shard: number, bytes: Buffer): Shard {
  const { found, header, body, isIntact } = take(collection, shard, bytes);
  const trusted = isIntact ? parseTrusted(shard, body) : null;
  const through = header?.through ?? 0;
  if (trusted) return { records: trusted, through, damage: null };
  // Another collection's records may look like this one's.
  const isForeign = heldIn(found, collection) !== collection;
  const records = isForeign ? [] : salvage(collection, shard, bytes.toString('utf8'));
  return { records, through, damage: { lost: header ? Math.max(0, header.records - records.length) : null } };
}

/** A shard's header, and the bytes after it with whether these are what was written. Throws {@link NewerShard}. */
function take(collection: CollectionName, shard: number, bytes: Buffer) {
  const lineEnd = bytes.indexOf(10);
  const found = lineEnd === -1 ? null : parseHeader(bytes.toString('utf8', 0, lineEnd));
  const body = bytes.subarray(lineEnd + 1);
  // What another shard, put in this one's place, says of itself tells nothing of this one.
  const header = found?.collection === collection && found.shard === shard ? found : null;
  const isIntact = header?.schema === LIBRARY_VERSION && header.crc === checksum(body);
  return { found, header, body, isIntact };
}

/** The collection whose records a file holds: what its header says, if that can be, else the one it lies with. */
const heldIn = (found: Header | null, place: CollectionName): CollectionName =>
  COLLECTIONS.find((name) => name === found?.collection) ?? place;

/** A readable record, and the number of the newest transaction that its file holds. */
export interface Leaf {
  entry: ReadRecord;
  through: number;
}

/**
 * All readable records of a file that is not the shard whose name it has, or is not as it was written, each validated
 * on its own; null for one that is both. `whole`: it is a shard as it was written, in another's place. Throws
 * {@link NewerShard}.
 */
export function leavesIn(place: CollectionName, shard: number, bytes: Buffer) {
  const { found, body, isIntact } = take(place, shard, bytes);
  if (isIntact) return null;
  const through = found?.through ?? 0;
  const { collection, entries } = recordsOf(found, place, bytes.toString('utf8'));
  const leaves = entries.map((entry): Leaf => ({ entry, through }));
  const isWhole =
    found !== null &&
    found.collection === collection &&
    found.schema === LIBRARY_VERSION &&
    found.crc === checksum(body);
  const whole = isWhole ? { shard: found.shard, records: found.records, through } : null;
  return { collection, leaves, whole };
}

/** The readable records of a file, and whose they are: where no header says it, the lines themselves do. */
function recordsOf(found: Header | null, place: CollectionName, text: string) {
  const named = found ? [heldIn(found, place)] : [place, ...COLLECTIONS];
  for (const collection of named) {
    const entries = readable(collection, text);
    if (entries.length > 0) return { collection, entries };
  }
  return { collection: heldIn(found, place), entries: [] };
}

/** The records' lines of a shard, unparsed; null if they are not as they were written. Throws {@link NewerShard}. */
export function intactLines(collection: CollectionName, shard: number, bytes: Buffer): Buffer | null {
  const { body, isIntact } = take(collection, shard, bytes);
  return isIntact ? body : null;
}

/** How many records a shard holds, without parsing them; null if it is not as it was written. */
export function intactRecords(collection: CollectionName, shard: number, bytes: Buffer): number | null {
  const { header, isIntact } = take(collection, shard, bytes);
  return header && isIntact ? header.records : null;
}

function parseHeader(line: string): Header | null {
  let value: unknown;
  try {
    value = JSON.parse(line.replace(/^\ufeff/, '')); // an editor's byte order mark
  } catch {
    return null;
  }
  // Whatever else a newer header says: to be taken for damage, and repaired, would be its end.
  const schema = (value as { schema?: unknown } | null)?.schema;
  if (typeof schema === 'number' && schema > LIBRARY_VERSION) throw new NewerShard(`schema ${schema}`);
  const { collection, crc, ...numbers } = (value ?? {}) as Partial<Record<keyof Header, unknown>>;
  const areNumbers = (['shard', 'schema', 'records', 'through'] as const).every(
    (name) => typeof numbers[name] === 'number',
  );
  return areNumbers && typeof collection === 'string' && typeof crc === 'string' ? (value as Header) : null;
}

/**
 * Number of the newest transaction that any shard says it holds, where there is no index to say it; null if a shard
 * does not say.
 */
export async function newestThrough(
  folder: string,
  shards: ReadonlyMap<CollectionName, readonly number[]>,
  files: FileLayer,
): Promise<number | null> {
  let newest = 0;
  for (const [collection, numbers] of shards) {
    for (const shard of numbers) {
      const bytes = await readBytes(path.join(folder, collection, shardName(shard)), files);
      const header = parseHeader(bytes.toString('utf8', 0, Math.max(0, bytes.indexOf(10))));
      if (header === null) return null;
      newest = Math.max(newest, header.through);
    }
  }
  return newest;
}

function parseTrusted(shard: number, body: Buffer): Numbered[] | null {
  return body.length === 0 ? [] : recordsIn(shard, body.toString('utf8', 0, body.length - 1).split('\n'));
}

/**
 * The records that lines of a sealed shard are; null where one is no record of this shard, or has another's number:
 * whatever sealed that, it was not this app.
 */
export function recordsIn(shard: number, lines: readonly string[]): Numbered[] | null {
  try {
    const entries = lines.map((line): unknown => JSON.parse(line));
    if (!entries.every((entry) => isRecordOf(shard, entry))) return null;
    const isOnce = new Set(entries.map(({ n }) => n)).size === entries.length;
    return isOnce ? entries.map(({ n, r }) => ({ n, r })) : null;
  } catch {
    return null;
  }
}

function isRecordOf(shard: number, entry: unknown): entry is Numbered {
  const { n = -1, r } = (entry ?? {}) as Partial<Numbered>;
  return Number.isInteger(n) && shardOf(n) === shard && typeof r?.id === 'string';
}

/** The lines that are records, each validated on its own; a damaged header is just one that is not. */
function readable(collection: CollectionName, text: string): ReadRecord[] {
  return text.split('\n').flatMap((line): ReadRecord[] => {
    const entry = parseLine(line);
    if (!entry || !schemaOf(collection).safeParse(withoutRefs(collection, entry.r)).success) return [];
    return [isAltered(line) ? { ...entry, isDoubtful: true } : entry];
  });
}

/** Those that are records of this shard, one of each number. */
function salvage(collection: CollectionName, shard: number, text: string): ReadRecord[] {
  const own = readable(collection, text).filter(({ n }) => shardOf(n) === shard);
  return [...new Map(own.map((entry) => [entry.n, entry])).values()];
}

const entrySchema = z.object({ n: z.int().nonnegative(), r: z.unknown() });

function parseLine(line: string): Numbered | null {
  try {
    const entry = entrySchema.safeParse(JSON.parse(line)).data;
    return entry && typeof entry.r === 'object' && entry.r !== null
      ? { n: entry.n, r: entry.r as Stored }
      : null;
  } catch {
    return null;
  }
}
