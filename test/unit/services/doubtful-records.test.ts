// Records of a damaged shard that can be read, in which letters may be wrong.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { NO_VERSION } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import { aComment, aPost, aRevision, aSite, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { TOKEN, watched } from './damaged-library.ts';

/** A closed library in shards with a post of a site, one that is only here, a version of it, and a comment. */
async function libraryOfFew(): Promise<string> {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  const fields = someFields({ title: 'Родопите', body: 'Вървяхме пеша.' });
  must(
    await library.transact((tx) => {
      tx.put('sites', aSite({ pulledAt: '2026-11-10T09:00:00.000Z' }));
      tx.put('posts', aPost({ id: 'there', remoteId: 5, fields, base: { fields, token: TOKEN } }));
      tx.put(
        'posts',
        aPost({ id: 'here', siteId: null, fields: someFields({ title: 'Рози', body: 'Розите.' }) }),
      );
      tx.put(
        'revisions',
        aRevision({ postId: 'here', fields: someFields({ title: 'Рози', body: 'Роза.' }) }),
      );
      tx.put('comments', aComment({ raw: 'Браво, Мила.' }));
      return ok(null);
    }),
  );
  await library.compact();
  await library.close();
  return folder;
}

/** Puts another letter into each place where these words stand in a collection's file. */
async function alter(folder: string, collection: string, words: string, by: string): Promise<void> {
  const file = path.join(folder, collection, '000000.ndjson');
  const text = await readFile(file, 'utf8');
  expect(text).toContain(words);
  await writeFile(file, text.replaceAll(words, by));
}

test('they are told, not called restored, and their posts are named with the versions that are left', async () => {
  const folder = await libraryOfFew();
  await alter(folder, 'posts', 'Розите', 'Розитe');
  await alter(folder, 'comments', 'Браво', 'Бравo');
  const { state } = await watched(folder);
  expect((await state()).damage).toMatchObject({
    ...{ losses: [], doubtful: 2, isAltered: true, pull: 'letters' },
    posts: [{ id: 'here', title: 'Рози', versions: 1 }],
  });
});

test('what a site has is asked for again, and then nobody is told of it', async () => {
  const folder = await libraryOfFew();
  await alter(folder, 'posts', 'пеша', 'пешa');
  await alter(folder, 'comments', 'Браво', 'Бравo');
  const { state, library } = await watched(folder);
  expect((await state()).damage).toMatchObject({ doubtful: 2, posts: [{ id: 'there' }] });
  expect(library.get('posts', 'there')?.base?.token).toEqual(NO_VERSION);
  must(
    await library.transact((tx) => {
      const post = aPost({ id: 'there', remoteId: 5 });
      tx.put('posts', { ...post, base: { fields: post.fields, token: TOKEN } });
      return ok(tx.put('sites', aSite({ pulledAt: '2026-11-10T11:00:00.000Z' })));
    }),
  );
  expect((await state()).damage).toMatchObject({ doubtful: 0, posts: [], pull: 'none' });
});

test('what is only here is told until somebody has written in it, and no sync is asked for', async () => {
  const folder = await libraryOfFew();
  await alter(folder, 'posts', 'Розите', 'Розитe');
  const { state, library } = await watched(folder);
  expect((await state()).damage).toMatchObject({ doubtful: 1, posts: [{ id: 'here' }], pull: 'none' });
  must(
    await library.transact((tx) => {
      const post = aPost({ id: 'here', siteId: null, fields: someFields({ body: 'Наново.' }) });
      return ok(tx.put('posts', { ...post, revision: 2, editedAt: '2026-11-10T10:00:01.000Z' }));
    }),
  );
  expect((await state()).damage).toMatchObject({ doubtful: 0, posts: [] });
});

test('what is not here any more has no wrong letters, nor has what nobody reads', async () => {
  const folder = await libraryOfFew();
  await alter(folder, 'posts', 'Розите', 'Розитe');
  await alter(folder, 'revisions', 'Роза', 'Рoза');
  await alter(folder, 'comments', 'Браво', 'Бравo');
  await alter(folder, 'sites', '09:00:00', '09:00:01');
  const { state, library } = await watched(folder);
  expect((await state()).damage).toMatchObject({ doubtful: 3 });
  must(
    await library.transact((tx) => {
      tx.remove('posts', 'here');
      for (const collection of ['revisions', 'comments'] as const)
        for (const { id } of tx.all(collection)) tx.remove(collection, id);
      return ok(null);
    }),
  );
  expect((await state()).damage).toMatchObject({ doubtful: 0, posts: [], pull: 'none' });
});

test('an index that is made anew is nothing to be told of', async () => {
  const folder = await libraryOfFew();
  await writeFile(path.join(folder, 'index.json'), '');
  const { state, library } = await watched(folder);
  expect(library.repairs).toMatchObject([{ what: 'index', lost: 0 }]);
  expect((await state()).damage).toBeNull();
  // While damage is open no backup goes for a newer one.
  expect(await library.openReports()).toEqual([]);
});

test('words that only a rotten line of the journal had are named with their post, whatever its site has', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  const fields = someFields({ title: 'Родопите', body: 'Вървяхме пеша.' });
  const post = aPost({ id: 'there', remoteId: 5, fields, base: { fields, token: TOKEN } });
  must(await library.transact((tx) => ok([tx.put('sites', aSite()), tx.put('posts', post)])));
  await library.compact();
  const edited = { ...post, fields: { ...fields, body: 'Вървяхме боси.' }, revision: 2 };
  must(await library.transact((tx) => ok(tx.put('posts', edited))));
  await library.close();
  const [journal = ''] = (await readdir(folder)).filter((name) => name.startsWith('journal-'));
  const file = path.join(folder, journal);
  await writeFile(file, (await readFile(file, 'utf8')).replace('боси', 'бocи'));
  const { state } = await watched(folder);
  expect((await state()).damage).toMatchObject({
    losses: [{ what: 'changes', lost: 1 }],
    posts: [{ id: 'there', versions: 1 }],
  });
});
