import type { CollectionName, Collections, Stored } from './collections.ts';

/** Reads the newest state, changes of this transaction included, and collects changes. */
export interface Transaction {
  get<C extends CollectionName>(collection: C, id: string): Collections[C] | undefined;
  all<C extends CollectionName>(collection: C): Collections[C][];
  put<C extends CollectionName>(collection: C, record: Collections[C]): void;
  remove<C extends CollectionName>(collection: C, id: string): void;
}

type Reader = Pick<Transaction, 'get' | 'all'>;
/** Record by id; `null` for one that was removed. */
type Changes = Map<string, Stored | null>;

/** Changes on top of a reader, which itself stays untouched until they are merged or written. */
export class Draft implements Transaction {
  readonly #under: Reader;
  readonly #changes = new Map<CollectionName, Changes>();

  constructor(under: Reader) {
    this.#under = under;
  }

  get<C extends CollectionName>(collection: C, id: string): Collections[C] | undefined {
    const change = this.#changes.get(collection)?.get(id);
    if (change === undefined) return this.#under.get(collection, id);
    return (change ?? undefined) as Collections[C] | undefined;
  }

  all<C extends CollectionName>(collection: C): Collections[C][] {
    const changes = this.#changes.get(collection);
    if (!changes) return this.#under.all(collection);
    const untouched = this.#under.all(collection).filter((record) => !changes.has(record.id));
    const changed = [...changes.values()].filter((record) => record !== null) as Collections[C][];
    return [...untouched, ...changed];
  }

  put<C extends CollectionName>(collection: C, record: Collections[C]): void {
    this.#of(collection).set(record.id, record);
  }

  remove<C extends CollectionName>(collection: C, id: string): void {
    this.#of(collection).set(id, null);
  }

  #of(collection: CollectionName): Changes {
    const changes = this.#changes.get(collection) ?? new Map();
    this.#changes.set(collection, changes);
    return changes;
  }

  /** Adds these changes to those of `target`. */
  mergeInto(target: Draft): void {
    for (const [collection, changes] of this.#changes) {
      for (const [id, record] of changes) target.#of(collection).set(id, record);
    }
  }

  /** Every change, as the record's new state; null where it is to be removed. */
  *changes(): Generator<[CollectionName, string, Stored | null]> {
    for (const [collection, changes] of this.#changes) {
      for (const [id, record] of changes) yield [collection, id, record];
    }
  }
}
