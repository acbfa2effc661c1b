import type { Clock } from '../clock.ts';
import type { AppError } from '../domain/app-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { type Building, Feed, type SearchedLibrary } from './feed.ts';
import { NewestOnly } from './newest-only.ts';
import type { Failure, FindRequest, Found } from './protocol.ts';
import { Signal, within } from './signal.ts';
import { errorOf, failed } from './trouble.ts';
import { WorkerLink } from './worker-link.ts';

export interface SearchOptions {
  library: SearchedLibrary;
  /** The index; its folder is made. */
  file: string;
  clock: Pick<Clock, 'after'>;
  /** The program of the index's thread. */
  worker: URL;
  onBuilding(building: Building | null): void;
  onBug(error: unknown): void;
}

/** What was found, and what is known to be missing. */
export interface SearchAnswer extends Found {
  /** How far the index is while it is being built. */
  building: Building | null;
  /** The disk takes nothing: what was written lately is not found. */
  isStuck: boolean;
}

/** Pauses before the thread is started again: longer each time, and from the beginning once it has run for a while. */
const PAUSES_MS = [0, 1_000, 5_000, 30_000, 60_000];
const HEALTHY_AFTER_MS = 60_000;
/** A file that is damaged again and again lies on a disk that is: then it is left alone for a while. */
const MOST_REBUILDS = 3;
/** Commits are gathered for so long before they are put, unless somebody asks. */
const GATHER_MS = 150;
/** How long a question waits for the index to be opened, and to be brought up to date. */
const OPENING_MS = 4_000;
const CATCH_UP_MS = 250;
/**
 * How long the last catching up, and then closing, may take: quitting waits for both. An index that was not closed in
 * time is looked through at the next start.
 */
const CLOSE_MS = 700;

/** What is known of one life of the thread. */
interface Life {
  /** Since when changes have been brought to it; null: never. */
  fedSince: number | null;
}

/**
 * Full-text search over the library: a derived index that is fed, checked, rebuilt and restarted by itself. It answers
 * while it is being built, too, from what is there.
 */
export class SearchEngine {
  readonly #options: SearchOptions;
  readonly #feed: Feed;
  readonly #questions: NewestOnly<FindRequest, SearchAnswer>;
  /** Something is to be done: commits, damage, the end. */
  readonly #work = new Signal();
  readonly #stopping = new Signal();
  /** The index can answer, or it is known why not. */
  readonly #opened = new Signal();
  readonly #caughtUp = new Signal();
  #link: WorkerLink | null = null;
  #trouble: AppError | null = null;
  #mustBuild = false;
  #gathering = false;
  #building: Building | null = null;
  /** The index answers from what it holds, until the disk takes changes again. */
  #isStuck = false;
  #running: Promise<void> = Promise.resolve();
  #stopListening: () => void = () => {};

  constructor(options: SearchOptions) {
    this.#options = options;
    this.#questions = new NewestOnly((request) => this.#answer(request));
    this.#feed = new Feed({
      library: options.library,
      isStopping: () => this.#stopping.isRaised,
      onRefused: (detail) => options.onBug(new Error(`Not indexed: ${detail}`)),
      onBuilding: (building) => {
        this.#building = building;
        options.onBuilding(building);
      },
    });
  }

  /** How far the index is while it is being built, else null. */
  get building(): Building | null {
    return this.#building;
  }

  /** Opens the index and keeps it in step with the library. Returns at once. */
  start(): void {
    this.#stopListening = this.#options.library.onCommit((commit) => {
      this.#feed.note(commit);
      this.#caughtUp.lower();
      if (this.#gathering) return;
      this.#gathering = true;
      this.#options.clock.after(GATHER_MS, () => {
        this.#gathering = false;
        this.#work.raise();
      });
    });
    this.#running = this.#keepRunning().catch((error: unknown) => this.#options.onBug(error));
  }

  /** Ends well: what was committed is in the index, if that can be done in a moment. */
  async stop(): Promise<void> {
    this.#stopListening();
    this.#stopping.raise();
    this.#work.raise();
    this.#opened.raise();
    await this.#running;
  }

  /**
   * Finds. The newest question wins: one that is still waiting when another comes is answered with
   * `search superseded`. Errors: `search unsupported | disk | failed | superseded`.
   */
  find(request: FindRequest): Promise<Result<SearchAnswer>> {
    return this.#questions.ask(request);
  }

  /** How many there are of each kind. In its turn, and never superseded. Errors as of `find`. */
  async totals(request: FindRequest): Promise<Result<SearchAnswer['totals']>> {
    const answer = await this.#answer({ ...request, limits: { posts: 0, comments: 0, drafts: 0 } });
    return answer.ok ? ok(answer.value.totals) : answer;
  }

  async #answer(request: FindRequest): Promise<Result<SearchAnswer>> {
    const { clock, onBug } = this.#options;
    await within(OPENING_MS, this.#opened.raised(), clock);
    if (this.#feed.isBehind && this.#building === null && this.#link && !this.#isStuck) {
      this.#work.raise();
      await within(CATCH_UP_MS, this.#caughtUp.raised(), clock);
    }
    const link = this.#link;
    if (!link) return err(this.#trouble ?? failed);
    let answer = await link.ask('find', request);
    // The next one opens what this one could not write to.
    if (!answer.ok && link.isEnding && !this.#stopping.isRaised) return this.#answer(request);
    if (!answer.ok && answer.failure.kind === 'damaged') {
      await this.#reset(link, answer.failure);
      answer = await link.ask('find', request);
    }
    // The progress is that of the moment of the answer: an index that is complete by then was so or is asked again.
    if (answer.ok) return ok({ ...answer.value, building: this.#building, isStuck: this.#isStuck });
    if (answer.failure.kind === 'bug' && !link.isGone) onBug(new Error(answer.failure.detail));
    return err(errorOf(answer.failure));
  }

  async #keepRunning(): Promise<void> {
    const { clock, onBug } = this.#options;
    let pause = 0;
    for (let failures = 0; !this.#stopping.isRaised; failures += 1) {
      const life: Life = { fedSince: null };
      const failure = await this.#runOnce(pause, life);
      this.#link = null;
      if (failure === null) return;
      this.#trouble = errorOf(failure);
      if (this.#building) this.#options.onBuilding(null);
      this.#building = null;
      const { fedSince } = life;
      // What takes no changes can still be read: it is opened again at once, and rests then.
      this.#isStuck = failure.kind === 'storage' && fedSince !== null;
      if (!this.#isStuck) this.#opened.raise();
      if (failure.kind === 'unsupported') return;
      onBug(new Error(failure.detail));
      if (fedSince !== null && performance.now() - fedSince > HEALTHY_AFTER_MS) failures = 0;
      pause = PAUSES_MS[Math.min(failures, PAUSES_MS.length - 1)] ?? 0;
      if (this.#isStuck) continue;
      await within(pause, this.#stopping.raised(), clock);
      pause = 0;
    }
  }

  /** One life of the thread, which takes changes only after a pause. Null if it was ended on purpose. */
  async #runOnce(pause: number, life: Life): Promise<Failure | null> {
    const { worker, file, library, clock } = this.#options;
    const link = new WorkerLink(worker, (failure) => void this.#reset(link, failure));
    try {
      const opened = await link.ask('open', { file, libraryId: library.id });
      if (!opened.ok) return opened.failure;
      this.#link = link;
      this.#trouble = null;
      this.#opened.raise();
      if (!(await this.#isLoaded())) return null;
      if (pause > 0) await within(pause, this.#stopping.raised(), clock);
      life.fedSince = performance.now();
      this.#mustBuild = this.#feed.startAt(opened.value.sequence);
      const failure = await this.#keepUp(link);
      if (failure?.kind === 'storage') {
        this.#link = null;
        this.#opened.lower();
      }
      if (failure === null) await within(CLOSE_MS, link.ask('close', null), clock);
      return failure;
    } finally {
      await link.end();
    }
  }

  /** Waits for the library's records; false if they will not come, or nobody needs them any more. */
  async #isLoaded(): Promise<boolean> {
    const loaded = await Promise.race([this.#options.library.loaded, this.#stopping.raised()]);
    if (loaded && !loaded.ok) this.#trouble = loaded.error;
    return loaded?.ok === true && !this.#stopping.isRaised;
  }

  /** Feeds the index until the thread ends (then why) or is to end (null). */
  async #keepUp(link: WorkerLink): Promise<Failure | null> {
    void link.ended.then(() => this.#work.raise());
    for (let rebuilds = 0; !this.#stopping.isRaised; ) {
      if (link.isGone) return link.ended;
      let failure: Failure | null = null;
      if (this.#mustBuild) {
        this.#mustBuild = false;
        failure = await this.#feed.build(link);
      } else if (this.#feed.isBehind) {
        failure = await this.#feed.catchUp(link);
      } else {
        this.#isStuck = false;
        this.#caughtUp.raise();
        this.#work.lower();
        await this.#work.raised();
      }
      if (failure === null) continue;
      rebuilds += 1;
      if (failure.kind !== 'damaged' || rebuilds > MOST_REBUILDS) return failure;
      await this.#reset(link, failure);
    }
    // Once more, for what was committed last; an index that is half built stays one that is to be built.
    if (this.#feed.isBehind) await within(CLOSE_MS, this.#feed.catchUp(link), this.#options.clock);
    return null;
  }

  /** Starts with an empty index, because what is there cannot be trusted. */
  async #reset(link: WorkerLink, damage: Failure): Promise<void> {
    this.#options.onBug(new Error(`The search index is made anew: ${damage.detail}`));
    await link.ask('reset', null);
    this.#mustBuild = true;
    this.#work.raise();
  }
}
