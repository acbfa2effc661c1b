import type { CollectionName, Collections, Stored } from './collections.ts';
import { SHARD_SIZE, shardOf } from './layout.ts';

/** A record and its number in its collection. Numbers decide the shard and are never used again. */
export interface Numbered<R = Stored> {
  n: number;
  r: R;
}

/** One collection in memory. */
export class Table<R extends Stored> {
  readonly #byId = new Map<string, Numbered<R>>();
  readonly #shards = new Map<number, (Numbered<R> | undefined)[]>();
  /** What `all` answers, until something changes. */
  #list: R[] | null = null;
  /** The shards, the newest first, until there is another. */
  #newest: number[] | null = null;
  #frozen: Map<number, R | undefined> | null = null;
  /** The number that the next new record gets. */
  next = 0;

  get size(): number {
    return this.#byId.size;
  }

  get(id: string): R | undefined {
    return this.#byId.get(id)?.r;
  }

  /** The caller's own array. */
  all(): R[] {
    this.#list ??= Array.from(this.#byId.values(), ({ r }) => r);
    return this.#list.slice();
  }

  /** From the one that was put first last: numbers are given in that order. */
  *newestFirst(): Generator<R> {
    // Of what was forgotten long ago there is not even a shard, and a number that damage has made up may be any: what
    // lies between costs nothing.
    this.#newest ??= [...this.#shards.keys()].sort((a, b) => b - a);
    for (const shard of this.#newest) {
      const slots = this.#shards.get(shard) ?? [];
      for (let place = slots.length - 1; place >= 0; place -= 1) {
        const entry = slots[place];
        if (entry) yield entry.r;
      }
    }
  }

  numberOf(id: string): number | undefined {
    return this.#byId.get(id)?.n;
  }

  at(n: number): R | undefined {
    return this.#shards.get(shardOf(n))?.[n % SHARD_SIZE]?.r;
  }

  /** Puts a record under its number; whatever had this number or this id is replaced. */
  put(n: number, record: R): void {
    this.#remember(n);
    const there = this.#byId.get(record.id);
    if (there?.n === n) {
      there.r = record;
      this.#list = null;
      return;
    }
    if (there) this.delete(there.n); // only in a damaged library
    this.#forget(n);
    this.adopt({ n, r: record });
  }

  /** Takes over an entry that is new here, as it came from a shard. */
  adopt(entry: Numbered<R>): void {
    const { n } = entry;
    const shard = shardOf(n);
    const slots = this.#shards.get(shard) ?? [];
    if (slots.length === 0) {
      this.#shards.set(shard, slots);
      this.#newest = null;
    }
    slots[n % SHARD_SIZE] = entry;
    this.#byId.set(entry.r.id, entry);
    this.#list = null;
    if (n >= this.next) this.next = n + 1;
  }

  /** Puts an equal record in another's place, unless that one has been replaced meanwhile. */
  swap(n: number, record: R, equal: R): void {
    const entry = this.#shards.get(shardOf(n))?.[n % SHARD_SIZE];
    if (entry?.r !== record) return;
    entry.r = equal;
    this.#list = null;
  }

  delete(n: number): void {
    if (!this.at(n)) return;
    this.#remember(n);
    this.#forget(n);
    delete this.#shards.get(shardOf(n))?.[n % SHARD_SIZE];
    this.#list = null;
  }

  /**
   * The record of this number is no longer found by its id. That id may be another record's by now: of shards of
   * different age, one can still hold what another holds anew.
   */
  #forget(n: number): void {
    const record = this.at(n);
    if (record && this.numberOf(record.id) === n) this.#byId.delete(record.id);
  }

  /**
   * Of records with the same id, which only a damaged library has, leaves the one that was put last: a number is never
   * given again. Answers the numbers of the others.
   */
  dropDoubles(): Set<number> {
    const dropped = new Set<number>();
    for (const entry of [...this.#shards.values()].flat()) {
      const known = entry && this.#byId.get(entry.r.id);
      if (!known || known === entry || dropped.has(entry.n)) continue;
      const [kept, older] = entry.n > known.n ? [entry, known] : [known, entry];
      this.delete(older.n);
      this.#byId.set(kept.r.id, kept);
      dropped.add(older.n);
    }
    return dropped;
  }

  /** The records of a shard, as they are now. */
  *inShard(shard: number): Generator<R> {
    for (const entry of this.#shards.get(shard) ?? []) if (entry) yield entry.r;
  }

  /** From now on `frozen` answers what the table holds at this moment, whatever changes meanwhile. */
  freeze(): void {
    this.#frozen = new Map();
  }

  thaw(): void {
    this.#frozen = null;
  }

  /** The records of a shard as they were when the table was frozen, by number. */
  *frozen(shard: number): Generator<Numbered<R>> {
    for (let n = shard * SHARD_SIZE; n < (shard + 1) * SHARD_SIZE; n += 1) {
      const r = this.#frozen?.has(n) ? this.#frozen.get(n) : this.at(n);
      if (r) yield { n, r };
    }
  }

  #remember(n: number): void {
    if (this.#frozen && !this.#frozen.has(n)) this.#frozen.set(n, this.at(n));
  }
}

/** The whole library in memory. */
export type Tables = { [C in CollectionName]: Table<Collections[C]> };

/** A table without its record's type, for code that treats all collections alike. */
export const tableOf = (tables: Tables, collection: CollectionName): Table<Stored> =>
  tables[collection] as unknown as Table<Stored>;
