import { createHash } from 'node:crypto';
import type { CollectionName, Stored } from './collections.ts';

/** What stands in a shard's line in place of a long text: the name and size of its file under `bodies/`. */
export interface BodyRef {
  sha256: string;
  /** Of the text as UTF-8. */
  bytes: number;
}

type Path = readonly [...holder: string[], key: string];
type Holder = Record<string, unknown>;

/**
 * Where long texts are. Only of records that are shown as rows far more often than they are opened; the texts of
 * operations stay inline, so that what is about to be sent never depends on a second file.
 */
const PATHS: Partial<Record<CollectionName, readonly Path[]>> = {
  posts: [
    ['fields', 'body'],
    ['base', 'fields', 'body'],
    ['conflict', 'fields', 'body'],
    ['remote', 'rendered'],
  ],
  revisions: [['fields', 'body']],
};

/** Shorter texts stay inline: a file takes up a block of the disk however little is in it. In UTF-16 units. */
const SHORTEST = 1024;

/** The reference behind each lazy text, so that it can be stored again without being read. */
const refs = new WeakMap<() => unknown, BodyRef>();

function holderOf(record: Stored, path: Path): Holder | null {
  let at: unknown = record;
  for (const key of path.slice(0, -1)) {
    if (typeof at !== 'object' || at === null) return null;
    at = (at as Holder)[key];
  }
  return typeof at === 'object' && at !== null ? (at as Holder) : null;
}

const keyOf = (path: Path): string => path.at(-1) ?? '';

function isRef(value: unknown): value is BodyRef {
  const { sha256, bytes } = (value ?? {}) as Partial<Record<keyof BodyRef, unknown>>;
  // It becomes a part of a path, and a damaged line may hold anything.
  return typeof sha256 === 'string' && /^[0-9a-f]{64}$/.test(sha256) && Number.isSafeInteger(bytes);
}

/** The reference of a property that is read lazily. */
function lazyRef(holder: Holder, key: string): BodyRef | undefined {
  const { get } = Object.getOwnPropertyDescriptor(holder, key) ?? {};
  return get && refs.get(get);
}

/** Whether records of this collection have long texts. */
export const hasBodies = (collection: CollectionName): boolean => PATHS[collection] !== undefined;

/** The long texts of a record that are still on disk only. */
export function* lazyRefs(collection: CollectionName, record: Stored): Generator<BodyRef> {
  for (const path of PATHS[collection] ?? []) {
    const holder = holderOf(record, path);
    const ref = holder && lazyRef(holder, keyOf(path));
    if (ref) yield ref;
  }
}

/** The names, as SHA-256, of a record's long texts that files of their own have or will have; none is read for it. */
export function* textNames(collection: CollectionName, record: Stored): Generator<string> {
  for (const path of PATHS[collection] ?? []) {
    const holder = holderOf(record, path);
    const ref = holder && lazyRef(holder, keyOf(path));
    const text = ref ? null : holder?.[keyOf(path)];
    if (ref) yield ref.sha256;
    else if (typeof text === 'string' && isLong(text)) yield nameOf(Buffer.from(text, 'utf8'));
  }
}

// Half of a surrogate pair has no UTF-8: in JSON it survives, in a text file it would not.
const isLong = (text: string): boolean => text.length >= SHORTEST && text.isWellFormed();

const nameOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex');

/** A copy with `value` at the end of the path; no other property of a holder on the way is read if it is lazy. */
function replaced(holder: Holder, [key, ...rest]: Path, value: unknown): Holder {
  const copy: Holder = {};
  for (const each of Object.keys(holder)) {
    if (each !== key) copy[each] = holder[each];
    else
      copy[each] = rest.length > 0 ? replaced(holder[each] as Holder, rest as unknown as Path, value) : value;
  }
  return copy;
}

interface BodyShelf {
  /** Whether the file of this text is not what its name says, so that what was read has to be written anew. */
  isDamaged(sha256: string): boolean;
  /** Whether this text can have a file of its own; false where there is one of its name with something else in it. */
  takes(ref: BodyRef, text: string): boolean;
  /** Told of each reference, with its text unless that is on disk already. */
  note(ref: BodyRef, text: string | null): void;
}

/** The reference of a text that gets a file of its own; null for one that stays inline. */
function refFor(text: string, shelf: BodyShelf): BodyRef | null {
  if (!isLong(text)) return null;
  const bytes = Buffer.from(text, 'utf8');
  const ref = { sha256: nameOf(bytes), bytes: bytes.length };
  return shelf.takes(ref, text) ? ref : null;
}

/** A record as shards store it: references in place of its long texts. */
export function laidOut(collection: CollectionName, record: Stored, shelf: BodyShelf): Stored {
  let stored = record as unknown as Holder;
  for (const path of PATHS[collection] ?? []) {
    const holder = holderOf(record, path);
    if (!holder) continue;
    const lazy = lazyRef(holder, keyOf(path));
    const known = lazy && !shelf.isDamaged(lazy.sha256) ? lazy : null;
    const text = known ? null : String(holder[keyOf(path)]);
    const ref = known ?? (text === null ? null : refFor(text, shelf));
    if (ref) shelf.note(ref, text);
    stored = replaced(stored, path, ref ?? text);
  }
  return stored as unknown as Stored;
}

/**
 * Turns the references of a record that was just parsed into properties that read their text on first touch. To JSON,
 * spreads and clones they are plain strings.
 */
export function wake(collection: CollectionName, record: Stored, read: (ref: BodyRef) => string): void {
  if (collection === 'posts')
    shareFields(record as unknown as { fields: unknown; base: { fields: unknown } | null });
  for (const path of PATHS[collection] ?? []) {
    const holder = holderOf(record, path);
    // Not by reading it: where two sides share their fields, it is lazy already.
    const value = holder && Object.getOwnPropertyDescriptor(holder, keyOf(path))?.value;
    if (!holder || !isRef(value)) continue;
    const get = () => read(value);
    refs.set(get, value);
    Object.defineProperty(holder, keyOf(path), { get, enumerable: true, configurable: true });
  }
}

/** A post that is as on its site has one and the same object for both sides, so that comparing them reads no text. */
function shareFields(post: { fields: unknown; base: { fields: unknown } | null }): void {
  if (post.base && JSON.stringify(post.fields) === JSON.stringify(post.base.fields))
    post.base.fields = post.fields;
}

/** The record with its references blanked, for validating a line that nothing vouches for. */
export function withoutRefs(collection: CollectionName, record: Stored): Stored {
  let blank = record as unknown as Holder;
  for (const path of PATHS[collection] ?? []) {
    const value = holderOf(record, path)?.[keyOf(path)];
    if (isRef(value)) blank = replaced(blank, path, '');
  }
  return blank as unknown as Stored;
}
