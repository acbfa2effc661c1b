import type { Clock } from '../clock.ts';
import { type AppError, isRetryable } from '../domain/app-error.ts';
import type { Operation } from '../domain/operation.ts';
import {
  inTurn,
  isSuperseded,
  isUnchecked,
  LONGEST_ASKED_PAUSE_MS,
  nextDueTime,
  nextOperation,
  pauseAfter,
} from '../domain/outbox-order.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Site } from '../domain/site.ts';
import type { Library } from '../library/library.ts';
import type { SiteClient } from '../sites/site-client.ts';
import { check } from './check.ts';
import { pullSite } from './pull.ts';
import { send } from './send.ts';
import { IDLE, type SiteActivity } from './site-activity.ts';

export interface WorkerDeps {
  library: Library;
  clock: Clock;
  /** False as long as something that waits may have to be doubted first: no site hears from us until then. */
  mayBegin(): boolean;
  /** A client with the site's credentials; `auth-expired` if we have none. */
  clientFor(site: Site): Result<SiteClient>;
  onActivity(siteId: string): void;
  /** A defect: not an expected failure. */
  onBug(error: unknown): void;
}

/**
 * Everything that happens with one site, one thing at a time: what waits is sent first, then a pull that was asked
 * for. When the site cannot be reached the worker pauses as a whole, longer each time, and tries again by itself.
 */
export class SiteWorker {
  activity: SiteActivity = IDLE;
  readonly #siteId: string;
  readonly #deps: WorkerDeps;
  #pullWanted = false;
  #running: Promise<void> | null = null;
  #stopped = false;
  #failuresInARow = 0;
  #pausedUntil: number | null = null;
  #cancelTimer = () => {};
  #pulling = new AbortController();

  constructor(siteId: string, deps: WorkerDeps) {
    this.#siteId = siteId;
    this.#deps = deps;
  }

  /** @param now true when a person asks: pauses are over then */
  requestPull(now: boolean): void {
    this.#pullWanted = true;
    this.wake(now);
  }

  /** A pull that was asked for but has not begun is forgotten; a running one stops after its page. */
  cancelPull(): void {
    this.#pullWanted = false;
    this.#pulling.abort();
  }

  /**
   * Looks for work.
   * @param now true when a person asks: pauses are over then
   */
  wake(now: boolean): void {
    if (now) this.#pausedUntil = null;
    if (this.#stopped || this.#running !== null) return;
    this.#running = this.#work()
      .catch((error: unknown) => {
        this.#deps.onBug(error);
        this.#pause(0);
      })
      .finally(() => {
        this.#running = null;
        this.#sleep();
      });
  }

  /** Finishes the request under way and does no more. */
  async stop(): Promise<void> {
    this.#stopped = true;
    this.#cancelTimer();
    this.#pulling.abort();
    await this.#running;
  }

  #site(): Site | undefined {
    return this.#deps.library.get('sites', this.#siteId);
  }

  async #work(): Promise<void> {
    for (;;) {
      const site = this.#site();
      if (this.#stopped || !this.#deps.mayBegin()) break;
      if (!site || site.needsPassword || this.#isPaused()) break;
      const client = this.#deps.clientFor(site);
      if (!client.ok) {
        await this.#siteFailed(client.error);
        break;
      }
      if (!(await this.#sendNext(site, client.value)) && !(await this.#pull(site, client.value))) break;
    }
    this.#show(IDLE);
  }

  /** Answers false when nothing can be sent now. */
  async #sendNext(site: Site, client: SiteClient): Promise<boolean> {
    const { library, clock } = this.#deps;
    const mine = this.#operations();
    if (mine.some(isUnderWay)) {
      // Nothing is being sent now: its end could not be written down, as on a full disk. It may have arrived.
      await this.#change(isUnderWay, { state: 'sent-unconfirmed', looks: 0 });
      return true;
    }
    const now = clock.now().toISOString();
    const next = nextOperation(inTurn(mine), now);
    if (next && !next.checkFirst && isSuperseded(next, mine)) {
      const stillWaits = ({ id, state }: Operation) => id === next.id && state === 'queued';
      await this.#change(stillWaits, { state: 'cancelled', endedAt: now });
      return true;
    }
    if (!next) return false;
    this.#show({ ...IDLE, phase: 'sending' });
    const act = next.checkFirst ? check : send;
    const sent = await act(next, { library, client, clock, site });
    await this.#note(sent.ok ? sent.value.siteError : sent.error);
    return true;
  }

  /** Answers false when no pull is wanted. What comes to wait meanwhile goes between two of its pages. */
  async #pull(site: Site, client: SiteClient): Promise<boolean> {
    // A pull would bring what was sent long ago as something new.
    if (!this.#pullWanted || this.#operations().some(isUnchecked)) return false;
    this.#pullWanted = false;
    this.#pulling = new AbortController();
    this.#show({ ...IDLE, phase: 'pulling', what: 'posts' });
    const pulled = await pullSite({
      ...{ ...this.#deps, client, site, signal: this.#pulling.signal },
      report: (progress) => this.#show({ ...IDLE, phase: 'pulling', ...progress }),
      betweenPages: async () => {
        while (!this.#stopped && !this.#isPaused() && (await this.#sendNext(site, client)));
      },
    });
    await this.#note(pulled.ok || this.#pulling.signal.aborted ? null : pulled.error);
    if (!pulled.ok && isRetryable(pulled.error) && !this.#pulling.signal.aborted) this.#pullWanted = true;
    return true;
  }

  #operations(): Operation[] {
    return this.#deps.library.openOperations().filter(({ siteId }) => siteId === this.#siteId);
  }

  /** Changes operations without asking the site. A disk that refuses is a reason to pause. */
  async #change(which: (operation: Operation) => boolean, change: Partial<Operation>): Promise<void> {
    const changed = await this.#deps.library.transact((tx) => {
      for (const operation of tx.openOperations()) {
        const isMeant = operation.siteId === this.#siteId && which(operation);
        if (isMeant) tx.put('operations', { ...operation, ...change });
      }
      return ok(null);
    });
    if (!changed.ok) await this.#siteFailed(changed.error);
  }

  async #note(error: AppError | null): Promise<void> {
    if (error) return this.#siteFailed(error);
    this.#failuresInARow = 0;
    this.#pausedUntil = null;
    const contact = this.#deps.library.get('contacts', this.#siteId);
    if (contact?.error) await this.#putContact(null);
  }

  async #siteFailed(error: AppError): Promise<void> {
    this.#pause(error.kind === 'rate-limited' ? (error.retryAfterSeconds ?? 0) * 1000 : 0);
    await this.#putContact(error);
  }

  /** Longer each time in a row, and as long as the site asks for (in ms), within reason. */
  #pause(asked: number): void {
    this.#failuresInARow += 1;
    const { clock } = this.#deps;
    const pause = Math.max(
      Math.min(asked, LONGEST_ASKED_PAUSE_MS),
      pauseAfter(this.#failuresInARow, clock.random()),
    );
    this.#pausedUntil = clock.now().getTime() + pause;
  }

  /** How the last contact ended, and in the same moment whether a person has to give another password. */
  async #putContact(error: AppError | null): Promise<void> {
    // Answered after its end was awaited in vain: the site may have another password and another worker by now.
    if (this.#stopped) return;
    const now = this.#deps.clock.now().toISOString();
    await this.#deps.library.transact((tx) => {
      const site = tx.get('sites', this.#siteId);
      if (!site) return ok(null);
      const since =
        error?.kind === 'offline' ? (tx.get('contacts', this.#siteId)?.offlineSince ?? now) : null;
      tx.put('contacts', { id: this.#siteId, error, offlineSince: since });
      const isRefused = error?.kind === 'auth-expired' && error.reason !== 'password-prompt';
      if (isRefused) tx.put('sites', { ...site, needsPassword: true });
      return ok(null);
    });
  }

  /** A pause that seems longer than any we make was begun before the clock was put back: it is over. */
  #isPaused(): boolean {
    if (this.#pausedUntil === null) return false;
    const left = this.#pausedUntil - this.#deps.clock.now().getTime();
    return left > 0 && left <= LONGEST_ASKED_PAUSE_MS;
  }

  /** Wakes up by itself when the pause ends or an operation's time comes. */
  #sleep(): void {
    this.#cancelTimer();
    const { clock } = this.#deps;
    if (this.#stopped || !this.#deps.mayBegin()) return;
    if (!this.#site() || this.#site()?.needsPassword) return;
    const now = clock.now().getTime();
    const mine = inTurn(this.#operations());
    const due = nextDueTime(mine);
    const operationDue = due === null ? null : Date.parse(due);
    const hasWork = mine.some(isUnderWay) || nextOperation(mine, clock.now().toISOString()) !== null;
    const ready = (this.#pullWanted && !mine.some(isUnchecked)) || hasWork;
    const whenFree = ready ? now : operationDue;
    const at = whenFree !== null && this.#isPaused() ? this.#pausedUntil : whenFree;
    this.#show({ ...IDLE, nextTryAt: at === null || at <= now ? null : new Date(at).toISOString() });
    if (at !== null) this.#cancelTimer = clock.after(Math.max(0, at - now), () => this.wake(false));
  }

  #show(activity: SiteActivity): void {
    this.activity = activity;
    this.#deps.onActivity(this.#siteId);
  }
}

const isUnderWay = ({ state }: Operation): boolean => state === 'sending';
