import type { DatabaseSync } from 'node:sqlite';

/** Grows with every change of tables, of what they are told of a record, of folding or stems: others are made anew. */
export const INDEX_VERSION = 4;

/**
 * Words are folded before they come here (`search-words.ts`), so the tokenizer only has to part them at blanks; it folds
 * by the same rules or weaker ones. The prefix indexes make queries of two, three and four letters about twice as
 * fast. Contentless: the words are not kept a second time.
 */
const fullText = (name: string, columns: string): string =>
  `CREATE VIRTUAL TABLE ${name} USING fts5(${columns}, content = '', contentless_delete = 1,
     prefix = '2 3 4', tokenize = 'unicode61 remove_diacritics 2')`;

/**
 * One narrow row a record, for filters; its texts apart, so that walking over filters does not read them. `id` is also
 * the row of the full-text table and grows with the date, so that "newest first" is the order the rows are in.
 */
const TABLES = `
  CREATE TABLE meta (key TEXT PRIMARY KEY, value) WITHOUT ROWID;
  CREATE TABLE docs (
    id INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    record TEXT NOT NULL,
    site TEXT,
    post TEXT,
    remote INTEGER,
    status TEXT NOT NULL,
    date TEXT NOT NULL,
    author TEXT NOT NULL,
    email TEXT NOT NULL,
    links INTEGER NOT NULL,
    images INTEGER NOT NULL,
    parent INTEGER NOT NULL,
    ping INTEGER NOT NULL,
    language TEXT NOT NULL,
    stamp TEXT NOT NULL
  );
  CREATE UNIQUE INDEX docs_record ON docs (record, kind);
  CREATE INDEX docs_post ON docs (post, kind, status, ping, date, remote);
  CREATE INDEX docs_answers ON docs (post, parent, status) WHERE kind = 'comment';
  CREATE INDEX docs_kind ON docs (kind, status, id);
  CREATE TABLE spellings (latin TEXT NOT NULL, word TEXT NOT NULL, PRIMARY KEY (latin, word)) WITHOUT ROWID;
  CREATE TABLE texts (id INTEGER PRIMARY KEY, headline TEXT NOT NULL, text TEXT NOT NULL);
  ${fullText('post_words', 'title, author, slug, text, stems')};
  ${fullText('comment_words', 'author, text, stems')};
`;

/** Makes the tables of an empty file. */
export function createTables(db: DatabaseSync): void {
  db.exec(`BEGIN; ${TABLES} PRAGMA user_version = ${INDEX_VERSION}; COMMIT;`);
}

/** Throws where this build of SQLite cannot do what the index needs. */
export function probeFullText(db: DatabaseSync): void {
  db.exec(`${fullText('temp.probe', 'word')}; DROP TABLE temp.probe;`);
}
