import { isOpen, type Operation, targetOf } from '../domain/operation.ts';
import type { Step } from './steps.ts';
import type { Table } from './table.ts';

/** Operations that still have a way to go, by what they are for. */
export class OpenOperations {
  /** Ids, by target. Not the records, which would keep their texts in memory. */
  readonly #targets = new Map<string, Set<string>>();
  readonly #get: (id: string) => Operation | undefined;

  /** @param get answers an operation as it is now */
  constructor(get: (id: string) => Operation | undefined) {
    this.#get = get;
  }

  /** Takes out what an operation was, and takes in what it is now if that is open. */
  exchange(before: Operation | undefined, after: Operation | undefined): void {
    if (before) this.#remove(before);
    if (after && isOpen(after)) this.#add(after);
  }

  /** In no order. */
  all(): Operation[] {
    return [...this.#targets.values()].flatMap((ids) => this.#resolve(ids));
  }

  /**
   * In no order.
   * @param target as {@link targetOf} names it
   */
  on(target: string): Operation[] {
    return this.#resolve(this.#targets.get(target) ?? []);
  }

  #resolve(ids: Iterable<string>): Operation[] {
    return Array.from(ids).flatMap((id) => this.#get(id) ?? []);
  }

  #add({ id, task }: Operation): void {
    const target = targetOf(task);
    const there = this.#targets.get(target);
    if (there) there.add(id);
    else this.#targets.set(target, new Set([id]));
  }

  #remove({ id, task }: Operation): void {
    const target = targetOf(task);
    const there = this.#targets.get(target);
    there?.delete(id);
    if (there?.size === 0) this.#targets.delete(target);
  }
}

/** The open operations of a library. Those that ended are kept for a month, and may be too many to be looked through. */
export class Outbox {
  readonly #table: Table<Operation>;
  /** Null until somebody asks. */
  #open: OpenOperations | null = null;

  constructor(table: Table<Operation>) {
    this.#table = table;
  }

  /** Everything has to be loaded. */
  get open(): OpenOperations {
    this.#open ??= this.#find();
    return this.#open;
  }

  /** Follows what has just been committed. */
  apply(steps: readonly Step[]): void {
    for (const { collection, before, after } of steps) {
      if (collection !== 'operations') continue;
      this.#open?.exchange(before as Operation | undefined, after as Operation | undefined);
    }
  }

  #find(): OpenOperations {
    const open = new OpenOperations((id) => this.#table.get(id));
    for (const operation of this.#table.all()) open.exchange(undefined, operation);
    return open;
  }
}
