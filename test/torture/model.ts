import { createHash } from 'node:crypto';
import { isOpen, type Operation, targetOf } from '../../main/domain/operation.ts';
import { COLLECTIONS, type CollectionName, type Collections } from '../../main/library/collections.ts';
import type { Transaction } from '../../main/library/transaction.ts';

/** What a library should hold: tables in memory, with nothing clever about them. */
export class Model implements Transaction {
  readonly #tables = new Map<CollectionName, Map<string, { id: string }>>();

  get<C extends CollectionName>(collection: C, id: string): Collections[C] | undefined {
    return this.#tables.get(collection)?.get(id) as Collections[C] | undefined;
  }

  all<C extends CollectionName>(collection: C): Collections[C][] {
    return [...(this.#tables.get(collection)?.values() ?? [])] as Collections[C][];
  }

  newestFirst<C extends CollectionName>(collection: C): Collections[C][] {
    return this.all(collection).reverse();
  }

  openOperations(target?: string): Operation[] {
    const open = this.all('operations').filter(isOpen);
    return open.filter(({ task }) => target === undefined || targetOf(task) === target);
  }

  put<C extends CollectionName>(collection: C, record: Collections[C]): void {
    const table = this.#tables.get(collection) ?? new Map();
    this.#tables.set(collection, table.set(record.id, record));
  }

  remove<C extends CollectionName>(collection: C, id: string): void {
    this.#tables.get(collection)?.delete(id);
  }

  copy(): Model {
    const copy = new Model();
    for (const [name, table] of this.#tables) copy.#tables.set(name, new Map(table));
    return copy;
  }
}

/** JSON that does not depend on the order in which fields were set. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'undefined';
  const fields = Object.keys(value).sort();
  return `{${fields.map((field) => `${field}:${canonical((value as Record<string, unknown>)[field])}`).join()}}`;
}

/** All records, one a line, sorted: for comparing by eye. */
function linesOf(reader: Pick<Transaction, 'all'>): string[] {
  return COLLECTIONS.flatMap((name) =>
    reader.all(name).map((record) => `${name} ${canonical(record)}`),
  ).sort();
}

/** A short name of the whole state: two readers have the same one exactly if they hold the same. */
export function digestOf(reader: Pick<Transaction, 'all'>): string {
  return createHash('sha1').update(linesOf(reader).join('\n')).digest('hex').slice(0, 16);
}
