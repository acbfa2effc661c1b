import type { Operation } from '../domain/operation.ts';
import type { CollectionName, Collections, Stored } from './collections.ts';
import { OpenOperations } from './open-operations.ts';

/** Reads what there is, the newest state. */
export interface Reader {
  get<C extends CollectionName>(collection: C, id: string): Collections[C] | undefined;
  /** All records of a collection, in no promised order. */
  all<C extends CollectionName>(collection: C): Collections[C][];
  /**
   * All records of a collection from the one that was put first last: whoever looks for one of the newest need not read
   * the others. Nothing may be changed while it is being read.
   */
  newestFirst<C extends CollectionName>(collection: C): Iterable<Collections[C]>;
  /** The operations that still have a way to go, in no order; only those on `target` if it is given, see `targetOf`. */
  openOperations(target?: string): Operation[];
}

/** Reads the newest state, changes of this transaction included, and collects changes. */
export interface Transaction extends Reader {
  put<C extends CollectionName>(collection: C, record: Collections[C]): void;
  remove<C extends CollectionName>(collection: C, id: string): void;
}

/** Record by id; `null` for one that was removed. */
type Changes = Map<string, Stored | null>;

/** Changes on top of a reader, which itself stays untouched until they are merged or written. */
export class Draft implements Transaction {
  readonly #under: Reader;
  readonly #changes = new Map<CollectionName, Changes>();
  /** Ids of records that are not under this draft, in the order in which they came. */
  readonly #added = new Map<CollectionName, string[]>();
  /** Of the changed operations only. */
  readonly #open = new OpenOperations((id) => this.get('operations', id));

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

  *newestFirst<C extends CollectionName>(collection: C): Generator<Collections[C]> {
    const added = this.#added.get(collection) ?? [];
    for (let at = added.length - 1; at >= 0; at -= 1) {
      const record = this.get(collection, added[at] ?? '');
      if (record) yield record;
    }
    const changes = this.#changes.get(collection);
    for (const record of this.#under.newestFirst(collection)) {
      const change = changes?.get(record.id);
      if (change !== null) yield (change ?? record) as Collections[C];
    }
  }

  openOperations(target?: string): Operation[] {
    const changes = this.#changes.get('operations');
    if (!changes) return this.#under.openOperations(target);
    const untouched = this.#under.openOperations(target).filter(({ id }) => !changes.has(id));
    return [...untouched, ...(target === undefined ? this.#open.all() : this.#open.on(target))];
  }

  put<C extends CollectionName>(collection: C, record: Collections[C]): void {
    this.#change(collection, record.id, record);
  }

  remove<C extends CollectionName>(collection: C, id: string): void {
    this.#change(collection, id, null);
  }

  #change(collection: CollectionName, id: string, record: Stored | null): void {
    const changes = this.#changes.get(collection) ?? new Map<string, Stored | null>();
    this.#changes.set(collection, changes);
    const before = changes.get(id);
    if (collection === 'operations') {
      this.#open.exchange(
        (before ?? undefined) as Operation | undefined,
        (record ?? undefined) as Operation | undefined,
      );
    }
    if (before === undefined && !this.#under.get(collection, id)) {
      const added = this.#added.get(collection) ?? [];
      this.#added.set(collection, added);
      added.push(id);
    }
    changes.set(id, record);
  }

  /** Adds these changes to those of `target`. */
  mergeInto(target: Draft): void {
    for (const [collection, id, record] of this.changes()) target.#change(collection, id, record);
  }

  /** Every change, as the record's new state; null where it is to be removed. */
  *changes(): Generator<[CollectionName, string, Stored | null]> {
    for (const [collection, changes] of this.#changes) {
      for (const [id, record] of changes) yield [collection, id, record];
    }
  }
}
