import { TransportError } from './transport.ts';

/** A time limit and a caller's wish to stop, as one signal. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Settles as `work` does, or rejects as soon as the signal aborts, even if `work` never ends. */
  race<T>(work: Promise<T>): Promise<T>;
  /** Ends the time limit; the parent can still abort. */
  stopClock(): void;
  /** Ends the time limit and lets go of the parent. */
  clear(): void;
}

/**
 * Starts a clock of `milliseconds`. When it runs out the signal aborts with `TransportError('timeout')`; when `parent`
 * aborts, with the parent's TransportError or `net::ERR_ABORTED`.
 */
export function startDeadline(milliseconds: number, parent?: AbortSignal): Deadline {
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new TransportError('timeout')), milliseconds);
  const stop = () => {
    const reason: unknown = parent?.reason;
    controller.abort(reason instanceof TransportError ? reason : new TransportError('net::ERR_ABORTED'));
  };
  parent?.addEventListener('abort', stop, { once: true });
  if (parent?.aborted) stop();
  return {
    signal: controller.signal,
    race: (work) => raceAbort(work, controller.signal),
    stopClock: () => clearTimeout(timer),
    clear() {
      clearTimeout(timer);
      parent?.removeEventListener('abort', stop);
    },
  };
}

function raceAbort<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(signal.reason);
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
