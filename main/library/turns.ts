/** Runs works one after another, in the order in which they were asked for. A failed one does not hold up the next. */
export class Turns {
  #newest: Promise<unknown> = Promise.resolve();

  run<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#newest.then(work);
    this.#newest = done.catch(() => undefined);
    return done;
  }
}
