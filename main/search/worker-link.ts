import { Worker } from 'node:worker_threads';
import type { AnswerMessage, Failure, RequestName, Requests } from './protocol.ts';

/** What a request to the index's thread came to. */
export type LinkAnswer<N extends RequestName> =
  | { ok: true; value: Requests[N]['output'] }
  | { ok: false; failure: Failure };

/** The index's thread, seen from the main thread. Requests are carried out in the order in which they are made. */
export class WorkerLink {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, (answer: LinkAnswer<RequestName>) => void>();
  #lastId = 0;
  #gone: Failure | null = null;
  #isEnding = false;
  /** Resolves once the thread has ended, with the reason if nobody ended it. */
  readonly ended: Promise<Failure>;

  /** @param onDamage told of damage that no request came upon */
  constructor(url: URL, onDamage: (failure: Failure) => void) {
    this.#worker = new Worker(url, { name: 'search' });
    this.#worker.on('message', (message: AnswerMessage) => this.#take(message, onDamage));
    this.ended = new Promise((resolve) => {
      let detail = 'the thread ended';
      this.#worker.on('error', (error) => {
        detail = error instanceof Error ? (error.stack ?? error.message) : String(error);
      });
      this.#worker.on('exit', () => {
        const failure: Failure = { kind: 'bug', detail };
        this.#gone = failure;
        for (const resolveOne of this.#waiting.values()) resolveOne({ ok: false, failure });
        this.#waiting.clear();
        resolve(failure);
      });
    });
  }

  get isGone(): boolean {
    return this.#gone !== null;
  }

  /** It was ended on purpose: what it was asked can be asked of the next one. */
  get isEnding(): boolean {
    return this.#isEnding;
  }

  /** Never rejects: a thread that ends answers everything with its failure. */
  ask<N extends RequestName>(name: N, input: Requests[N]['input']): Promise<LinkAnswer<N>> {
    if (this.#gone) return Promise.resolve({ ok: false, failure: this.#gone });
    this.#lastId += 1;
    const id = this.#lastId;
    return new Promise((resolve) => {
      this.#waiting.set(id, resolve as (answer: LinkAnswer<RequestName>) => void);
      this.#worker.postMessage({ id, name, input });
    });
  }

  /** Ends the thread, whatever it is doing. */
  async end(): Promise<void> {
    this.#isEnding = true;
    await this.#worker.terminate();
  }

  #take(message: AnswerMessage, onDamage: (failure: Failure) => void): void {
    const resolve = this.#waiting.get(message.id);
    this.#waiting.delete(message.id);
    if (resolve) resolve(message as LinkAnswer<RequestName>);
    else if (!message.ok) onDamage(message.failure);
  }
}
