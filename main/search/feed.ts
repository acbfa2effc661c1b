import type { Site } from '../domain/site.ts';
import type { Commit, Library, RecordChange } from '../library/library.ts';
import { batches } from './batches.ts';
import type { Batch, Failure, RecordKey, Source } from './protocol.ts';
import { sourceOf } from './sources.ts';
import type { LinkAnswer, WorkerLink } from './worker-link.ts';

/** The library as search reads it. */
export type SearchedLibrary = Pick<
  Library,
  'id' | 'get' | 'all' | 'onCommit' | 'sequence' | 'loaded' | 'repairs'
>;

/** How far a pass over the whole library is, in records. */
export interface Building {
  done: number;
  total: number;
}

interface FeedOptions {
  library: SearchedLibrary;
  isStopping(): boolean;
  onBuilding(building: Building | null): void;
  /** A record whose text broke its reader; it is left out. */
  onRefused(detail: string): void;
}

/**
 * Brings the library's records to the index. Each is read when its turn comes and messages stay in order, so whatever
 * happens in between, the last that the index hears of a record is how it is now.
 */
export class Feed {
  readonly #options: FeedOptions;
  /** What has been committed and not been put yet. */
  #commits: Commit[] = [];
  /** The library's transaction up to which everything has been put. */
  #fed = 0;
  #stale = false;
  /** Whether the index has been built by this run: what the library had lost at the start is not in it. */
  #isBuilt = false;

  constructor(options: FeedOptions) {
    this.#options = options;
  }

  /** Whether something waits to be put. */
  get isBehind(): boolean {
    return this.#commits.length > 0 || this.#stale;
  }

  /** Takes note of a commit. Costs nothing, however large it is. */
  note(commit: Commit): void {
    this.#commits.push(commit);
    if (changesLanguage(commit)) this.#stale = true;
  }

  /**
   * Starts from an index that says it is right up to `sequence`. What damage takes out of a library is no commit: where
   * it was found damaged, the index has what is gone. That is so once, for the next start finds it mended.
   *
   * @returns whether it has to be built
   */
  startAt(sequence: number | null): boolean {
    const { sequence: now, repairs } = this.#options.library;
    this.#commits = [];
    this.#stale = false;
    this.#fed = now;
    return sequence !== now || (!this.#isBuilt && repairs.some(({ lost }) => lost !== 0));
  }

  /** Puts every record of the library, and takes out what it does not hold any more. Null if that went well. */
  async build(link: WorkerLink): Promise<Failure | null> {
    const { library, isStopping, onBuilding } = this.#options;
    const [posts, comments] = [library.all('posts'), library.all('comments')];
    const total = posts.length + comments.length;
    this.startAt(null);
    onBuilding({ done: 0, total });
    const begun = await link.ask('begin', null);
    const failure = begun.ok ? await this.#putAll(link, keysOf(posts, comments), total) : begun.failure;
    const isWhole = begun.ok && failure === null && !isStopping();
    const finished = isWhole ? await link.ask('finish', { pass: begun.value, sequence: this.#fed }) : null;
    onBuilding(null);
    this.#isBuilt ||= finished?.ok === true;
    return failure ?? (finished && failureIn(finished));
  }

  async #putAll(link: WorkerLink, keys: Iterable<RecordKey>, total: number): Promise<Failure | null> {
    let done = 0;
    // One batch is read while the index writes the one before: neither thread waits for the other.
    let before: Promise<Failure | null> = Promise.resolve(null);
    for (const batch of batches(keys, this.#read)) {
      const put = this.#put(link, batch);
      const failure = (await before) ?? (await this.#putCommits(link));
      before = put;
      if (failure) return failure;
      if (this.#options.isStopping()) break;
      done += batch.records.length + batch.gone.length;
      this.#options.onBuilding({ done, total });
    }
    return before;
  }

  /** Puts what was committed since. Null if that went well. */
  async catchUp(link: WorkerLink): Promise<Failure | null> {
    if (this.#stale) return this.build(link);
    const failure = await this.#putCommits(link);
    return failure ?? failureIn(await link.ask('settle', { sequence: this.#fed }));
  }

  async #putCommits(link: WorkerLink): Promise<Failure | null> {
    for (let commit = this.#commits.shift(); commit; commit = this.#commits.shift()) {
      for (const batch of batches(changedKeys(commit), this.#read)) {
        const failure = await this.#put(link, batch);
        if (failure) return failure;
      }
      this.#fed = commit.sequence;
    }
    return null;
  }

  readonly #read = (key: RecordKey): Source | null => sourceOf(this.#options.library, key);

  async #put(link: WorkerLink, batch: Batch): Promise<Failure | null> {
    const answer = await link.ask('put', batch);
    if (!answer.ok) return answer.failure;
    for (const refused of answer.value.refused) this.#options.onRefused(refused);
    return null;
  }
}

const failureIn = (answer: LinkAnswer<'finish' | 'settle'>): Failure | null =>
  answer.ok ? null : answer.failure;

/** Newest last in the library, newest first here: an index that is half built finds what is fresh. */
function* keysOf(
  posts: readonly { id: string }[],
  comments: readonly { id: string }[],
): Generator<RecordKey> {
  for (const [kind, records] of [['post', posts] as const, ['comment', comments] as const]) {
    for (let at = records.length - 1; at >= 0; at -= 1) yield { kind, id: records[at]?.id ?? '' };
  }
}

function* changedKeys({ changes }: Commit): Generator<RecordKey> {
  for (const id of changes.get('posts')?.keys() ?? []) yield { kind: 'post', id };
  for (const id of changes.get('comments')?.keys() ?? []) yield { kind: 'comment', id };
}

/** A site's language decides about the stems of its records, and its user is the author of its drafts. */
function changesLanguage({ changes }: Commit): boolean {
  const sites = changes.get('sites') as ReadonlyMap<string, RecordChange<Site>> | undefined;
  for (const { before, after } of sites?.values() ?? []) {
    if (before && after && (before.language !== after.language || before.user.name !== after.user.name)) {
      return true;
    }
  }
  return false;
}
