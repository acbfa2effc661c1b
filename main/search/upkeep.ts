import type { DatabaseSync } from 'node:sqlite';
import type { IndexWriter } from './index-writer.ts';

/** How long nothing was asked for before upkeep begins, ms. */
const REST_MS = 1_500;
/** Pause between two pieces of work, so that a request waits for one piece at most. */
const PIECE_MS = 20;
/** Pages of 4 KB that one piece may rewrite: 10 to 20 ms. */
const PAGES = 400;
/** In pieces, because each blocks: together they look at every page of the file. */
const CHECKED = ['docs', 'texts', 'comment_words_data', 'comment_words', 'post_words_data', 'post_words'];

/**
 * Work for when nobody asks for anything: what is not committed yet is committed, the pieces that changes leave in the
 * full-text tables are merged, which makes queries faster and lets go of deleted words, and once in each run every page
 * is checked.
 */
export class Upkeep {
  readonly #onDamage: (error: unknown) => void;
  #timer: NodeJS.Timeout | null = null;
  #unchecked = [...CHECKED];

  constructor(onDamage: (error: unknown) => void) {
    this.#onDamage = onDamage;
  }

  /** Something is asked for: the work waits. */
  disturb(): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
  }

  /** Nothing more may touch the file. */
  stop(): void {
    this.disturb();
  }

  /** Begins or goes on after a while. */
  restWith(db: DatabaseSync, writer: IndexWriter, after = REST_MS): void {
    this.disturb();
    this.#timer = setTimeout(() => this.#work(db, writer), after);
  }

  #work(db: DatabaseSync, writer: IndexWriter): void {
    try {
      writer.commit();
      if (writer.isBuilding) return;
      const isMerged = ['comment_words', 'post_words'].every((table) => merge(db, table));
      const next = isMerged ? this.#unchecked.shift() : '';
      if (next === undefined) return;
      if (next !== '') check(db, next);
      this.restWith(db, writer, PIECE_MS);
    } catch (error) {
      this.#onDamage(error);
    }
  }
}

/** One piece of merging. @returns whether there was nothing left to do */
function merge(db: DatabaseSync, table: string): boolean {
  const changes = () => Number(db.prepare('SELECT total_changes() AS n').get()?.n ?? 0);
  const before = changes();
  // A negative number of pages merges pieces of every size, see https://sqlite.org/fts5.html#the_merge_command.
  db.prepare(`INSERT INTO ${table} (${table}, rank) VALUES ('merge', ?)`).run(-PAGES);
  return changes() - before < 2;
}

function check(db: DatabaseSync, table: string): void {
  const found = db.prepare(`PRAGMA integrity_check(${table})`).get()?.integrity_check;
  if (found !== 'ok') throw Object.assign(new Error(`${table}: ${String(found)}`), { errcode: 11 });
}
