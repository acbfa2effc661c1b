import type { Clock } from '../clock.ts';

/**
 * Does a work at most once in `pause` ms, and never twice at a time. Whoever asks meanwhile shares the next time, which
 * begins after they asked: what they get is never older than their question.
 */
export class AtMostEvery<A> {
  readonly #work: () => Promise<A>;
  readonly #pause: () => Promise<void>;
  #next: Promise<A> | null = null;
  #rest: Promise<unknown> = Promise.resolve();

  constructor(pause: number, clock: Pick<Clock, 'after'>, work: () => Promise<A>) {
    this.#work = work;
    this.#pause = () => new Promise((resolve) => void clock.after(pause, resolve));
  }

  ask(): Promise<A> {
    this.#next ??= this.#rest.then(() => {
      this.#next = null;
      const doing = this.#work();
      this.#rest = Promise.allSettled([doing, this.#pause()]);
      return doing;
    });
    return this.#next;
  }
}
