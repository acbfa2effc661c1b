import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeReady } from '../../../main/backup/restore.ts';
import { restoredFolder } from '../../../main/backup/swap.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { someFields } from '../../support/builders.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { DAY, LONG, ofBackup, withLibrary } from './backups.ts';

test('a content that the disk has changed is written anew by the next backup', async () => {
  const { take, root, pool, store, clock, restoring } = await withLibrary();
  await take();
  const [name = ''] = await pool();
  const file = path.join(root, 'backups', 'files', name);
  await writeFile(file, (await readFile(file)).fill(0x20, 0, 4));
  const [broken] = await store.list();
  await expect(makeReady(await store.source(broken?.id ?? ''), 'x', restoring)).rejects.toEqual(
    ofBackup('damaged'),
  );
  clock.advance(DAY);
  const { id } = await take();
  await makeReady(await store.source(id), 'x', restoring);
});

test('a long text that the disk has changed under the library is still whole in the next backup', async () => {
  const { take, folder, store, clock, restoring } = await withLibrary();
  const { files } = await take();
  const body = files.find(({ path: name }) => name.startsWith('bodies/'));
  await writeFile(path.join(folder, body?.path ?? ''), LONG.replace('шест', 'пет!'));
  clock.advance(DAY);
  const { id } = await take();
  await makeReady(await store.source(id), 'x', restoring);
  const restored = await openedLibrary(restoredFolder(folder));
  must(await restored.loaded);
  expect(restored.get('posts', 'draft')?.fields).toEqual(someFields({ title: 'Чернова', body: LONG }));
});

test('a damaged shard is no backup: the good ones stay', async () => {
  const { take, folder, store, clock } = await withLibrary();
  const { id } = await take();
  const shard = path.join(folder, 'comments', '000000.ndjson');
  await writeFile(shard, (await readFile(shard, 'utf8')).replace('site-1/2', 'site-1/9'));
  clock.advance(DAY);
  await expect(take()).rejects.toEqual(ofBackup('library-damaged'));
  expect((await store.list()).map((backup) => backup.id)).toEqual([id]);
});

test.each(['library.json', 'index.json'])('a damaged %s is no backup: the good ones stay', async (name) => {
  const { take, store, clock, library } = await withLibrary();
  const { id } = await take();
  const snapshot = library.snapshot.bind(library);
  // Damaged once everything is on disk: what was damaged before that is written anew.
  vi.spyOn(library, 'snapshot').mockImplementation((use) =>
    snapshot(async (names, folder) => {
      await writeFile(path.join(folder, name), '{"format":');
      return use(names, folder);
    }),
  );
  clock.advance(DAY);
  await expect(take()).rejects.toEqual(ofBackup('library-damaged'));
  expect((await store.list()).map((backup) => backup.id)).toEqual([id]);
});

test('a full disk at any point leaves the backups that were there, and the next try succeeds', async () => {
  const disk = failingFiles(realFiles);
  const { take, store, clock, root } = await withLibrary(disk.files);
  const first = await take();
  clock.advance(DAY);
  let failures = 0;
  for (let at = 1; ; at += 1) {
    await rm(path.join(root, 'backups', 'files'), { recursive: true, force: true });
    disk.break({ kind: 'ENOSPC', at, lasts: 1, late: false });
    const failed = await take().then(
      () => false,
      () => true,
    );
    disk.heal();
    const ids = (await store.list()).map(({ id }) => id);
    if (failed) expect(ids).toContain(first.id);
    if (!failed && ids.length === 2 && at > 20) break;
    failures += Number(failed);
  }
  expect(failures).toBeGreaterThan(10);
  const { id } = await take();
  expect((await readdir(path.join(root, 'backups'))).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  for (const entry of (await store.source(id)).manifest.files) {
    for await (const piece of (await store.source(id)).read(entry)) expect(piece).toHaveLength(entry.bytes);
  }
});

test('what the disk keeps otherwise than it was given makes no backup', async () => {
  const rename = (async (from, to) => {
    await realFiles.rename(from, to);
    if (!/\/files\/..\/[0-9a-f]{64}$/.test(String(to))) return;
    await writeFile(to, (await readFile(to)).fill(0x20, 0, 4));
  }) as typeof realFiles.rename;
  const { take, store, pool, root } = await withLibrary({ ...realFiles, rename });
  const error = { kind: 'backup', reason: 'io', file: path.join(root, 'backups') };
  await expect(take()).rejects.toMatchObject({ error });
  expect(await pool()).toHaveLength(1);
  expect(await store.list()).toEqual([]);
});

test('a manifest that reads back otherwise makes no backup, and no older one goes for it', async () => {
  const disk = { keepsOtherwise: false };
  const rename = (async (from, to) => {
    await realFiles.rename(from, to);
    if (disk.keepsOtherwise && String(to).endsWith('Z.json')) await writeFile(to, '{bad');
  }) as typeof realFiles.rename;
  const { take, store, root, clock } = await withLibrary({ ...realFiles, rename });
  const { id } = await take();
  clock.advance(60_000);
  disk.keepsOtherwise = true;
  const error = { kind: 'backup', reason: 'io', file: path.join(root, 'backups') };
  await expect(take()).rejects.toMatchObject({ error });
  expect((await store.list()).map((backup) => backup.id)).toEqual([id]);
  expect((await readdir(path.join(root, 'backups'))).sort()).toEqual([`${id}.json`, 'files']);
});

test('a folder of backups that is taken away meanwhile makes no backup that lacks something', async () => {
  const { library, store, clock, root, work, restoring } = await withLibrary();
  const pool = path.join(root, 'backups', 'files');
  for (const share of [0.1, 0.5, 0.9]) {
    clock.advance(DAY);
    let isGone = false;
    const onProgress = (done: number, total: number) => {
      if (isGone || done / total < share) return;
      isGone = true;
      // What is put after it makes these folders anew, and they can be synced: without what they held.
      const folders = readdirSync(pool);
      rmSync(pool, { recursive: true });
      for (const folder of folders) mkdirSync(path.join(pool, folder), { recursive: true });
    };
    const taking = { kind: 'daily', appVersion: '1', now: clock.now() } as const;
    const error = { kind: 'backup', reason: 'io', file: path.join(root, 'backups') };
    await expect(store.take(library, { ...work, ...taking, onProgress })).rejects.toMatchObject({ error });
    expect(await store.list()).toEqual([]);
  }
  const { id } = await store.take(library, { ...work, kind: 'daily', appVersion: '1', now: clock.now() });
  await makeReady(await store.source(id), 'x', restoring);
});

test('a folder that went missing under one backup does not keep the next ones from being made', async () => {
  const { library, store, clock, root, work, put } = await withLibrary();
  const taking = () => ({ ...work, kind: 'daily', appVersion: '1', now: clock.now() }) as const;
  const onProgress = (done: number, total: number) => {
    if (done === total) rmSync(path.join(root, 'backups'), { recursive: true });
  };
  await expect(store.take(library, { ...taking(), onProgress })).rejects.toThrow('ENOENT');
  // Other contents, in other folders.
  await put('draft', 'Съвсем друго');
  await store.take(library, taking());
  expect(await store.list()).toHaveLength(1);
});
