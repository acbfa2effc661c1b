import { rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, expect, test, vi } from 'vitest';
import { aPost, aSite, someFields } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { must } from '../../support/must.ts';
import { aRequest, openSearch } from './open-search.ts';
import { MemoryLibrary } from './searched-library.ts';
import { aLibrary, comment } from './small-library.ts';

// Threads are started and indexes are built here, on machines that may be busy.
vi.setConfig({ testTimeout: 30_000 });

describe('in step with the library', () => {
  test('builds what is missing, says how far it is, and finds it', async () => {
    const { library, folder } = await aLibrary(250);
    const search = openSearch(library, folder);
    await search.built();
    expect((await search.find('коментар')).totals).toEqual({ posts: 0, comments: 250, drafts: 0 });
    expect(await search.ids('влак')).toEqual(['p1']);
    const steps = search.building.mock.calls.map(([building]) => building);
    expect(steps[0]).toEqual({ done: 0, total: 251 });
    expect(steps.at(-2)).toEqual({ done: 251, total: 251 });
    expect(steps.at(-1)).toBeNull();
    expect(search.bugs).toEqual([]);
  });

  test('what has been committed is found at once: new, changed and removed', async () => {
    const { library, folder } = await aLibrary();
    const search = openSearch(library, folder);
    await search.built();
    library.commit('comments', [comment(99, 'съвсем нов'), comment(1, 'вече друг'), { removed: 'site-1/2' }]);
    expect(await search.ids('нов')).toEqual(['site-1/99']);
    expect(await search.ids('номер1')).not.toContain('site-1/1');
    expect(await search.ids('номер2')).not.toContain('site-1/2');
    library.commit('posts', [aPost({ id: 'p1', fields: someFields({ title: 'Влакове', status: 'trash' }) })]);
    expect(await search.ids('влак')).toEqual([]);
  });

  test('an index that is up to date is used as it is at the next start', async () => {
    const { library, folder } = await aLibrary();
    const first = openSearch(library, folder);
    await first.built();
    library.commit('comments', [comment(99, 'последен преди края')]);
    await first.stop();
    const second = openSearch(library, folder);
    expect(await second.ids('последен')).toEqual(['site-1/99']);
    expect(second.building).not.toHaveBeenCalled();
  });

  test('one that is behind is looked through, and answers meanwhile', async () => {
    const { library, folder } = await aLibrary();
    const first = openSearch(library, folder);
    await first.built();
    await first.stop();
    library.commit('comments', [comment(99, 'писан междувременно'), { removed: 'site-1/3' }]);
    const second = openSearch(library, folder);
    expect(await second.ids('номер5')).toEqual(['site-1/5']);
    await second.built();
    expect(second.building).toHaveBeenCalled();
    expect(await second.ids('междувременно')).toEqual(['site-1/99']);
    expect(await second.ids('номер3')).toEqual([]);
  });

  test('one that is ahead, as after a backup was restored, is looked through as well', async () => {
    const { library, folder } = await aLibrary();
    const first = openSearch(library, folder);
    await first.built();
    library.commit('comments', [comment(99, 'след архива')]);
    await first.stop();
    library.commit('comments', [{ removed: 'site-1/99' }]);
    library.sequence = 2;
    const second = openSearch(library, folder);
    await second.built();
    expect(await second.ids('архива')).toEqual([]);
  });
});

describe('whatever happens to the library', () => {
  test('an index of another one is not used', async () => {
    const { library, folder } = await aLibrary();
    const first = openSearch(library, folder);
    await first.built();
    await first.stop();
    const other = new MemoryLibrary();
    other.id = 'library-2';
    other.sequence = library.sequence;
    other.commit('comments', [comment(1, 'друга библиотека')]);
    other.sequence = library.sequence;
    const second = openSearch(other, folder);
    await second.built();
    expect([await second.ids('коментар'), await second.ids('друга')]).toEqual([[], ['site-1/1']]);
  });

  test('changes while it is built are in it, whichever comes first', async () => {
    const { library, folder } = await aLibrary(600);
    const search = openSearch(library, folder);
    await vi.waitFor(() => expect(search.building).toHaveBeenCalled(), { timeout: 25_000, interval: 1 });
    for (let n = 1; n <= 600; n += 50) library.commit('comments', [comment(n, 'променен навреме')]);
    library.commit('comments', [{ removed: 'site-1/600' }, comment(601, 'дошъл навреме')]);
    await search.built();
    expect((await search.find('навреме')).totals.comments).toBe(13);
    expect(await search.ids('номер600')).toEqual([]);
    expect((await search.find('коментар')).totals.comments).toBe(587);
    expect(search.bugs).toEqual([]);
  });

  test('another language of the site makes other stems', async () => {
    const { library, folder } = await aLibrary();
    const search = openSearch(library, folder);
    await search.built();
    library.commit('sites', [aSite({ language: 'fr-FR' })]);
    library.commit('comments', [comment(99, 'les gares')]);
    await search.built();
    expect(await search.ids('gare')).toEqual(['site-1/99']);
  });

  test('waits for the library to be read', async () => {
    const { library, folder } = await aLibrary();
    let loaded = () => {};
    library.loaded = new Promise((resolve) => {
      loaded = () => resolve({ ok: true, value: null });
    });
    const search = openSearch(library, folder);
    expect(await search.ids('коментар')).toEqual([]);
    expect(search.building).not.toHaveBeenCalled();
    loaded();
    await eventually(() => expect(search.building.mock.lastCall).toEqual([null]));
    expect((await search.find('коментар')).totals.comments).toBe(20);
  });
});

describe('questions', () => {
  test('of a burst only the newest is answered', async () => {
    const { library, folder } = await aLibrary();
    const search = openSearch(library, folder);
    await search.built();
    const older = ['к', 'ко', 'ком'].map((query) => search.engine.find(aRequest(query)));
    const newest = search.engine.find(aRequest('номер7'));
    const superseded = { ok: false, error: { kind: 'search', reason: 'superseded' } };
    expect(await Promise.all(older)).toEqual([superseded, superseded, superseded]);
    expect(must(await newest).hits.comments.map(({ id }) => id)).toEqual(['site-1/7']);
  });

  test('after stopping they are answered with a failure, not with silence', async () => {
    const { library, folder } = await aLibrary();
    const search = openSearch(library, folder);
    await search.built();
    await search.stop();
    expect(await search.engine.find(aRequest('коментар'))).toEqual({
      ok: false,
      error: { kind: 'search', reason: 'failed' },
    });
  });
});

describe('what cannot be', () => {
  const onDisk = { ok: false, error: { kind: 'search', reason: 'disk' } };

  test('a full disk: what is there is found, it is said that something is missing, and later made good', async () => {
    const { library, folder } = await aLibrary();
    const worker = new URL('./full-disk-worker.ts', import.meta.url);
    const search = openSearch(library, folder, { worker });
    await search.built();
    await writeFile(path.join(folder, 'search', 'full'), '');
    const many = Array.from({ length: 400 }, (_, n) =>
      comment(n + 100, `нов ${'дълъг текст '.repeat(30)} ${n}`),
    );
    library.commit('comments', many);
    await eventually(async () => expect((await search.find('коментар')).isStuck).toBe(true));
    expect((await search.find('коментар')).totals.comments).toBe(20);
    expect(search.bugs.join()).toMatch(/full/);
    await rm(path.join(folder, 'search', 'full'));
    await eventually(async () => expect((await search.find('нов')).totals.comments).toBe(400));
    expect((await search.find('коментар')).isStuck).toBe(false);
  });

  test('an index that another program holds is told of, and used once it is let go', async () => {
    const { library, folder } = await aLibrary();
    const first = openSearch(library, folder);
    await first.built();
    await first.stop();
    const holder = new DatabaseSync(first.file);
    holder.exec('PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE;');
    const second = openSearch(library, folder);
    await eventually(async () =>
      expect(await second.engine.find(aRequest('коментар'))).toMatchObject(onDisk),
    );
    holder.close();
    await eventually(async () => expect((await second.find('коментар')).totals.comments).toBe(20));
  });

  test('a file in the place of the folder is told of, and search works once it is gone', async () => {
    const { library, folder } = await aLibrary();
    await writeFile(path.join(folder, 'search'), 'в пътя');
    const search = openSearch(library, folder);
    await eventually(async () =>
      expect(await search.engine.find(aRequest('коментар'))).toMatchObject(onDisk),
    );
    await rm(path.join(folder, 'search'));
    await eventually(async () => expect((await search.find('коментар')).totals.comments).toBe(20));
  });
});
