// Which posts are no longer trusted to be what their sites have, once texts are found damaged.
import { expect, test } from 'vitest';
import { NO_VERSION, type Post } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import type { Library } from '../../../main/library/library.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { damageText, LONG, libraryInShards, TOKEN, watched, watching } from './damaged-library.ts';

/** Of the same length, so that it is found where the text is read or written, not while loading. */
const OTHER = LONG.replace('Смолян', 'Смолен');
const tokenIn = (library: Library) => library.get('posts', 'long')?.base?.token;

test('a text found damaged where it is read is fetched again', async () => {
  const folder = await libraryInShards();
  await damageText(folder, OTHER);
  const { library, health } = await watched(folder);
  expect(library.get('posts', 'long')?.fields.body).toBe(OTHER);
  await health.stop();
  expect(tokenIn(library)).toEqual(NO_VERSION);
});

test('one whose words somebody writes once more is whole again, and is not', async () => {
  const folder = await libraryInShards();
  await damageText(folder, OTHER);
  const { library, health } = await watched(folder);
  await library.transact((tx) => ok(tx.put('posts', aPost({ fields: someFields({ body: LONG }) }))));
  await library.compact();
  expect(library.repairs).toMatchObject([{ what: 'body', ids: ['long'], lost: 0 }]);
  await health.stop();
  expect(tokenIn(library)).toEqual(TOKEN);
  expect(library.get('posts', 'long')?.fields.body).toBe(LONG);
});

/** A post that differs from its site's, whose text is damaged; the site has been asked since, and nothing was changed there. */
async function changedHere() {
  const folder = await libraryInShards();
  await damageText(folder);
  const desk = await watched(folder);
  const change = (over: Partial<Post>) =>
    desk.library.transact((tx) => {
      const post = tx.get('posts', 'long');
      if (post?.base) tx.put('posts', { ...post, base: { ...post.base, token: TOKEN }, ...over });
      return ok(null);
    });
  await change({ fields: someFields({ body: 'Остатък' }) });
  return { ...desk, change, damaged: async () => (await desk.state()).damage };
}

test('what was changed here is not back with what the site has, until somebody has written in it', async () => {
  const { change, damaged } = await changedHere();
  expect(await damaged()).toMatchObject({ losses: [{ what: 'texts', back: 0 }], posts: [{ id: 'long' }] });
  await change({ editedAt: '2026-11-10T10:00:01.000Z' });
  expect(await damaged()).toMatchObject({ losses: [{ what: 'texts', back: 1 }], posts: [] });
});

test('a damaged text is not told to be back before it is distrusted', async () => {
  const folder = await libraryInShards();
  await damageText(folder);
  const { library, state } = await watching(folder);
  must(await library.loaded);
  expect((await state()).damage).toMatchObject({ losses: [{ back: 0 }], posts: [{ id: 'long' }] });
});

test('nor on a disk that is full; once there is room, it is fetched again', async () => {
  const folder = await libraryInShards();
  await damageText(folder);
  const disk = breakableFiles();
  disk.fail();
  const { library, clock, state } = await watched(folder, disk.files);
  const losses = async () => (await state()).damage?.losses;
  expect(await losses()).toMatchObject([{ what: 'texts', back: 0 }]);
  disk.heal();
  clock.advance(3_000);
  await eventually(() => expect(tokenIn(library)).toEqual(NO_VERSION));
  expect(await losses()).toMatchObject([{ what: 'texts', back: 0 }]);
});

test('what closing finds is noted, and nothing else is asked of a library that takes no more', async () => {
  const folder = await libraryInShards();
  await damageText(folder, OTHER);
  const { library, health, notes } = await watched(folder);
  const post = library.get('posts', 'long');
  await health.stop();
  await library.close();
  expect(post?.fields.body).toBe(OTHER);
  expect(notes).toEqual([expect.stringMatching(/^damaged body of posts/)]);
});

test('who quits while everything is still being loaded has its damaged texts fetched again, too', async () => {
  const folder = await libraryInShards();
  await damageText(folder);
  const gate = Promise.withResolvers<void>();
  const readFile = (async (file: string, ...rest: []) => {
    if (file.endsWith('comments/000000.ndjson')) await gate.promise;
    return realFiles.readFile(file, ...rest);
  }) as typeof realFiles.readFile;
  const { library, health, following } = await watching(folder, { ...realFiles, readFile });
  const quitting = health.stop().then(() => library.close());
  gate.resolve();
  await Promise.all([quitting, following]);
  const again = await openedLibrary(folder);
  must(await again.loaded);
  expect(tokenIn(again)).toEqual(NO_VERSION);
});
