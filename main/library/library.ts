import path from 'node:path';
import { type Clock, systemClock } from '../clock.ts';
import type { AppError } from '../domain/app-error.ts';
import type { Comment } from '../domain/comment.ts';
import type { Post } from '../domain/post.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CollectionName, Stored } from './collections.ts';
import type { Writer } from './comment-index.ts';
import type { CommentList } from './comment-order.ts';
import type { DamageReport } from './damage-report.ts';
import { type FileLayer, fileBehind } from './durable-file.ts';
import type { CountedCollection } from './facets.ts';
import { JournalAdapter } from './journal-adapter.ts';
import { UnreadableFile } from './json-adapter.ts';
import { MANIFEST_FILE } from './layout.ts';
import { ownerOf } from './owner.ts';
import type { Repair } from './repairs.ts';
import { StorageFailure, storageError } from './storage-error.ts';
import { StoredLibrary } from './stored-library.ts';
import type { StatusCounts } from './tally.ts';
import type { Reader, Transaction } from './transaction.ts';

/** A record before (undefined: it is new) and after (undefined: it was removed). */
export interface RecordChange<R = Stored> {
  before: R | undefined;
  after: R | undefined;
}

/** Says that a transaction is on disk. */
export interface Commit {
  /** Grows by one with each commit of this run. */
  revision: number;
  /** The library's `sequence` after it. */
  sequence: number;
  collections: ReadonlySet<CollectionName>;
  /** What changed, by collection and id. */
  changes: ReadonlyMap<CollectionName, ReadonlyMap<string, RecordChange>>;
}

/** A part of a list of comments. */
export interface CommentPageQuery extends CommentList {
  offset: number;
  limit: number;
}

/** Everything stored locally. Records are immutable: change them only by `transact`. */
export interface Library extends Reader {
  /**
   * Resolves once every record is in memory; with an error if that cannot be, and then nothing can be read or changed.
   * Before, what {@link Reader} offers throws, except for sites, contacts and preferences.
   */
  readonly loaded: Promise<Result<null>>;
  /** Tells this library from every other, in each run. */
  readonly id: string;
  /** Number of the newest commit of this run. */
  readonly revision: number;
  /** Number of the newest transaction on disk; grows by one each, also from one run to the next. */
  readonly sequence: number;
  /**
   * Runs `work` on the newest state and makes its changes durable: when the promise resolves with `ok` they are on
   * disk. Works run one after another, so what `work` reads is never stale; it must be synchronous. If `work` answers
   * with an error, or the disk fails, nothing changes, neither on disk nor in memory. Waits until everything is loaded.
   */
  transact<T>(work: (tx: Transaction) => Result<T>): Promise<Result<T>>;
  /** Resolves once this collection is in memory: for all but the comments well before `loaded`. */
  ready(collection: CollectionName): Promise<Result<null>>;
  /** How many records of a site, or of all with null, have which status; known before everything is loaded. */
  counts(collection: CountedCollection, siteId: string | null): Promise<StatusCounts>;
  /** A page of a list, and how many comments are in all of it; known before everything is loaded. */
  commentPage(query: CommentPageQuery): Promise<{ total: number; comments: readonly Comment[] }>;
  /** All comments under a post of a site, whatever their status. In no promised order. */
  commentsUnder(siteId: string, postRemoteId: number): readonly Comment[];
  /** All comments by the same email on a site, or by the same name where there is no email. In no promised order. */
  commentsBy(writer: Writer): readonly Comment[];
  /** The post that has this number on its site. */
  postAt(siteId: string, remoteId: number): Post | undefined;
  onCommit(listener: (commit: Commit) => void): () => void;
  /** Resolves when everything asked for so far has been written or refused. */
  settled(): Promise<void>;
  /** What opening, loading or reading a long text found damaged; empty when all was well. */
  readonly repairs: readonly Repair[];
  /** What this run and earlier ones found damaged and nobody has acknowledged, oldest first. */
  openReports(): Promise<DamageReport[]>;
  /** A person has been told of all that. Durable when it resolves with `ok`. */
  acknowledgeReports(): Promise<Result<null>>;
  /** Whether the disk would take a change, as far as can be told without making one. Waits until everything is loaded. */
  tryDisk(): Promise<Result<null>>;
  /**
   * Brings the files to the state of this moment, then lets `use` copy or link them while writing goes on: none of
   * them changes until it is done. Their names are relative to `folder`. Rejects with the disk's error.
   */
  snapshot<T>(use: (files: string[], folder: string) => Promise<T>): Promise<T>;
  /** Moves what the journal holds into the shards; happens by itself as it grows. Rejects with the disk's error. */
  compact(): Promise<void>;
  /** Ends what has begun and gives the library back. Nothing can be changed afterwards. */
  close(): Promise<void>;
}

export interface LibraryOptions {
  clock: Clock;
  /** Told of a defect that has no caller, such as a listener that throws. */
  onBug(error: unknown): void;
  /** Told when compacting fails, and with null when it succeeds. Nothing is lost, and it is tried again. */
  onTrouble(error: AppError | null): void;
  /** Told how each change of the files ended: with the disk's error, or with null once it is durable. */
  onWritten(error: AppError | null): void;
  /** Told of each thing found damaged, see {@link Library.repairs}. */
  onRepair(repair: Repair): void;
  /** Bytes of journal after which it is compacted. */
  journalLimit: number;
}

/** Of `onBug` there is none: what nobody hears of stays a bug. */
const DEFAULTS: Omit<LibraryOptions, 'onBug'> = {
  clock: systemClock,
  onTrouble: () => {},
  onWritten: () => {},
  onRepair: () => {},
  // Replaying a megabyte costs a start some ten milliseconds; a shorter journal would rewrite shards more often.
  journalLimit: 2 ** 20,
};

/** What a library has to be opened with, and what it may be. */
type OpenOptions = Partial<LibraryOptions> & Pick<LibraryOptions, 'onBug'>;

/**
 * Opens the library in `folder`, or starts an empty one where there is none. Answers as soon as the first window can
 * be shown; the rest is loaded in the background, see `loaded`.
 * Errors: `storage in-use`; `storage damaged` and `storage newer` (everything is left as it is); `storage denied | io`.
 */
export async function openLibrary(
  folder: string,
  files: FileLayer,
  options: OpenOptions,
): Promise<Result<Library>> {
  const { clock, onBug, onTrouble, onWritten, onRepair, journalLimit } = { ...DEFAULTS, ...options };
  const errorOf = (error: unknown): AppError => {
    if (error instanceof StorageFailure) return error.error;
    if (error instanceof UnreadableFile) return { kind: 'storage', reason: error.reason, file: error.file };
    // A journal that could not be begun has another name with each try: the manifest stands for what is in the folder.
    return storageError(error, fileBehind(error, folder, files) ?? path.join(folder, MANIFEST_FILE));
  };
  const owner = ownerOf(folder, files);
  let isOurs = false;
  const open = () =>
    JournalAdapter.open({
      ...{ folder, files, clock, journalLimit, own: owner.ensure },
      // What was read before the folder was ours may yet have to be read again.
      onRepair: (repair) => isOurs && onRepair(repair),
      onCompacted: (failure) => onTrouble(failure === null ? null : errorOf(failure)),
    });
  try {
    const owned = await owner.atStart(open);
    if (!owned.ok) return owned;
    const adapter = owned.value;
    isOurs = true;
    for (const repair of adapter.damage.repairs) onRepair(repair);
    const library = new StoredLibrary(adapter, { errorOf, onBug, onWritten, release: owner.release });
    if (adapter.isSmall) await library.loaded;
    return ok(library);
  } catch (error) {
    await owner.release();
    return err(errorOf(error));
  }
}
