import type { z } from 'zod';
import type { syncStateSchema } from '../../preload/contract/sync.ts';
import { ok, type Result } from '../domain/result.ts';
import { IDLE } from './site-activity.ts';
import { SiteWorker, type WorkerDeps } from './site-worker.ts';

export type SyncState = z.infer<typeof syncStateSchema>;

type EngineDeps = Omit<WorkerDeps, 'onActivity'> & { onProgress(state: SyncState): void };

/** How long a site that is being left may still take to answer. */
const PATIENCE_MS = 3_000;

/** How often every site is pulled by itself. */
const PULL_EVERY_MS = 5 * 60_000;

/** Keeps one worker for each site and decides when they look for work. */
export class SyncEngine {
  readonly #deps: EngineDeps;
  readonly #workers = new Map<string, SiteWorker>();
  #cancelTimer = () => {};

  constructor(deps: EngineDeps) {
    this.#deps = deps;
  }

  /**
   * Takes over what an earlier run left: an operation that was being sent when the app ended may have arrived, so it
   * is asked about before it is repeated. Then pulls every site, and again every five minutes.
   */
  async start(): Promise<Result<null>> {
    const recovered = await this.#deps.library.transact((tx) => {
      for (const operation of tx.openOperations()) {
        if (operation.state === 'sending')
          tx.put('operations', { ...operation, state: 'sent-unconfirmed', looks: 0 });
      }
      return ok(null);
    });
    // On a disk that takes nothing there is still much to read; each worker takes over what it finds in its own time.
    this.#pullAllAndRepeat();
    return recovered;
  }

  #pullAllAndRepeat(): void {
    for (const worker of this.#chosen(null)) worker.requestPull(false);
    this.#cancelTimer = this.#deps.clock.after(PULL_EVERY_MS, () => this.#pullAllAndRepeat());
  }

  async stop(): Promise<void> {
    this.#cancelTimer();
    await Promise.all([...this.#workers.values()].map((worker) => worker.stop()));
  }

  /** Pulls one site, or all of them with null, because a person asks. */
  pull(siteId: string | null): void {
    for (const worker of this.#chosen(siteId)) worker.requestPull(true);
  }

  cancelPull(siteId: string): void {
    this.#workers.get(siteId)?.cancelPull();
  }

  /**
   * Looks for work at one site, or at all with null.
   * @param now true when a person asks: pauses are over then
   */
  wake(siteId: string | null, now = false): void {
    for (const worker of this.#chosen(siteId)) worker.wake(now);
  }

  /**
   * Ends the work for a site, then clears it or what it worked with; a new worker begins when it is woken. The stopped one keeps its place meanwhile: the commit with which its
   * last request ends wakes all sites, and a second worker would begin on records that are about to go.
   */
  async forget<T>(siteId: string, clear: () => Promise<T>): Promise<T> {
    // A server that hangs must not hold up a person; what it answers later changes nothing but its own operation.
    const patience = new Promise<void>((resolve) => this.#deps.clock.after(PATIENCE_MS, resolve));
    const worker = this.#worker(siteId);
    await Promise.race([worker.stop(), patience]);
    try {
      return await clear();
    } finally {
      // Asked for twice at once: the worker that began after the first must not get a second one beside it.
      if (this.#workers.get(siteId) === worker) this.#workers.delete(siteId);
    }
  }

  /** How a site stands right now. */
  state(siteId: string): SyncState {
    const site = this.#deps.library.get('sites', siteId);
    const contact = this.#deps.library.get('contacts', siteId);
    return {
      siteId,
      ...(this.#workers.get(siteId)?.activity ?? IDLE),
      pulledAt: site?.pulledAt ?? null,
      error: contact?.error ?? null,
      offlineSince: contact?.offlineSince ?? null,
    };
  }

  #chosen(siteId: string | null): SiteWorker[] {
    const ids = siteId === null ? this.#deps.library.all('sites').map((site) => site.id) : [siteId];
    return ids.map((id) => this.#worker(id));
  }

  #worker(siteId: string): SiteWorker {
    let worker = this.#workers.get(siteId);
    if (!worker) {
      const onActivity = (id: string) => this.#deps.onProgress(this.state(id));
      worker = new SiteWorker(siteId, { ...this.#deps, onActivity });
      this.#workers.set(siteId, worker);
    }
    return worker;
  }
}
