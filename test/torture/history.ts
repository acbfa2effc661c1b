import { ok, type Result } from '../../main/domain/result.ts';
import type { Library } from '../../main/library/library.ts';
import { digestOf, Model } from './model.ts';
import { applyTransaction, burstAt } from './workload.ts';

/** A state of the library. Its digest takes time, and few are ever asked for. */
class State {
  readonly number: number;
  readonly model: Model;
  #digest: string | null = null;

  constructor(number: number, model: Model) {
    this.number = number;
    this.model = model;
  }

  get digest(): string {
    this.#digest ??= digestOf(this.model);
    return this.#digest;
  }
}

/** Everything that was asked of a library, and what it has promised of it. */
export class History {
  readonly #seed: number;
  /** The states that the library may be in: after the transactions that are certain, and after each since. */
  #states = [new State(0, new Model())];
  asked = 0;
  acknowledged = 0;

  constructor(seed: number) {
    this.#seed = seed;
  }

  /** Asks for the next transactions, several at once; answers their results. */
  async go(library: Library): Promise<Result<void>[]> {
    const first = this.asked + 1;
    const burst = burstAt(this.#seed, first);
    this.asked = first + burst - 1;
    return Promise.all(
      Array.from({ length: burst }, async (_, place) => {
        const result = await library.transact((tx) => ok(applyTransaction(tx, this.#seed, first + place)));
        if (result.ok) this.acknowledged = first + place;
        return result;
      }),
    );
  }

  /** A moment to which a power loss may go back. */
  moment(): { asked: number; acknowledged: number } {
    return { asked: this.asked, acknowledged: this.acknowledged };
  }

  /** The number of the state that `digest` tells of, if the library may be in it; else what is wrong. */
  find(digest: string, { asked, acknowledged } = this.moment()): number | string {
    this.#learnUntil(asked);
    const known = this.#states.filter(({ number }) => number <= asked);
    const allowed = known.findLast((state) => state.number >= acknowledged && state.digest === digest);
    if (allowed) return allowed.number;
    const older = known.findLast((state) => state.digest === digest);
    if (!older) return `what is left is no state up to ${asked}`;
    return `${acknowledged} was acknowledged, ${older.number} is left`;
  }

  /**
   * The history of a library that was found in state `number`. What it holds beyond what was `acknowledged` nobody has
   * promised, until something that was asked for later is: then all before it must be there, too.
   */
  from(number: number, acknowledged: number): History {
    const next = new History(this.#seed);
    next.#states = this.#states.filter((state) => state.number >= acknowledged && state.number <= number);
    next.asked = number;
    next.acknowledged = acknowledged;
    return next;
  }

  #learnUntil(number: number): void {
    for (let newest = this.#states.at(-1); newest && newest.number < number; newest = this.#states.at(-1)) {
      const model = newest.model.copy();
      applyTransaction(model, this.#seed, newest.number + 1);
      this.#states.push(new State(newest.number + 1, model));
    }
  }
}
