import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aRevision, aSite, someFields } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { damageComments, damageText, LONG, libraryInShards, OPENED, watched } from './damaged-library.ts';

const LATER = '2026-11-11T10:00:00.000Z';
const WELL = { loading: false, saving: null, hasSaved: true, tidying: null, damage: null };

test('a library that is well has nothing to say', async () => {
  const { state, notes } = await watched(await libraryInShards());
  expect(await state()).toEqual(WELL);
  expect(notes).toEqual([]);
});

test('what was lost is told in sums, noted without words of people, and told again until acknowledged', async () => {
  const folder = await libraryInShards();
  await damageComments(folder);
  await damageText(folder);
  const first = await watched(folder);
  const damage = {
    losses: [
      { what: 'comments', kept: 497, lost: 3, back: 0 },
      { what: 'texts', kept: 0, lost: 1, back: 0 },
    ],
    posts: [{ id: 'long', title: 'Три дни в Родопите', language: 'bg-BG', versions: 0, at: null }],
    ...{ pull: 'asked-for', hasFiles: true, texts: 0, doubtful: 0, isAltered: false, foundAt: OPENED },
  };
  expect((await first.state()).damage).toEqual(damage);
  expect(first.notes).toEqual([
    expect.stringMatching(
      /^damaged body of posts bodies\/\S+\.txt: kept 0, lost 1; kept as quarantine\/\S+\.txt$/,
    ),
    expect.stringMatching(
      /^damaged shard of comments comments\/000000\.ndjson: kept 497, lost 3; kept as quarantine/,
    ),
  ]);
  await first.library.compact();
  await first.library.close();

  const second = await watched(folder, undefined, LATER);
  expect((await second.state()).damage).toEqual(damage);
  expect(second.notes).toEqual([]);
  must(await second.health.acknowledgeDamage());
  expect((await second.state()).damage).toBeNull();
  await second.library.close();
  expect(await (await watched(folder, undefined, LATER)).state()).toEqual(WELL);
});

test('a post with a damaged text is told with the earlier versions that are left of it', async () => {
  const folder = await libraryInShards();
  const before = await openedLibrary(folder);
  const at = (day: number) => `2026-11-0${day}T10:00:00.000Z`;
  await before.transact((tx) => {
    for (const day of [3, 5]) {
      tx.put('revisions', aRevision({ id: `${day}`, postId: 'long', at: at(day), keptAt: at(day) }));
    }
    tx.put('revisions', aRevision({ id: 'other', postId: 'other', at: at(8) }));
    return ok(null);
  });
  await before.compact();
  await before.close();
  await damageText(folder);
  expect((await (await watched(folder)).state()).damage?.posts).toMatchObject([
    { id: 'long', versions: 2, at: at(5) },
  ]);
});

test('of a post with a damaged text nobody is sent to versions whose texts are damaged, too', async () => {
  const folder = await libraryInShards();
  const before = await openedLibrary(folder);
  const keep = (id: string, body: string) => aRevision({ id, postId: 'long', fields: someFields({ body }) });
  await before.transact((tx) => {
    for (const [id, body] of [
      ['short', 'Влакът тръгва.'],
      ['older', `${LONG}Край.`],
    ] as const)
      tx.put('revisions', keep(id, body));
    return ok(null);
  });
  await before.compact();
  await before.close();
  await rm(path.join(folder, 'bodies'), { recursive: true });
  const [post] = (await (await watched(folder)).state()).damage?.posts ?? [];
  expect(post).toMatchObject({ id: 'long', versions: 1 });
});

test('damage that was found twice, since the disk took no mending, is told once', async () => {
  const folder = await libraryInShards();
  await damageComments(folder);
  const files = { ...realFiles };
  files.rename = async (from, to) =>
    /shard|comments|index/.test(String(to)) ? Promise.reject(new Error('EIO')) : realFiles.rename(from, to);
  const first = await watched(folder, files);
  await first.library.close();
  const second = await watched(folder, files, LATER);
  expect((await second.library.openReports()).length).toBe(2);
  expect((await second.state()).damage?.losses).toEqual([{ what: 'comments', kept: 497, lost: 3, back: 0 }]);
  const tidying = { kind: 'storage', reason: 'io' };
  await eventually(async () => expect((await second.state()).tidying).toMatchObject(tidying));
});

test('what could be made anew is told, too, as damage without a loss', async () => {
  const folder = await libraryInShards();
  await rm(path.join(folder, 'library.json'));
  expect((await (await watched(folder)).state()).damage).toMatchObject({ losses: [], hasFiles: false });
});

test('once every site was pulled since, what they hold has come back', async () => {
  const folder = await libraryInShards();
  await damageComments(folder);
  const { library, state } = await watched(folder);
  await library.transact((tx) => ok(tx.put('sites', aSite({ pulledAt: '2026-11-10T10:00:01.000Z' }))));
  expect((await state()).damage?.pull).toBe('done');
  await library.transact((tx) => ok(tx.remove('sites', 'site-1')));
  expect((await state()).damage?.pull).toBe('none');
});

test('a disk that takes nothing is told, asked again by itself, and told to be well once it is', async () => {
  const disk = breakableFiles();
  const { library, state, clock, changes } = await watched(await libraryInShards(), disk.files);
  disk.fail('ENOSPC');
  const save = () => library.transact((tx) => ok(tx.put('sites', aSite({ title: 'Нов надпис' }))));
  expect(await save()).toMatchObject({ ok: false });
  expect((await state()).saving).toMatchObject({ kind: 'storage', reason: 'full' });
  const told = changes();
  clock.advance(3_000);
  await library.settled();
  expect(changes()).toBe(told); // the same trouble is no news
  disk.heal();
  clock.advance(3_000);
  await eventually(async () => expect((await state()).saving).toBeNull());
  expect(changes()).toBe(told + 1);
  expect(clock.pending).toBe(0);
  expect(library.get('sites', 'site-1')?.title).toBe('Бавни влакове');
});

test('a library that can only be read says so at once, and is read', async () => {
  const folder = await libraryInShards();
  const disk = breakableFiles();
  disk.fail('EROFS');
  const { state, library } = await watched(folder, disk.files);
  expect(await state()).toMatchObject({ hasSaved: false, saving: { kind: 'storage', reason: 'denied' } });
  expect(library.all('comments').length).toBe(500);
});

test('compacting that fails is told and forgotten once it succeeds', async () => {
  const folder = await tempFolder();
  const disk = breakableFiles();
  const { health, state } = await watched(folder, disk.files);
  health.hooks.onTrouble({ kind: 'storage', reason: 'full', file: 'comments' });
  expect((await state()).tidying).toMatchObject({ reason: 'full' });
  health.hooks.onTrouble(null);
  expect(await state()).toEqual(WELL);
});

test('of a library that could not be loaded is told what can be known', async () => {
  const folder = await libraryInShards();
  await damageText(folder);
  const first = await watched(folder);
  await first.library.compact();
  await first.library.close();
  const readFile = (async (file: string, ...rest: []) => {
    if (file.endsWith('posts/000000.ndjson')) throw Object.assign(new Error('EIO'), { code: 'EIO' });
    return realFiles.readFile(file, ...rest);
  }) as typeof realFiles.readFile;
  const { state } = await watched(folder, { ...realFiles, readFile }, LATER);
  const losses = [{ what: 'texts', kept: 0, lost: 1, back: 0 }];
  expect(await state()).toMatchObject({ loading: false, damage: { losses, posts: [], texts: 0 } });
});
