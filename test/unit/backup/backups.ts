import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import { BackupStore } from '../../../main/backup/store.ts';
import { ok } from '../../../main/domain/result.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import type { Library } from '../../../main/library/library.ts';
import { bugsOfTest } from '../../support/bugs.ts';
import { aComment, anOperation, aPost, aSite, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** Long enough to have a file of its own. */
export const LONG = '<p>Влакът тръгва в шест.</p>\n'.repeat(80);

/** In milliseconds. */
export const DAY = 24 * 3_600_000;

/** What is thrown where a backup is not good, for this reason. */
export const ofBackup = (reason: string) =>
  expect.objectContaining({ error: expect.objectContaining({ kind: 'backup', reason }) });

/** Everything that a person would miss. */
export const contentOf = (library: Library) => ({
  posts: library.all('posts').map(({ fromBackup: _, ...post }) => structuredClone(post)),
  comments: library.all('comments'),
  operations: library.all('operations').map(({ checkFirst: _, ...operation }) => operation),
  sites: library.all('sites'),
});

/** A library with something of everything, in a folder of its own, and a store for its backups. */
export async function withLibrary(files: FileLayer = realFiles) {
  const root = await tempFolder();
  const folder = path.join(root, 'library');
  const clock = manualClock('2026-11-22T10:00:00.000Z');
  const library = await openedLibrary(folder, realFiles, { clock });
  must(
    await library.transact((tx) => {
      tx.put('sites', aSite());
      tx.put('posts', aPost({ id: 'draft', fields: someFields({ title: 'Чернова', body: LONG }) }));
      tx.put('posts', aPost({ id: 'other', fields: someFields({ title: 'Друга' }) }));
      for (let n = 1; n <= 3; n += 1) tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n }));
      tx.put('operations', anOperation({ id: 'waits' }));
      tx.put('operations', anOperation({ id: 'sent', state: 'done' }));
      return ok(null);
    }),
  );
  const store = new BackupStore(path.join(root, 'backups'), files);
  const work = { signal: new AbortController().signal, onProgress: () => {} };
  return {
    ...{ root, folder, clock, library, store, work },
    restoring: { library: folder, files: realFiles, clock, ...work, onBug: bugsOfTest().onBug },
    take: (kind: 'daily' | 'before-restore' = 'daily') =>
      store.take(library, { ...work, kind, appVersion: '1.0.0', now: clock.now() }),
    /** The contents in the pool. */
    pool: async () =>
      (await readdir(path.join(root, 'backups', 'files'), { recursive: true })).filter(
        (name) => name.length > 60,
      ),
    put: async (id: string, title: string) =>
      must(await library.transact((tx) => ok(tx.put('posts', aPost({ id, fields: someFields({ title }) }))))),
  };
}

/** Cuts every long text of a library on the disk that has these words in it. */
export async function cutTexts(folder: string, words: string): Promise<void> {
  const bodies = path.join(folder, 'bodies');
  for (const entry of await readdir(bodies, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    const text = entry.isFile() ? await readFile(file, 'utf8') : '';
    if (text.includes(words)) await writeFile(file, text.slice(0, 500));
  }
}

/** Every file under a folder with its bytes, but for who owns it. */
export async function filesUnder(folder: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const file = path.join(entry.parentPath, entry.name);
    if (entry.isFile() && !entry.name.startsWith('owner.json')) {
      found[path.relative(folder, file)] = await readFile(file, 'latin1');
    }
  }
  return found;
}
