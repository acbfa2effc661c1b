import type { Clock } from '../clock.ts';

/** Something to wait for that is either so or not so. */
export class Signal {
  #raised = false;
  #waiting: (() => void)[] = [];

  get isRaised(): boolean {
    return this.#raised;
  }

  raise(): void {
    this.#raised = true;
    for (const resolve of this.#waiting.splice(0)) resolve();
  }

  lower(): void {
    this.#raised = false;
  }

  /** Resolves when it is so, at once if it is already. */
  async raised(): Promise<void> {
    if (!this.#raised) await new Promise<void>((resolve) => this.#waiting.push(resolve));
  }
}

/** Resolves as `work` does, or after `ms` if that is sooner. Nothing is left running. */
export function within<T>(ms: number, work: Promise<T>, clock: Pick<Clock, 'after'>): Promise<T | undefined> {
  return new Promise((resolve, reject) => {
    const cancel = clock.after(ms, () => resolve(undefined));
    work.then(resolve, reject).finally(cancel);
  });
}
