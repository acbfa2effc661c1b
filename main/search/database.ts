import { mkdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { createTables, INDEX_VERSION, probeFullText } from './schema.ts';
import { isBusy, isUnsupported } from './sqlite-failure.ts';

/** The part of `node:sqlite` that is used; absent from builds of Node without SQLite. */
export type Sqlite = { DatabaseSync: new (file: string) => DatabaseSync };

/**
 * One connection for the whole run: it alone reads and writes, so no memory is shared through a file that somebody could
 * cut short. Never mapped into memory, for the same reason: a page of a mapped file that is gone ends the process. The
 * index can be made anew at any time, so a commit does not wait for the disk. Pages that a build changes again and again
 * are written to the file itself only every 32 MB.
 */
const SETTINGS = `
  PRAGMA locking_mode = EXCLUSIVE;
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = NORMAL;
  PRAGMA wal_autocheckpoint = 8000;
  PRAGMA secure_delete = FAST;
  PRAGMA temp_store = MEMORY;
  PRAGMA cache_size = -64000;
  PRAGMA mmap_size = 0;
`;

/** Opens an index of this version for this library. Whatever else lies there is removed, and an empty one is made. */
export function openDatabase(file: string, libraryId: string, sqlite: Sqlite): DatabaseSync {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const kept = openKept(file, libraryId, sqlite);
  return kept ?? createDatabase(file, libraryId, sqlite);
}

/** Removes what is there and starts an empty index. */
export function createDatabase(file: string, libraryId: string, sqlite: Sqlite): DatabaseSync {
  for (const end of ['', '-wal', '-shm', '-journal']) {
    rmSync(`${file}${end}`, { recursive: true, force: true, maxRetries: 3 });
  }
  const db = new sqlite.DatabaseSync(file);
  try {
    db.exec(SETTINGS);
    probeFullText(db);
    createTables(db);
    writeMeta(db, 'library', libraryId);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** The index that is there, if it is one of ours and can be read; null if it has to be made anew. */
function openKept(file: string, libraryId: string, sqlite: Sqlite): DatabaseSync | null {
  let db: DatabaseSync | null = null;
  try {
    // After a clean end everything is in the file itself; after another one, SQLite mends it from what lies beside it.
    const wasClosed = sizeOf(`${file}-wal`) === 0;
    const size = sizeOf(file);
    db = new sqlite.DatabaseSync(file);
    db.exec(SETTINGS);
    probeFullText(db);
    const isWhole = !wasClosed || size === numberOf(db, 'page_count') * numberOf(db, 'page_size');
    const isOurs = numberOf(db, 'user_version') === INDEX_VERSION && readMeta(db, 'library') === libraryId;
    if (isWhole && isOurs && answers(db)) return db;
  } catch (error) {
    close(db);
    // Neither goes away with a new file; and a file that somebody holds is not ours to remove.
    if (isUnsupported(error) || isBusy(error)) throw error;
    return null;
  }
  close(db);
  return null;
}

const sizeOf = (file: string): number => statSync(file, { throwIfNoEntry: false })?.size ?? 0;

const numberOf = (db: DatabaseSync, pragma: string): number =>
  Number(db.prepare(`PRAGMA ${pragma}`).get()?.[pragma]);

/** Touches every table: a file that was cut short fails here rather than in front of somebody. */
function answers(db: DatabaseSync): boolean {
  for (const table of ['docs', 'texts', 'post_words', 'comment_words']) {
    db.prepare(`SELECT rowid FROM ${table} ORDER BY rowid DESC LIMIT 1`).get();
  }
  db.prepare('SELECT word FROM spellings ORDER BY latin DESC LIMIT 1').get();
  return true;
}

function close(db: DatabaseSync | null): void {
  try {
    db?.close();
  } catch {
    // Its file is removed next.
  }
}

/** A fact about the index itself, or undefined. */
export function readMeta(db: DatabaseSync, key: string): unknown {
  return db.prepare('SELECT value FROM meta WHERE key = ?').get(key)?.value;
}

/** Keeps a fact about the index itself; null forgets it. */
export function writeMeta(db: DatabaseSync, key: string, value: string | number | null): void {
  if (value === null) db.prepare('DELETE FROM meta WHERE key = ?').run(key);
  else db.prepare('INSERT OR REPLACE INTO meta (key, value) VALUES (?, ?)').run(key, value);
}
