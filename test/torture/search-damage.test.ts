import { mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi } from 'vitest';
import { aRequest, crashingWorker, openSearch } from '../unit/search/open-search.ts';
import { aLibrary, comment } from '../unit/search/small-library.ts';

// Threads are started and indexes are built here, on machines that may be busy.
vi.setConfig({ testTimeout: 90_000 });

const kinds: [string, (file: string) => Promise<unknown>][] = [
  ['is missing', (file) => rm(file)],
  ['is empty', (file) => writeFile(file, '')],
  ['is something else', (file) => writeFile(file, 'This is not a database at all. '.repeat(1_000))],
  [
    'is a folder',
    async (file) => {
      await rm(file);
      await mkdir(path.join(file, 'inside'), { recursive: true });
    },
  ],
  ['lost its first page', (file) => overwrite(file, 0, 4_096)],
  ['has a broken header', (file) => overwrite(file, 16, 40)],
  ['ends after its first page', (file) => truncate(file, 4_096)],
  ['ends in its middle', async (file) => truncate(file, (await stat(file)).size >> 1)],
  ['ends in the middle of a page', async (file) => truncate(file, (await stat(file)).size - 1_000)],
  ['is of another version', async (file) => change(file, 'PRAGMA user_version = 999')],
  ['has no sequence', async (file) => change(file, "DELETE FROM meta WHERE key = 'sequence'")],
  ['lost a table', async (file) => change(file, 'DROP TABLE texts')],
  ['lost its spellings', async (file) => change(file, 'DROP TABLE spellings')],
  ['lost its words', async (file) => change(file, 'DROP TABLE comment_words')],
];

describe('damage', () => {
  test.each(kinds)('an index that %s is made anew by itself', async (_, harm) => {
    const { library, folder } = await aLibrary(300);
    const first = openSearch(library, folder);
    await first.built();
    await first.stop();
    await harm(first.file);
    const second = openSearch(library, folder);
    await vi.waitFor(async () => expect((await second.find('коментар')).totals.comments).toBe(300), {
      timeout: 25_000,
      interval: 20,
    });
    expect(second.building).toHaveBeenCalled();
    expect(await second.ids('влак')).toEqual(['p1']);
  });

  test('damage inside, which only the check of every page sees, is found and mended', async () => {
    const { library, folder } = await aLibrary(300);
    const first = openSearch(library, folder);
    await first.built();
    await first.stop();
    const { size } = await stat(first.file);
    await overwrite(first.file, size - 30_000, 6_000);
    const second = openSearch(library, folder);
    const patience = { timeout: 25_000, interval: 50 };
    // Pages are checked while nobody asks for anything; until then the damaged index may well answer.
    await vi.waitFor(() => expect(second.bugs.join()).toContain('made anew'), patience);
    await vi.waitFor(async () => expect((await second.find('коментар')).totals.comments).toBe(300), patience);
  });

  test('a thread that dies is started again, and what it was asked meanwhile is answered', async () => {
    const { library, folder } = await aLibrary();
    const search = openSearch(library, folder, { worker: crashingWorker });
    await search.built();
    const failed = { ok: false, error: { kind: 'search', reason: 'failed' } };
    expect(await search.engine.find(aRequest('срив'))).toEqual(failed);
    library.commit('comments', [comment(99, 'писан след това')]);
    await vi.waitFor(async () => expect(await search.ids('писан')).toEqual(['site-1/99']), {
      timeout: 25_000,
    });
    expect(search.bugs.join()).toContain('the thread ended');
  });

  test('a record that breaks its reader is left out and reported; the others are found', async () => {
    const { library, folder } = await aLibrary();
    library.commit('comments', [comment(99, 'счупен', { dateGmt: null as never })]);
    const search = openSearch(library, folder);
    await search.built();
    expect((await search.find('коментар')).totals.comments).toBe(20);
    expect(search.bugs.join()).toContain('Not indexed: comment site-1/99');
  });
});

/** Changes the closed index behind its back. */
function change(file: string, sql: string): void {
  const db = new DatabaseSync(file);
  try {
    db.exec(sql);
  } finally {
    db.close();
  }
}

async function overwrite(file: string, from: number, length: number): Promise<void> {
  const bytes = await readFile(file);
  bytes.fill(0xa5, from, from + length);
  await writeFile(file, bytes);
}
