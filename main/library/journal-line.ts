import { checksum } from './checksum.ts';
import type { CollectionName, Stored } from './collections.ts';

/**
 * One record's change as the journal writes it. All are absolute: they say what is, not what is added, so that
 * replaying any of them twice, or on top of a state that already has them, is harmless.
 */
export type Change =
  | { c: CollectionName; n: number; put: Stored }
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
