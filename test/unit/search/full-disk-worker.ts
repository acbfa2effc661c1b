// The index's thread on a disk that is full as long as a file called "full" lies beside the index.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

const MOST_PAGES = 4_294_967_294;
const exec = DatabaseSync.prototype.exec;
DatabaseSync.prototype.exec = function (this: DatabaseSync, sql: string) {
  const isFull = existsSync(path.join(path.dirname(this.location() ?? ''), 'full'));
  // As many pages as there are: SQLite takes no smaller number.
  if (sql === 'BEGIN') exec.call(this, `PRAGMA max_page_count = ${isFull ? 1 : MOST_PAGES}`);
  exec.call(this, sql);
};

await import('../../../main/search/worker.ts');
