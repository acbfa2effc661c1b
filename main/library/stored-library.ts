import { setImmediate as nextTurn } from 'node:timers/promises';
import { Low } from 'lowdb';
import type { AppError } from '../domain/app-error.ts';
import type { Comment } from '../domain/comment.ts';
import type { Operation } from '../domain/operation.ts';
import type { Post } from '../domain/post.ts';
import { err, ok, type Result } from '../domain/result.ts';
import type { CollectionName, Collections } from './collections.ts';
import type { Writer } from './comment-index.ts';
import { commentsOfPage } from './comment-pages.ts';
import type { DamageReport } from './damage-report.ts';
import type { CountedCollection } from './facets.ts';
import type { JournalAdapter } from './journal-adapter.ts';
import type { CommentPageQuery, Commit, Library } from './library.ts';
import type { Repair } from './repairs.ts';
import { changesIn, type Step, stepsOf } from './steps.ts';
import { StorageFailure } from './storage-error.ts';
import type { Tables } from './table.ts';
import type { StatusCounts } from './tally.ts';
import { Draft, type Transaction } from './transaction.ts';
import { type WaitingWork, waitingWork } from './waiting-work.ts';

interface Hands {
  errorOf(error: unknown): AppError;
  onBug(error: unknown): void;
  /** Told how each write ended. */
  onWritten(failure: AppError | null): void;
  /** Gives the folder back. */
  release(): Promise<void>;
}

/** Transactions over lowdb, see {@link Library}. */
export class StoredLibrary implements Library {
  readonly loaded: Promise<Result<null>>;
  readonly #adapter: JournalAdapter;
  readonly #low: Low<Tables>;
  readonly #hands: Hands;
  readonly #listeners = new Set<(commit: Commit) => void>();
  #queue: WaitingWork[] = [];
  #writing: Promise<void> | null = null;
  #closed = false;
  revision = 0;

  constructor(adapter: JournalAdapter, hands: Hands) {
    this.#adapter = adapter;
    this.#low = new Low<Tables>(adapter, adapter.tables);
    this.#hands = hands;
    // Not at once: whoever asks for a first page now goes first.
    const read = async () => {
      await nextTurn();
      await this.#low.read();
    };
    this.loaded = read().then(
      () => {
        void adapter.comments.build().catch(hands.onBug);
        return ok(null);
      },
      (error: unknown) => err(hands.errorOf(error)),
    );
  }

  get id(): string {
    return this.#adapter.id;
  }

  get sequence(): number {
    return this.#adapter.sequence;
  }

  get repairs(): readonly Repair[] {
    return this.#adapter.damage.repairs;
  }

  openReports(): Promise<DamageReport[]> {
    return this.#adapter.openReports();
  }

  acknowledgeReports(): Promise<Result<null>> {
    return this.#attempt(() => this.#adapter.acknowledgeReports());
  }

  async tryDisk(): Promise<Result<null>> {
    const loaded = await this.loaded;
    return loaded.ok ? this.#attempt(() => this.#adapter.prepare()) : loaded;
  }

  get<C extends CollectionName>(collection: C, id: string): Collections[C] | undefined {
    return this.#table(collection).get(id) as Collections[C] | undefined;
  }

  all<C extends CollectionName>(collection: C): Collections[C][] {
    return this.#table(collection).all() as Collections[C][];
  }

  newestFirst<C extends CollectionName>(collection: C): Iterable<Collections[C]> {
    return this.#table(collection).newestFirst() as Iterable<Collections[C]>;
  }

  openOperations(target?: string): Operation[] {
    this.#table('operations');
    const { open } = this.#adapter.outbox;
    return target === undefined ? open.all() : open.on(target);
  }

  #table<C extends CollectionName>(collection: C): Tables[C] {
    if (!this.#adapter.loading.isReady(collection))
      throw new Error(`The ${collection} are still being loaded`);
    return this.#low.data[collection];
  }

  transact<T>(work: (tx: Transaction) => Result<T>): Promise<Result<T>> {
    if (this.#closed) return Promise.reject(new Error('The library is closed'));
    return new Promise((resolve, reject) => {
      this.#queue.push(waitingWork(work, resolve, reject));
      this.#writing ??= this.#drain();
    });
  }

  /** Writes everything that waits as one commit, until nothing waits. */
  async #drain(): Promise<void> {
    const loaded = await this.loaded; // waits one turn at least, so that works that start together share one write
    while (this.#queue.length > 0) {
      const batch = this.#queue;
      this.#queue = [];
      if (loaded.ok) await this.#commit(batch);
      else for (const { refuse } of batch) refuse(loaded.error);
    }
    this.#writing = null;
  }

  async #commit(batch: readonly WaitingWork[]): Promise<void> {
    const draft = new Draft(this);
    const settle = batch.map((waiting) => waiting.run(draft));
    const steps = stepsOf(draft, this.#low.data);
    const failure = steps.length > 0 ? await this.#write(steps) : null;
    if (steps.length > 0 && !failure) this.#announce(steps);
    for (const done of settle) done(failure);
  }

  async #write(steps: readonly Step[]): Promise<AppError | null> {
    this.#adapter.stage(steps);
    const written = await this.#attempt(() => this.#low.write());
    return written.ok ? null : written.error;
  }

  /** Asks the disk for something and tells of its answer. */
  async #attempt(work: () => Promise<void>): Promise<Result<null>> {
    try {
      await work();
    } catch (error) {
      const failure = this.#hands.errorOf(error);
      this.#hands.onWritten(failure);
      return err(failure);
    }
    this.#hands.onWritten(null);
    return ok(null);
  }

  #announce(steps: readonly Step[]): void {
    this.revision += 1;
    const changes = changesIn(steps);
    const { revision, sequence } = this;
    for (const listener of this.#listeners) {
      try {
        listener({ revision, sequence, collections: new Set(changes.keys()), changes });
      } catch (error) {
        this.#hands.onBug(error); // what is on disk stays committed, and the next transaction must not wait for ever
      }
    }
  }

  async ready(collection: CollectionName): Promise<Result<null>> {
    return Promise.race([this.#adapter.loading.whenReady(collection).then(() => ok(null)), this.loaded]);
  }

  async counts(collection: CountedCollection, siteId: string | null): Promise<StatusCounts> {
    if (!this.#adapter.index) await this.#whole();
    return this.#adapter.tally.counts(collection, siteId);
  }

  async commentPage(query: CommentPageQuery): Promise<{ total: number; comments: readonly Comment[] }> {
    const comments = await commentsOfPage(this.#adapter, query, () => this.#whole());
    const counts = await this.counts('comments', query.siteId);
    return { total: query.statuses.reduce((sum, status) => sum + (counts[status] ?? 0), 0), comments };
  }

  commentsUnder(siteId: string, postRemoteId: number): readonly Comment[] {
    this.#table('comments');
    return this.#adapter.comments.under(siteId, postRemoteId);
  }

  commentsBy(writer: Writer): readonly Comment[] {
    this.#table('comments');
    return this.#adapter.comments.by(writer);
  }

  postAt(siteId: string, remoteId: number): Post | undefined {
    this.#table('posts');
    return this.#adapter.posts.at(siteId, remoteId);
  }

  onCommit(listener: (commit: Commit) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async settled(): Promise<void> {
    while (this.#writing !== null) await this.#writing;
  }

  async snapshot<T>(use: (files: string[], folder: string) => Promise<T>): Promise<T> {
    await this.#whole();
    return this.#adapter.snapshot(use);
  }

  async compact(): Promise<void> {
    await this.#whole();
    await this.#adapter.compaction.run();
  }

  /** Shards must never be written from a memory that lacks some of them. */
  async #whole(): Promise<void> {
    const loaded = await this.loaded;
    if (!loaded.ok) throw new StorageFailure(loaded.error);
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.loaded;
    await this.settled();
    await this.#adapter.close();
    await this.#hands.release();
  }
}
