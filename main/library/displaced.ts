import { lazyRefs } from './bodies.ts';
import type { BodyStore } from './body-store.ts';
import type { CollectionName, Stored } from './collections.ts';
import type { Change, JournalLine } from './journal-line.ts';
import { Slices } from './slices.ts';
import { StorageFailure } from './storage-error.ts';
import { type Tables, tableOf } from './table.ts';
import type { Tally } from './tally.ts';

/** A record that is in memory under its number, while no file has it in the place that this gives it. */
interface Place {
  collection: CollectionName;
  n: number;
  /**
   * What stands in a journal and has become this record: it must not become another at the next start. Null: the record
   * is new; undefined: it had been there before.
   */
  madeOf: Pick<Place, 'collection' | 'n'> | null | undefined;
}

interface Whereabouts {
  tables: Tables;
  bodies: BodyStore;
  tally: Tally;
}

/** About as many bytes as go into one line: a library whose files have all changed places may not be one string. */
const LINE_BYTES = 2 ** 20;
/** Of a record without its long texts. */
const RECORD_BYTES = 1_000;

/**
 * What was put together out of files that mending replaces or removes: words that only a journal had, and records that
 * lay in the files of other shards. From the first file that is replaced to the last they are nowhere else, and a
 * process that is killed between would take them along. So they are said in the journal before anything is changed,
 * once: what somebody does with them afterwards holds at the next start, too.
 */
export class Displaced {
  readonly #whereabouts: Whereabouts;
  #waiting: Place[] = [];

  constructor(whereabouts: Whereabouts) {
    this.#whereabouts = whereabouts;
  }

  /** Whether there is nothing to be said: there never is anything, unless the library was found damaged. */
  get isEmpty(): boolean {
    return this.#waiting.length === 0;
  }

  note(collection: CollectionName, n: number, madeOf?: Place['madeOf']): void {
    this.#waiting.push({ collection, n, madeOf });
  }

  /** What the journal has to say, in lines; to ask for the next one means that the one before is durable. */
  async *lines(): AsyncGenerator<Omit<JournalLine, 't'>> {
    const slices = new Slices();
    while (!this.isEmpty) {
      const ops: Change[] = [];
      const records: [CollectionName, Stored][] = [];
      let [taken, bytes] = [0, 0];
      for (const place of this.#waiting) {
        if (bytes >= LINE_BYTES) break;
        taken += 1;
        const record = tableOf(this.#whereabouts.tables, place.collection).at(place.n);
        // What a journal has removed is not missing anywhere.
        const change = record && this.#changeOf(place, record);
        if (!record || !change) continue;
        ops.push(...change);
        records.push([place.collection, record]);
        bytes += sizeOf(place.collection, record);
        await slices.breathe();
      }
      const counts = this.#whereabouts.tally.around(records);
      if (ops.length > 0) yield { ops, ...(counts && { counts }) };
      this.#waiting = this.#waiting.slice(taken);
    }
  }

  /** Null for a record that cannot be said: its long text cannot be read, and what refers to it is all there is of it. */
  #changeOf({ collection: c, n, madeOf }: Place, record: Stored): Change[] | null {
    const put = readable(c, record, this.#whereabouts.bodies);
    if (!put) return null;
    if (madeOf === undefined) return [{ c, n, put, again: true }];
    if (madeOf === null) return [{ c, n, put }];
    return [
      { c, n, put },
      { c: madeOf.collection, n: madeOf.n, id: '', del: true },
    ];
  }
}

const sizeOf = (collection: CollectionName, record: Stored): number =>
  [...lazyRefs(collection, record)].reduce((sum, { bytes }) => sum + bytes, RECORD_BYTES);

/** The record with its long texts in it, as journals have them; null if one of them is damaged or cannot be read. */
function readable(collection: CollectionName, record: Stored, bodies: BodyStore): Stored | null {
  const refs = [...lazyRefs(collection, record)];
  if (refs.length === 0) return record;
  try {
    const copy = structuredClone(record);
    return refs.some(({ sha256 }) => bodies.isDamaged(sha256)) ? null : copy;
  } catch (error) {
    if (error instanceof StorageFailure) return null;
    throw error;
  }
}
