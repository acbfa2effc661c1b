import { checksum } from './checksum.ts';
import { COLLECTIONS, type CollectionName, type Stored } from './collections.ts';

/**
 * One record's change as the journal writes it. All are absolute: they say what is, not what is added, so that
 * replaying any of them twice, or on top of a state that already has them, is harmless.
 */
export type Change =
  /** `again`: it had been there before, and damage had displaced it. */
  | { c: CollectionName; n: number; put: Stored; again?: true }
  /** The fields that changed, whole; fields that are gone are named in `unset`. */
  | { c: CollectionName; n: number; set: Readonly<Record<string, unknown>>; unset?: readonly string[] }
  | { c: CollectionName; n: number; id: string; del: true };

/** How many records of a site have a status: by collection, then site, then status. */
export type Counts = { [C in CollectionName]?: Record<string, Record<string, number>> };

/** A transaction in the journal: what reached the disk together. */
export interface JournalLine {
  /** Grows by one with each transaction, also from one run to the next. */
  t: number;
  ops: readonly Change[];
  /** The counters that this transaction changed, as they are after it. */
  counts?: Counts;
}

/** `<checksum of the JSON> <JSON>\n` */
export function encodeLine(line: JournalLine): Buffer {
  const json = JSON.stringify(line);
  return Buffer.from(`${checksum(json)} ${json}\n`);
}

const SUM_LENGTH = 8;
const CARRIAGE_RETURN = 13;

/** What a line without its line break says; null if it is not as we wrote it. */
export function decodeLine(bytes: Buffer): JournalLine | null {
  const end = bytes.at(-1) === CARRIAGE_RETURN ? -1 : bytes.length; // an editor's; JSON has none of its own
  const json = bytes.subarray(SUM_LENGTH + 1, end);
  if (bytes.toString('latin1', 0, SUM_LENGTH + 1) !== `${checksum(json)} `) return null;
  try {
    const line = JSON.parse(json.toString()) as Partial<JournalLine> | null;
    return Number.isSafeInteger(line?.t) && Array.isArray(line?.ops) ? (line as JournalLine) : null;
  } catch {
    return null; // the checksum holds, so this was never a line of ours
  }
}

/**
 * What a bad line says, if it can be read all the same: letters in it may be wrong. No crash leaves such a line: an append
 * that was cut off lacks its end, and a block of it that was never written is NULs, which no JSON has and no checksum.
 */
export function legibleLine(bytes: Buffer): JournalLine | null {
  if (bytes.subarray(0, SUM_LENGTH + 1).includes(0)) return null;
  try {
    const line = JSON.parse(bytes.toString('utf8', SUM_LENGTH + 1)) as Partial<JournalLine> | null;
    const isLine = Number.isSafeInteger(line?.t) && Array.isArray(line?.ops);
    return isLine && line?.ops?.every(isChange) ? (line as JournalLine) : null;
  } catch {
    return null;
  }
}

const isChange = (value: unknown): boolean => {
  if (!isObject(value) || !COLLECTIONS.some((name) => name === value.c)) return false;
  const { n, put = {}, set = {} } = value;
  return Number.isSafeInteger(n) && isObject(put) && isObject(set);
};

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The fields that a change names; none of one that removes. */
export const saidBy = (change: Change): Readonly<Record<string, unknown>> =>
  'put' in change ? { ...change.put } : 'set' in change ? change.set : {};

/** Id of the version that the words of a post's change become, where damage has left nothing else of them. */
export const versionId = (postId: unknown, revision: unknown): string => `journal-${postId}-${revision}`;

/**
 * Whether a bad line may be what a crash left of an append: the beginning of a line, and NULs where blocks were never
 * written. Anything else was put there by somebody else.
 */
export const mayBeTorn = (bytes: Buffer): boolean =>
  /^[0-9a-f\0]{0,8}$|^[0-9a-f\0]{8}[ \0]([{\0]|$)/.test(bytes.toString('latin1', 0, SUM_LENGTH + 2));

/** What changed in a record that is kept: whole fields, compared by identity, since records are never changed in place. */
export function changedFields(
  before: Stored,
  after: Stored,
): { set: Record<string, unknown>; unset: string[] } {
  const old = before as unknown as Record<string, unknown>;
  const set: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(after)) {
    if (value !== undefined && old[key] !== value) set[key] = value;
  }
  const now = after as unknown as Record<string, unknown>;
  return { set, unset: Object.keys(old).filter((key) => old[key] !== undefined && now[key] === undefined) };
}
