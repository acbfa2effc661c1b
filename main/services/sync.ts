import type { Handlers, Input } from '../../preload/contract/define.ts';
import type { syncCalls } from '../../preload/contract/sync.ts';
import { ok } from '../domain/result.ts';
import type { SyncEngine } from '../sync/engine.ts';

type Calls = typeof syncCalls;

/** Pulling on demand: the calls of `sync`. */
export class SyncService implements Handlers<Calls> {
  readonly #engine: SyncEngine;

  constructor(engine: SyncEngine) {
    this.#engine = engine;
  }

  async pull({ siteId }: Input<Calls['pull']>) {
    this.#engine.pull(siteId);
    return ok({});
  }

  async cancelPull({ siteId }: Input<Calls['cancelPull']>) {
    this.#engine.cancelPull(siteId);
    return ok({});
  }
}
