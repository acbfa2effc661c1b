import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { encodeManifest } from '../../../main/backup/manifest.ts';
import { makeReady } from '../../../main/backup/restore.ts';
import { restoredFolder } from '../../../main/backup/swap.ts';
import { ok } from '../../../main/domain/result.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { aComment, someFields } from '../../support/builders.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { contentOf, LONG, withLibrary } from './backups.ts';

const DAY = 24 * 3_600_000;
const ofBackup = (reason: string) =>
  expect.objectContaining({ error: expect.objectContaining({ kind: 'backup', reason }) });

test('a backup says what it holds', async () => {
  const { take, library, store } = await withLibrary();
  const backup = await take();
  expect(backup).toMatchObject({
    id: '2026-11-22T10-00-00-000Z',
    kind: 'daily',
    createdAt: '2026-11-22T10:00:00.000Z',
    library: { id: library.id },
    sequence: library.sequence,
    counts: { posts: 2, drafts: 2, comments: 3, waiting: 1 },
  });
  expect(backup.files.map(({ path: name }) => name.split('/')[0])).not.toContain('owner.json');
  expect(await store.list()).toEqual([backup]);
});

test('what is restored is the library of that moment, however much is written meanwhile', async () => {
  const { take, library, store, put, restoring, folder } = await withLibrary();
  const before = contentOf(library);
  const sequence = library.sequence;
  let more = 0;
  let going = true;
  const writer = (async () => {
    while (going) await put(`more-${more++}`, 'Междувременно');
  })();
  const backup = await take();
  going = false;
  await writer;
  expect(more).toBeGreaterThan(1);
  await makeReady(await store.source(backup.id), 'x', restoring);
  const restored = await openedLibrary(restoredFolder(folder));
  must(await restored.loaded);
  const after = contentOf(restored);
  // Whole transactions, in their order, up to the one that the backup names.
  const written = after.posts.filter(({ id }) => id.startsWith('more-'));
  expect(written.map(({ id }) => id)).toEqual(written.map((_, n) => `more-${n}`));
  expect(backup.sequence - sequence).toBe(written.length);
  expect({ ...after, posts: after.posts.filter(({ id }) => !id.startsWith('more-')) }).toEqual(before);
  expect(restored.repairs).toEqual([]);
});

test('a restored library has an id of its own, and what waits in it is to be looked up first', async () => {
  const { take, library, store, restoring, folder } = await withLibrary();
  const { id } = await take();
  await makeReady(await store.source(id), 'x', restoring);
  const restored = await openedLibrary(restoredFolder(folder));
  must(await restored.loaded);
  expect(restored.id).not.toBe(library.id);
  expect(restored.get('operations', 'waits')?.checkFirst).toBe(true);
  expect(restored.get('operations', 'sent')).not.toHaveProperty('checkFirst');
  expect(restored.get('posts', 'draft')?.fromBackup).toBe(true);
});

test('contents that did not change are not copied again, and go with the last backup that needs them', async () => {
  const { take, pool, clock, library, put } = await withLibrary();
  await take();
  const first = await pool();
  clock.advance(DAY);
  await put('new', 'Нова');
  const second = await take();
  const both = await pool();
  const added = both.filter((name) => !first.includes(name));
  // The posts' shard and the index: neither the comments, nor the sites, nor the long text.
  expect(added).toHaveLength(2);
  must(
    await library.transact((tx) => {
      tx.remove('posts', 'draft');
      return ok(null);
    }),
  );
  for (let day = 0; day < 7; day += 1) {
    clock.advance(DAY);
    await take();
  }
  const left = await pool();
  const body = second.files.find(({ path: name }) => name.startsWith('bodies/'));
  expect(first.some((name) => name.endsWith(body?.sha256 ?? '-'))).toBe(true);
  expect(left.some((name) => name.endsWith(body?.sha256 ?? '-'))).toBe(false);
});

test('of each day the newest is kept, of seven days, and replaced libraries beside them', async () => {
  const { take, store, clock } = await withLibrary();
  await take('before-restore');
  for (let day = 0; day < 9; day += 1) {
    await take();
    clock.advance(3_600_000);
    await take();
    clock.advance(DAY - 3_600_000);
  }
  const kept = await store.list();
  expect(kept.filter(({ kind }) => kind === 'daily').map(({ createdAt }) => createdAt)).toEqual(
    [30, 29, 28, 27, 26, 25, 24].map((day) => `2026-11-${day}T11:00:00.000Z`),
  );
  expect(kept.filter(({ kind }) => kind === 'before-restore')).toHaveLength(1);
});

test('a clock that was years ahead or behind costs no backup its place', async () => {
  const { take, store, clock } = await withLibrary();
  const made: string[] = [];
  const on = async (...days: string[]) => {
    for (const day of days) {
      clock.set(`${day}T10:00:00.000Z`);
      made.unshift((await take()).id);
    }
  };
  const listed = async () => (await store.list()).map(({ id }) => id);
  await on('2026-11-18', '2026-11-19', '2026-11-20', '2031-01-01', '2031-01-02');
  await on('2026-11-21', '2026-11-22', '2026-11-23');
  expect(await listed()).toEqual(made.slice(0, 7));
  // Seven that were made before 1970 are seven days, too, but no more than that.
  await on('1970-01-01', '1970-01-02', '2026-11-24', '2026-11-25');
  expect(await listed()).toEqual(made.slice(0, 7));
});

test('the backup that is restored is still there while the present library is kept', async () => {
  const { take, store, clock } = await withLibrary();
  const first = await take('before-restore');
  for (let more = 0; more < 4; more += 1) {
    clock.advance(60_000);
    await take('before-restore');
  }
  expect((await store.list()).map(({ id }) => id)).toContain(first.id);
  clock.advance(DAY);
  await take();
  expect((await store.list()).map(({ kind }) => kind)).toEqual(['daily', ...Array(3).fill('before-restore')]);
});

test('as long as nobody has looked at damage, no backup goes: one may hold what was lost', async () => {
  const { take, store, library, folder, work, clock } = await withLibrary();
  const whole = await take();
  await library.close();
  const shard = path.join(folder, 'comments/000000.ndjson');
  await writeFile(shard, (await readFile(shard, 'utf8')).replace('"n":1', '"n":x'));
  const damaged = await openedLibrary(folder, realFiles, { clock });
  must(await damaged.loaded);
  const again = () => store.take(damaged, { ...work, kind: 'daily', appVersion: '1.0.0', now: clock.now() });
  const listed = async () => (await store.list()).map(({ counts }) => counts.comments);
  clock.advance(60_000);
  await again();
  expect(await listed()).toEqual([2, 3]);
  expect((await store.list()).map(({ id }) => id)).toContain(whole.id);
  must(await damaged.acknowledgeReports());
  clock.advance(60_000);
  await again();
  expect(await listed()).toEqual([2]);
});

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
  await expect(take()).rejects.toEqual(ofBackup('damaged'));
  expect((await store.list()).map((backup) => backup.id)).toEqual([id]);
});

test('the backup of a newer app is left alone, with all that it may need', async () => {
  const { take, root, pool, store, clock, library } = await withLibrary();
  const backup = await take();
  const { id: _, ...manifest } = backup;
  const newer = encodeManifest({ ...manifest, version: 2 as 1 });
  const names = await pool();
  await rm(path.join(root, 'backups', `${backup.id}.json`));
  await writeFile(path.join(root, 'backups', '2026-11-21T10-00-00-000Z.json'), newer);
  clock.advance(DAY);
  must(await library.transact((tx) => ok(tx.put('comments', aComment({ id: 'site-1/4', remoteId: 4 })))));
  await take();
  expect(await pool()).toEqual(expect.arrayContaining(names));
  expect(await store.list()).toHaveLength(1);
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

test('an abort stops it between two files, and leaves no backup', async () => {
  const { library, store, clock } = await withLibrary();
  const stop = new AbortController();
  const onProgress = () => stop.abort();
  const taking = {
    kind: 'daily',
    appVersion: '1',
    now: clock.now(),
    signal: stop.signal,
    onProgress,
  } as const;
  await expect(store.take(library, taking)).rejects.toThrow('aborted');
  expect(await store.list()).toEqual([]);
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
    await expect(store.take(library, { ...work, ...taking, onProgress })).rejects.toEqual(
      ofBackup('damaged'),
    );
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
