import { setImmediate as nextTurn } from 'node:timers/promises';

/** Milliseconds of work after which the event loop gets its turn: a key pressed meanwhile must not be felt. */
const SLICE_MS = 5;

/** Cuts long work into slices, between which everything else that waits is done. */
export class Slices {
  #begin = performance.now();

  /** To be called often; gives way only when the slice is over. */
  async breathe(): Promise<void> {
    if (performance.now() - this.#begin >= SLICE_MS) await this.giveWay();
  }

  async giveWay(): Promise<void> {
    await nextTurn();
    this.#begin = performance.now();
  }
}
