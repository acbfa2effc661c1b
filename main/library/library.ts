import path from 'node:path';
import { Low } from 'lowdb';
import type { AppError } from '../domain/app-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import {
  type CollectionName,
  type Collections,
  emptyLibrary,
  LIBRARY_VERSION,
  type LibraryData,
  librarySchema,
} from './collections.ts';
import { type FileLayer, realFiles } from './durable-file.ts';
import { JsonAdapter, UnreadableFile } from './json-adapter.ts';
import { storageError } from './storage-error.ts';
import { Draft, type Transaction } from './transaction.ts';

/** Says that a transaction is on disk. */
export interface Commit {
  /** Grows by one with each commit of this run. */
  revision: number;
  collections: ReadonlySet<CollectionName>;
}

/** Everything stored locally. Records are immutable: change them only by `transact`. */
export interface Library {
  get<C extends CollectionName>(collection: C, id: string): Collections[C] | undefined;
  /** All records of a collection, in no promised order. */
  all<C extends CollectionName>(collection: C): Collections[C][];
  /** Number of the newest commit. */
  readonly revision: number;
  /**
   * Runs `work` on the newest state and makes its changes durable: when the promise resolves with `ok` they are on
   * disk. Works run one after another, so what `work` reads is never stale; it must be synchronous. If `work` answers
   * with an error, or the disk fails, nothing changes, neither on disk nor in memory.
   */
  transact<T>(work: (tx: Transaction) => Result<T>): Promise<Result<T>>;
  onCommit(listener: (commit: Commit) => void): () => void;
  /** Resolves when everything asked for so far has been written or refused. */
  settled(): Promise<void>;
}

interface Waiting {
  run(draft: Draft): (failure: AppError | null) => void;
}

class LowdbLibrary implements Library {
  readonly #low: Low<LibraryData>;
  readonly #file: string;
  readonly #onBug: (error: unknown) => void;
  readonly #listeners = new Set<(commit: Commit) => void>();
  #queue: Waiting[] = [];
  #writing: Promise<void> | null = null;
  revision = 0;

  constructor(low: Low<LibraryData>, file: string, onBug: (error: unknown) => void) {
    this.#low = low;
    this.#file = file;
    this.#onBug = onBug;
  }

  get<C extends CollectionName>(collection: C, id: string): Collections[C] | undefined {
    const table = this.#low.data[collection] as Record<string, Collections[C]>;
    return Object.hasOwn(table, id) ? table[id] : undefined;
  }

  all<C extends CollectionName>(collection: C): Collections[C][] {
    return Object.values(this.#low.data[collection] as Record<string, Collections[C]>);
  }

  transact<T>(work: (tx: Transaction) => Result<T>): Promise<Result<T>> {
    return new Promise((resolve, reject) => {
      this.#queue.push({
        run: (draft) => {
          const own = new Draft(draft);
          let result: Result<T>;
          try {
            result = work(own);
          } catch (error) {
            return () => reject(error); // a defect in `work`: its changes are dropped, the others go on
          }
          if (!result.ok) return () => resolve(result);
          own.mergeInto(draft);
          return (failure) => resolve(failure ? err(failure) : result);
        },
      });
      this.#writing ??= this.#drain();
    });
  }

  /** Writes everything that waits as one commit, until nothing waits. */
  async #drain(): Promise<void> {
    await Promise.resolve(); // lets transactions that start in the same turn share one write
    while (this.#queue.length > 0) {
      const batch = this.#queue;
      this.#queue = [];
      const draft = new Draft(this);
      const settle = batch.map((waiting) => waiting.run(draft));
      const failure = draft.isEmpty ? null : await this.#write(draft);
      if (!failure && !draft.isEmpty) this.#announce(draft.collections);
      for (const done of settle) done(failure);
    }
    this.#writing = null;
  }

  async #write(draft: Draft): Promise<AppError | null> {
    const before = this.#low.data;
    this.#low.data = draft.applyTo(before);
    // Readers must not see what is not on disk yet, so memory shows the old state until the write has succeeded.
    const pending = this.#low.write();
    const after = this.#low.data;
    this.#low.data = before;
    try {
      await pending;
      this.#low.data = after;
      return null;
    } catch (error) {
      return storageError(error, this.#file);
    }
  }

  #announce(collections: ReadonlySet<CollectionName>): void {
    this.revision += 1;
    for (const listener of this.#listeners) {
      try {
        listener({ revision: this.revision, collections });
      } catch (error) {
        this.#onBug(error); // what is on disk stays committed, and the next transaction must not wait for ever
      }
    }
  }

  onCommit(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async settled(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }
}

/** Name of the library's file in its folder. */
export const LIBRARY_FILE = 'library.json';

/**
 * Opens the library in `folder`, or starts an empty one where there is none.
 * Errors: `storage damaged` and `storage newer` (the file is left as it is), `storage denied | io`.
 *
 * @param onBug told of a listener that throws
 */
export async function openLibrary(
  folder: string,
  files: FileLayer = realFiles,
  onBug: (error: unknown) => void = console.error,
): Promise<Result<Library>> {
  const file = path.join(folder, LIBRARY_FILE);
  const low = new Low<LibraryData>(
    new JsonAdapter(file, librarySchema, LIBRARY_VERSION, files),
    emptyLibrary(),
  );
  try {
    await low.read();
  } catch (error) {
    if (error instanceof UnreadableFile) return err({ kind: 'storage', reason: error.reason, file });
    return err(storageError(error, file));
  }
  return ok(new LowdbLibrary(low, file, onBug));
}
