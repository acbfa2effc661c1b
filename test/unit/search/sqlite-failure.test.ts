import { expect, test } from 'vitest';
import { IndexThread } from '../../../main/search/index-thread.ts';
import { failureOf } from '../../../main/search/sqlite-failure.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const ofSqlite = (errcode: number, message = 'x') => Object.assign(new Error(message), { errcode });
const ofSystem = (code: string) => Object.assign(new Error(code), { code, syscall: 'open' });
test.each([
  ['SQLITE_CORRUPT', ofSqlite(11), 'damaged'],
  ['SQLITE_CORRUPT_VTAB', ofSqlite(267), 'damaged'],
  ['SQLITE_NOTADB', ofSqlite(26), 'damaged'],
  ['a table that is gone', ofSqlite(1, 'no such table: docs'), 'damaged'],
  ['SQLITE_FULL', ofSqlite(13), 'storage'],
  ['SQLITE_READONLY', ofSqlite(8), 'storage'],
  ['SQLITE_CANTOPEN', ofSqlite(14), 'storage'],
  ['SQLITE_IOERR_WRITE', ofSqlite(778), 'storage'],
  ['SQLITE_BUSY', ofSqlite(5), 'storage'],
  ['no full-text search', ofSqlite(1, 'no such module: fts5'), 'unsupported'],
  ['a statement of ours that is wrong', ofSqlite(1, 'near "FORM": syntax error'), 'bug'],
  ['a rule of the tables', ofSqlite(1299, 'NOT NULL constraint failed'), 'bug'],
  ['ENOSPC', ofSystem('ENOSPC'), 'storage'],
  ['EACCES', ofSystem('EACCES'), 'storage'],
  ['EIO', ofSystem('EIO'), 'storage'],
  ['a defect', new TypeError('x is not a function'), 'bug'],
  ['something thrown that is no error', 'x', 'bug'],
])('%s', (_, error, meaning) => expect(failureOf(error).kind).toBe(meaning));

/** A build of SQLite without full-text search, as some come with Node. */
class WithoutFullText {
  exec(sql: string): void {
    if (/fts5/.test(sql)) throw ofSqlite(1, 'no such module: fts5');
  }
  prepare() {
    return { get: () => ({}) };
  }
  close(): void {}
}

test.each([
  ['no SQLite', undefined],
  ['a SQLite without full-text search', { DatabaseSync: WithoutFullText as never }],
])('a program that comes with %s says so when the index is opened', async (_, sqlite) => {
  const thread = new IndexThread(sqlite, () => {});
  const input = { file: `${await tempFolder()}/index.sqlite`, libraryId: 'library-1' };
  const answer = thread.answer({ id: 1, name: 'open', input });
  expect(answer).toMatchObject({ ok: false, failure: { kind: 'unsupported' } });
  expect(thread.answer({ id: 2, name: 'close', input: null })).toEqual({ ok: true, value: null });
});
