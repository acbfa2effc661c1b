import type { DatabaseSync } from 'node:sqlite';
import { createDatabase, openDatabase, readMeta, type Sqlite } from './database.ts';
import { IndexReader } from './index-reader.ts';
import { IndexWriter } from './index-writer.ts';
import type { Failure, Opened, RequestMessage, Requests } from './protocol.ts';
import { failureOf } from './sqlite-failure.ts';
import { Upkeep } from './upkeep.ts';

interface Index {
  db: DatabaseSync;
  reader: IndexReader;
  writer: IndexWriter;
}

/** What the index's own thread does: carries out one request after another on the file. Never throws. */
export class IndexThread {
  readonly #sqlite: Sqlite | undefined;
  readonly #upkeep: Upkeep;
  #file = '';
  #libraryId = '';
  #index: Index | null = null;
  /** Why the disk took no change: the index answers, but takes no more of them until it is opened again. */
  #refusal: unknown = null;

  /**
   * @param sqlite absent where this build of Node has none
   * @param onDamage told of damage that nobody's request came upon
   */
  constructor(sqlite: Sqlite | undefined, onDamage: (failure: Failure) => void) {
    this.#sqlite = sqlite;
    this.#upkeep = new Upkeep((error) => onDamage(failureOf(error)));
  }

  answer(request: RequestMessage): { ok: true; value: unknown } | { ok: false; failure: Failure } {
    try {
      this.#upkeep.disturb();
      return { ok: true, value: this.#carryOut(request) };
    } catch (error) {
      const failure = failureOf(error);
      if (failure.kind === 'storage') this.#refuse(error);
      return { ok: false, failure };
    } finally {
      if (this.#index) this.#upkeep.restWith(this.#index.db, this.#index.writer);
    }
  }

  #carryOut(request: RequestMessage): unknown {
    switch (request.name) {
      case 'open':
        return this.#open(request.input);
      case 'reset':
        return this.#reset();
      case 'close':
        return this.#close();
      case 'put':
        return this.#put(request.input);
      case 'begin':
        return this.#changed().beginPass();
      case 'finish':
        return this.#changed().finishPass(request.input.pass, request.input.sequence);
      case 'settle':
        return this.#changed().settle(request.input.sequence);
      case 'find':
        return this.#find(request.input);
    }
  }

  #find(request: Requests['find']['input']): Requests['find']['output'] {
    const { reader, writer } = this.#opened();
    try {
      writer.flush();
    } catch (error) {
      // What the disk does not take is missing from the answer; whoever feeds the index hears of it next.
      if (failureOf(error).kind !== 'storage') throw error;
      this.#refuse(error);
    }
    return reader.find(request);
  }

  #open({ file, libraryId }: Requests['open']['input']): Opened {
    if (!this.#sqlite) throw Object.assign(new Error('no such module: node:sqlite'), { errcode: 1 });
    this.#file = file;
    this.#libraryId = libraryId;
    this.#use(openDatabase(file, libraryId, this.#sqlite));
    const sequence = readMeta(this.#opened().db, 'sequence');
    const records = this.#opened().reader.count();
    return { sequence: typeof sequence === 'number' ? sequence : null, records };
  }

  #reset(): null {
    if (!this.#sqlite) return null;
    this.#close();
    this.#use(createDatabase(this.#file, this.#libraryId, this.#sqlite));
    return null;
  }

  #close(): null {
    const index = this.#index;
    this.#index = null;
    this.#upkeep.stop();
    try {
      index?.writer.commit();
    } catch {
      // What could not be written is missing from the index, which says so itself by its sequence.
    }
    try {
      index?.db.close();
    } catch {
      // Nothing more can be done with it.
    }
    return null;
  }

  #put({ records, gone }: Requests['put']['input']): Requests['put']['output'] {
    const writer = this.#changed();
    const refused: string[] = [];
    for (const record of records) {
      try {
        writer.put(record);
      } catch (error) {
        // A text that breaks its reader is left out; trouble with the file itself concerns everything.
        if (failureOf(error).kind !== 'bug') throw error;
        refused.push(`${record.kind} ${record.id}: ${String(error)}`);
      }
    }
    for (const key of gone) writer.remove(key);
    return { refused };
  }

  /** Takes back what was not committed: a table with half of it could not even be read. */
  #refuse(error: unknown): void {
    this.#refusal = error;
    this.#index?.writer.abandon();
  }

  #use(db: DatabaseSync): void {
    this.#refusal = null;
    this.#index = { db, reader: new IndexReader(db), writer: new IndexWriter(db) };
  }

  /** The index, to be changed. */
  #changed(): IndexWriter {
    if (this.#refusal !== null) throw this.#refusal;
    return this.#opened().writer;
  }

  #opened(): Index {
    if (this.#index === null) throw new Error('The index is not open');
    return this.#index;
  }
}
