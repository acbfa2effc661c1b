import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Document } from './document.ts';
import type { Kind } from './protocol.ts';

type Columns = Document['columns'];

/** So many records are gathered at most: their words take some megabytes. */
const MOST = 1_000;

/** Changes of one full-text table, by row. A row can be taken out and put in again. */
interface Changes {
  gone: Set<number>;
  put: Map<number, Columns>;
}

/**
 * Changes of the full-text tables, gathered so that they can be written in the order of their rows. FTS5 starts a new
 * piece of its index for each row below the one before (`sqlite3Fts5IndexBeginWrite`), and records come newest first:
 * one by one, a build takes ten times as long.
 */
export class PendingWords {
  readonly #changes: Record<Kind, Changes> = {
    post: { gone: new Set(), put: new Map() },
    comment: { gone: new Set(), put: new Map() },
  };
  readonly #statements: Record<Kind, { remove: StatementSync; insert: StatementSync }>;

  constructor(db: DatabaseSync) {
    this.#statements = {
      post: {
        remove: db.prepare('DELETE FROM post_words WHERE rowid = ?'),
        insert: db.prepare(
          'INSERT INTO post_words (rowid, title, author, slug, text, stems) VALUES (?, ?, ?, ?, ?, ?)',
        ),
      },
      comment: {
        remove: db.prepare('DELETE FROM comment_words WHERE rowid = ?'),
        insert: db.prepare('INSERT INTO comment_words (rowid, author, text, stems) VALUES (?, ?, ?, ?)'),
      },
    };
  }

  get isFull(): boolean {
    return this.#changes.post.put.size + this.#changes.comment.put.size >= MOST;
  }

  put(kind: Kind, id: number, columns: Columns): void {
    this.#changes[kind].put.set(id, columns);
  }

  remove(kind: Kind, id: number): void {
    const { gone, put } = this.#changes[kind];
    // What was only waiting to be written has never been there, unless it took the place of something.
    if (!put.delete(id)) gone.add(id);
  }

  /** Writes what was gathered. */
  write(): void {
    for (const kind of ['post', 'comment'] as const) {
      const { gone, put } = this.#changes[kind];
      const { remove, insert } = this.#statements[kind];
      for (const id of [...new Set([...gone, ...put.keys()])].sort((a, b) => a - b)) {
        if (gone.has(id)) remove.run(id);
        const columns = put.get(id);
        if (columns) insert.run(id, ...valuesOf(kind, columns));
      }
      gone.clear();
      put.clear();
    }
  }
}

const valuesOf = (kind: Kind, { title, author, slug, text, stems }: Columns): string[] =>
  kind === 'post' ? [title, author, slug, text, stems] : [author, text, stems];
