import { createHash } from 'node:crypto';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { LibraryCounts } from '../domain/library-counts.ts';
import { isOpen, type Operation } from '../domain/operation.ts';
import type { Post } from '../domain/post.ts';
import { COLLECTIONS, type CollectionName } from '../library/collections.ts';
import type { FileLayer } from '../library/durable-file.ts';
import { parseIndex } from '../library/index-file.ts';
import { INDEX_FILE, MANIFEST_FILE, shardIn } from '../library/layout.ts';
import type { Library } from '../library/library.ts';
import { readManifest } from '../library/manifest.ts';
import { decodeShard, intactRecords } from '../library/shard-file.ts';
import { Slices } from '../library/slices.ts';
import type { Numbered } from '../library/table.ts';
import { BackupFailure, ofLibrary } from './backup-failure.ts';
import { FileReader } from './file-reader.ts';
import type { BackupManifest, Entry } from './manifest.ts';

/** The practice blog's own state: no part of the library, but restored without it the blog would forget what it knew. */
export const PRACTICE_FILE = 'practice-blog.json';

/** How far something long is, in bytes or files. */
export type OnProgress = (done: number, total: number) => void;

/** Adds up bytes or files and tells how far that is. */
export function adding(total: number, onProgress: OnProgress): (more: number) => void {
  let done = 0;
  return (more) => {
    done += more;
    onProgress(done, Math.max(total, done));
  };
}

export interface Work {
  files: FileLayer;
  signal: AbortSignal;
  onProgress: OnProgress;
}

/** Bytes hashed at once: a millisecond or two. */
const PIECE = 2 ** 20;

export async function sha256Of(bytes: Buffer, slices: Slices): Promise<string> {
  const hash = createHash('sha256');
  for (let at = 0; at < bytes.length; at += PIECE) {
    hash.update(bytes.subarray(at, at + PIECE));
    await slices.breathe();
  }
  return hash.digest('hex');
}

/** Runs `use` on the files of the library. What keeps these from being made ready is the fault of the library's disk. */
export async function withSnapshot<T>(
  library: Pick<Library, 'snapshot'>,
  use: (names: string[], folder: string) => Promise<T>,
): Promise<T> {
  let isReady = false;
  try {
    return await library.snapshot((names, folder) => {
      isReady = true;
      return use(names, folder);
    });
  } catch (problem) {
    throw isReady
      ? problem
      : ofLibrary(problem, (problem as NodeJS.ErrnoException | null)?.path ?? 'library');
  }
}

/** What a backup says of the library, apart from when and why it was made. */
export type Facts = Pick<BackupManifest, 'library' | 'sequence' | 'counts' | 'files'>;

/**
 * Goes through the files of a snapshot, a slice at a time, and gives each to `take`, which may answer with another
 * entry than the file's own; its bytes are there only until then. Everything that is said of the library comes from
 * these bytes: memory is newer by now.
 *
 * @throws BackupFailure `library-damaged` for a shard that is not as it was written: a backup of it would push out a
 *   good one; `library-unread`
 */
export async function readSnapshot(
  names: readonly string[],
  folder: string,
  { files, signal, onProgress }: Work,
  take: (file: Entry, bytes: Buffer) => Promise<Entry>,
): Promise<Facts> {
  const slices = new Slices();
  const reader = new FileReader(files);
  const hasPractice = files.sizeSync(path.join(folder, PRACTICE_FILE)) !== null;
  const all = hasPractice ? [...names, PRACTICE_FILE] : names;
  const facts: Facts = { library: { id: '', version: 0 }, sequence: 0, counts: none(), files: [] };
  // In files: to ask for all their sizes at once would be felt.
  const add = adding(all.length, onProgress);
  for (const name of all) {
    signal.throwIfAborted();
    const bytes = await reader.read(path.join(folder, name)).catch((problem: unknown) => {
      throw ofLibrary(problem, path.join(folder, name));
    });
    await slices.giveWay();
    note(facts, name, bytes, path.join(folder, name));
    const entry = {
      path: name.replaceAll(path.sep, '/'),
      sha256: await sha256Of(bytes, slices),
      bytes: bytes.length,
    };
    facts.files.push(await take(entry, bytes));
    add(1);
  }
  return facts;
}

const none = (): LibraryCounts => ({ posts: 0, drafts: 0, comments: 0, waiting: 0 });

function note(facts: Facts, name: string, bytes: Buffer, file: string): void {
  if (name === MANIFEST_FILE) {
    const found = readManifest(bytes.toString('utf8'), file);
    if (found.kind !== 'current') throw new BackupFailure('library-damaged', file);
    facts.library = { id: found.manifest.id, version: found.manifest.version };
  }
  if (name === INDEX_FILE) {
    const index = parseIndex(bytes.toString('utf8'));
    if (!index) throw new BackupFailure('library-damaged', file);
    facts.sequence = index.sequence;
  }
  const shard = shardIn(path.basename(name));
  const collection = COLLECTIONS.find((each) => each === path.dirname(name));
  if (shard === null || collection === undefined) return;
  const records = intactRecords(collection, shard, bytes);
  if (records === null) throw new BackupFailure('library-damaged', file);
  if (collection === 'comments') facts.counts.comments += records;
  // Half a thousand comments take as long to parse as a key may take to be heard; these here are few or short.
  else if (collection === 'posts' || collection === 'operations') {
    count(facts.counts, collection, decodeShard(collection, shard, bytes).records);
  }
}

function count(counts: LibraryCounts, collection: CollectionName, records: readonly Numbered[]): void {
  if (collection === 'posts') {
    counts.posts += records.length;
    counts.drafts += records.filter(({ r }) => isDraftInShard(r as Post)).length;
  }
  if (collection === 'operations') counts.waiting += records.filter(({ r }) => isOpen(r as Operation)).length;
}

/** As `isDraft`, for a record as it is in its shard: long texts are there by their hashes. */
const isDraftInShard = ({ fields, base }: Post): boolean =>
  base === null || !isDeepStrictEqual(fields, base.fields);
