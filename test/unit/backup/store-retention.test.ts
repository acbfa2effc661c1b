import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { encodeManifest } from '../../../main/backup/manifest.ts';
import { ok } from '../../../main/domain/result.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { aComment } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { DAY, withLibrary } from './backups.ts';

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

test('what a kill left of a manifest goes with the next backup; what somebody else put there stays', async () => {
  const { take, root, clock } = await withLibrary();
  await take();
  const backups = path.join(root, 'backups');
  // Of process 1, which is never this one.
  const left = [
    '2026-11-21T10-00-00-000Z.json.1-4.tmp',
    '2026-11-21T11-00-00-000Z-before-restore.json.1-9.tmp',
  ];
  for (const name of [...left, 'notes.txt.1-4.tmp']) await writeFile(path.join(backups, name), '{');
  clock.advance(DAY);
  await take();
  expect((await readdir(backups)).filter((name) => name.endsWith('.tmp'))).toEqual(['notes.txt.1-4.tmp']);
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
