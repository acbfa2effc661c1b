import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect } from 'vitest';
import type { Comment } from '../../../main/domain/comment.ts';
import { ok } from '../../../main/domain/result.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import type { Library } from '../../../main/library/library.ts';
import { LibraryHealth } from '../../../main/services/library-health.ts';
import { bugsOfTest } from '../../support/bugs.ts';
import { aComment, aPost, aSite, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** Long enough for a file of its own. */
export const LONG = 'Тръгнахме от Смолян в пет и половина. '.repeat(60);
export const TOKEN = { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: 50 };

/** As on the site, with a long text. */
export const publishedPost = () => {
  const fields = someFields({ title: 'Три дни в Родопите', body: LONG, status: 'publish' });
  return aPost({ id: 'long', remoteId: 5, fields, base: { fields, token: TOKEN } });
};

const commentNumber = (remoteId: number): Comment => aComment({ id: `site-1/${remoteId}`, remoteId });

/** A closed library in shards: a site, a post with a long text, and 500 comments. */
export async function libraryInShards(): Promise<string> {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await library.transact((tx) => {
    tx.put('sites', aSite({ pulledAt: '2026-11-10T09:00:00.000Z' }));
    tx.put('posts', publishedPost());
    for (let n = 1; n <= 500; n += 1) tx.put('comments', commentNumber(n));
    return ok(null);
  });
  await library.compact();
  await library.close();
  return folder;
}

/** Makes three lines of the comments' shard unreadable. */
export async function damageComments(folder: string): Promise<void> {
  const file = path.join(folder, 'comments/000000.ndjson');
  const lines = (await readFile(file, 'utf8')).split('\n');
  for (const at of [10, 20, 30]) lines[at] = `${lines[at]?.slice(0, 40)}\u0000`;
  await writeFile(file, lines.join('\n'));
}

/** Makes the lines of these posts unreadable. */
export async function damagePosts(folder: string, ...ids: string[]): Promise<void> {
  const file = path.join(folder, 'posts/000000.ndjson');
  const lines = (await readFile(file, 'utf8')).split('\n');
  for (const id of ids) {
    const at = lines.findIndex((line) => line.includes(`"r":{"id":"${id}"`));
    expect(at).toBeGreaterThan(0);
    lines[at] = `${lines[at]?.slice(0, 40)}\u0000`;
  }
  await writeFile(file, lines.join('\n'));
}

/** Cuts the long text of the post off, or puts another one in its place. */
export async function damageText(folder: string, text = LONG.slice(0, 100)): Promise<void> {
  const [name] = await readdir(path.join(folder, 'bodies'));
  const [file] = await readdir(path.join(folder, 'bodies', name ?? ''));
  expect(file).toBeDefined();
  await writeFile(path.join(folder, 'bodies', name ?? '', file ?? ''), text);
}

export const OPENED = '2026-11-10T10:00:00.000Z';

/** A library that is watched over, opened at `now`; `following` resolves once it is known how it stands. */
export async function watching(folder: string, files: FileLayer = realFiles, now: string = OPENED) {
  const clock = manualClock(now);
  const notes: string[] = [];
  let changes = 0;
  const health = new LibraryHealth({
    ...{ clock, folder, files, note: (line: string) => void notes.push(line), openFolder: async () => '' },
    onBug: bugsOfTest().onBug,
    onChange: () => {
      changes += 1;
    },
  });
  const library: Library = await openedLibrary(folder, files, { ...health.hooks, clock });
  const following = health.follow(library);
  return {
    ...{ clock, health, library, notes, following },
    state: async () => must(await health.health()),
    changes: () => changes,
  };
}

/** As {@link watching}, once it is known how it stands. */
export async function watched(...which: Parameters<typeof watching>) {
  const here = await watching(...which);
  await here.following;
  return here;
}
