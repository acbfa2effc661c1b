import type { DatabaseSync } from 'node:sqlite';
import { readMeta, writeMeta } from './database.ts';
import { type Document, documentOf, stampOf } from './document.ts';
import { PendingWords } from './pending-words.ts';
import type { RecordKey, Source } from './protocol.ts';
import { idFor } from './row-id.ts';
import { SpellingWriter } from './spellings.ts';

/** Records between two commits of a long pass: larger ones make fewer pieces that have to be merged later. */
const RECORDS_PER_COMMIT = 2_000;

/** The row of `docs` that a record has. */
type Row = { id: number; stamp: string };

/** Changes the index. Everything happens inside a transaction; what is read before `flush` may miss words. */
export class IndexWriter {
  readonly #db: DatabaseSync;
  readonly #sql: ReturnType<typeof statements>;
  readonly #words: PendingWords;
  readonly #spellings: SpellingWriter;
  #uncommitted = 0;
  #inserted = 0;
  #inTransaction = false;
  /** Rows met by the pass that is under way; null outside of one. */
  #met: Set<number> | null = null;
  #pass = 0;
  /** A pass has brought everything, now or in an earlier run. */
  #isComplete: boolean;

  constructor(db: DatabaseSync) {
    this.#db = db;
    this.#sql = statements(db);
    this.#words = new PendingWords(db);
    this.#spellings = new SpellingWriter(db);
    this.#isComplete = typeof readMeta(db, 'sequence') === 'number';
  }

  get isBuilding(): boolean {
    return this.#met !== null;
  }

  /**
   * Puts a record in, in place of what was known of it. One whose words are as they were costs a look only.
   *
   * @throws an error of SQLite, or whatever the record's text made of its reader
   */
  put(source: Source): void {
    this.#begin();
    const stamp = stampOf(source);
    const known = this.#find(source);
    if (known?.stamp === stamp) {
      this.#sql.update.run(...facts(source), known.id);
      this.#met?.add(known.id);
    } else {
      const document = documentOf(source);
      if (known) this.#remove(source.kind, known.id);
      this.#insert(source, stamp, document);
    }
    this.#count();
  }

  /** Takes a record out, if it is there. */
  remove(key: RecordKey): void {
    this.#begin();
    const known = this.#find(key);
    if (known) this.#remove(key.kind, known.id);
    this.#count();
  }

  /** Begins a pass over the whole library: until it is finished, the index is behind. */
  beginPass(): number {
    this.#begin();
    writeMeta(this.#db, 'sequence', null);
    this.#isComplete = false;
    this.#met = new Set();
    this.commit();
    this.#pass += 1;
    return this.#pass;
  }

  /** Ends the pass: what it has not met is gone from the library. */
  finishPass(pass: number, sequence: number): void {
    const met = this.#met;
    if (met === null || pass !== this.#pass) return;
    this.#met = null;
    this.#isComplete = true;
    this.#begin();
    const all = this.#db.prepare('SELECT id, kind FROM docs').all() as unknown as (RecordKey & Row)[];
    for (const { id, kind } of all) if (!met.has(id)) this.#remove(kind, id);
    this.settle(sequence);
  }

  /** Notes the library's transaction up to which the index is right. */
  settle(sequence: number): void {
    this.#begin();
    if (this.#isComplete) writeMeta(this.#db, 'sequence', sequence);
    this.commit();
  }

  /** Lets the words of everything put so far be found. */
  flush(): void {
    if (this.#inTransaction) this.#words.write();
  }

  commit(): void {
    if (!this.#inTransaction) return;
    this.#words.write();
    this.#db.exec('COMMIT');
    this.#inTransaction = false;
    this.#uncommitted = 0;
  }

  /** Takes back what is not committed. Nothing may be changed afterwards. */
  abandon(): void {
    try {
      if (this.#inTransaction) this.#db.exec('ROLLBACK');
    } catch {
      // SQLite has taken it back itself.
    }
    this.#inTransaction = false;
  }

  #begin(): void {
    if (this.#inTransaction) return;
    this.#db.exec('BEGIN');
    this.#inTransaction = true;
  }

  #count(): void {
    if (this.#words.isFull) this.#words.write();
    this.#uncommitted += 1;
    if (this.#uncommitted >= RECORDS_PER_COMMIT) this.commit();
  }

  #find({ kind, id }: RecordKey): Row | undefined {
    return this.#sql.find.get(id, kind) as Row | undefined;
  }

  #remove(kind: RecordKey['kind'], id: number): void {
    this.#sql.removeDoc.run(id);
    this.#sql.removeText.run(id);
    this.#words.remove(kind, id);
    this.#met?.delete(id);
  }

  #insert(source: Source, stamp: string, document: Document): void {
    this.#inserted += 1;
    const isTaken = (row: number) => this.#sql.taken.get(row) !== undefined;
    const id = idFor(source.date, this.#inserted, isTaken);
    const { headline, text, language, links, images, columns, cyrillic } = document;
    const what = [id, source.kind, source.id, columns.author, links, images, language, stamp];
    this.#sql.insertDoc.run(...facts(source), ...what);
    this.#sql.insertText.run(id, headline, text);
    this.#words.put(source.kind, id, columns);
    this.#spellings.note(cyrillic);
    this.#met?.add(id);
  }
}

/** What may change without the words changing, in the order of the statements. */
function facts(source: Source): (string | number | null)[] {
  const { siteId, remoteId, status, date } = source;
  if (source.kind === 'comment') {
    const post = postKey(siteId, source.postRemoteId, '');
    const isPing = source.isPing ? 1 : 0;
    return [siteId, post, remoteId, status, date, source.email.toLowerCase(), isPing, source.parentRemoteId];
  }
  return [siteId, postKey(siteId, remoteId, source.id), remoteId, status, date, '', 0, 0];
}

/** Joins a post and its comments: by the site's own number, or not at all while the site does not know the post. */
const postKey = (siteId: string | null, remoteId: number | null, localId: string): string =>
  siteId === null || remoteId === null ? `local ${localId}` : `${siteId} ${remoteId}`;

function statements(db: DatabaseSync) {
  const facts = 'site, post, remote, status, date, email, ping, parent';
  return {
    find: db.prepare('SELECT id, stamp FROM docs WHERE record = ? AND kind = ?'),
    taken: db.prepare('SELECT 1 FROM docs WHERE id = ?'),
    update: db.prepare(
      'UPDATE docs SET site = ?, post = ?, remote = ?, status = ?, date = ?, email = ?, ping = ?, parent = ? WHERE id = ?',
    ),
    insertDoc: db.prepare(
      `INSERT INTO docs (${facts}, id, kind, record, author, links, images, language, stamp)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    ),
    insertText: db.prepare('INSERT INTO texts (id, headline, text) VALUES (?, ?, ?)'),
    removeDoc: db.prepare('DELETE FROM docs WHERE id = ?'),
    removeText: db.prepare('DELETE FROM texts WHERE id = ?'),
  };
}
