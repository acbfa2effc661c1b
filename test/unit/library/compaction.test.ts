import {
  existsSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { FileLayer } from '../../../main/library/durable-file.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import type { Library } from '../../../main/library/library.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aComment, aPost, someFields } from '../../support/builders.ts';
import { afterCrash } from '../../support/crash-copy.ts';
import { eventually } from '../../support/eventually.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const put = (library: Library, n: number, raw = 'дума') =>
  library.transact((tx) => ok(tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n, raw }))));
const journals = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('journal'));

test('a journal that has grown long is moved into the shards by itself', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder, realFiles, { journalLimit: 3_000 });
  for (let n = 0; n < 12; n += 1) await put(library, n);
  await eventually(() => expect(readdirSync(folder)).toContain('index.json'));
  await eventually(() => expect(journals(folder)).not.toContain('journal-000001.ndjson'));
  expect((await afterCrash(folder)).all('comments')).toEqual(library.all('comments'));
});

test('only the shards that changed are written again', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await library.transact((tx) => {
    for (let n = 0; n < 1_100; n += 1) tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n }));
    return ok(null);
  });
  await library.compact();
  const shards = ['000000.ndjson', '000001.ndjson', '000002.ndjson'];
  expect(readdirSync(path.join(folder, 'comments'))).toEqual(shards);
  const inodes = () => shards.map((name) => statSync(path.join(folder, 'comments', name)).ino);
  const before = inodes();
  await put(library, 700, 'друга дума');
  await library.compact();
  expect(inodes().map((inode, shard) => inode === before[shard])).toEqual([true, false, true]);
});

test('a shard holds what was there when its compaction began, and nothing of the journal that goes on', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await put(library, 1, 'before');
  await put(library, 2, 'before');
  const compacting = library.compact();
  await nextTurn();
  await library.transact((tx) => {
    tx.remove('comments', 'site-1/2');
    tx.put('comments', aComment({ id: 'site-1/1', remoteId: 1, raw: 'after' }));
    tx.put('comments', aComment({ id: 'site-1/3', remoteId: 3, raw: 'after' }));
    return ok(null);
  });
  await compacting;
  const shard = readFileSync(path.join(folder, 'comments/000000.ndjson'), 'utf8');
  expect([shard.match(/before/g)?.length, shard.includes('after')]).toEqual([2, false]);
  expect(library.all('comments').map(({ raw }) => raw)).toEqual(['after', 'after']);
  expect((await afterCrash(folder)).all('comments')).toEqual(library.all('comments'));
});

test('a compaction that fails loses nothing, is told, and is tried again after growing pauses', async () => {
  const folder = await tempFolder();
  const disk = breakableFiles();
  const clock = manualClock();
  const troubles: unknown[] = [];
  let full = false;
  // Shards do not fit any more; the journal still does.
  const open: FileLayer['open'] = (file, ...rest) =>
    full && String(file).includes('comments')
      ? Promise.reject(Object.assign(new Error('full'), { code: 'ENOSPC' }))
      : disk.files.open(file, ...rest);
  const library = await openedLibrary(
    folder,
    { ...disk.files, open },
    {
      ...{ clock, journalLimit: 1_000 },
      onTrouble: (error) => troubles.push(error),
    },
  );
  full = true;
  for (let n = 0; n < 5; n += 1) await put(library, n);
  const failures = async (count: number) => eventually(() => expect(troubles).toHaveLength(count));
  await failures(1);
  expect(troubles[0]).toMatchObject({ kind: 'storage', reason: 'full' });
  clock.advance(1_000);
  await failures(2);
  clock.advance(1_000);
  await nextTurn();
  expect(troubles).toHaveLength(2);
  clock.advance(1_000);
  await failures(3);
  expect((await put(library, 6)).ok).toBe(true);
  expect((await afterCrash(folder)).all('comments')).toHaveLength(6);
  full = false;
  clock.advance(4_000);
  await eventually(() => expect(readdirSync(folder)).toContain('index.json'));
  await library.compact();
  expect(journals(folder)).toEqual([]);
  expect((await afterCrash(folder)).all('comments')).toHaveLength(6);
});

test('an append that cannot be taken back is left behind with its journal, and never comes back', async () => {
  const folder = await tempFolder();
  let broken = false;
  const open: FileLayer['open'] = async (...args) => {
    const handle = await realFiles.open(...args);
    const [datasync, truncate] = [handle.datasync.bind(handle), handle.truncate.bind(handle)];
    const failing = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
    handle.datasync = () => (broken ? failing() : datasync());
    handle.truncate = (length) => (broken ? failing() : truncate(length));
    return handle;
  };
  const library = await openedLibrary(folder, { ...realFiles, open });
  await put(library, 1);
  broken = true;
  expect(await put(library, 2)).toMatchObject({ ok: false, error: { reason: 'io' } });
  broken = false;
  await put(library, 3);
  expect(journals(folder)).toEqual(['journal-000001.ndjson', 'journal-000002.ndjson']);
  expect(readFileSync(path.join(folder, 'journal-000001.ndjson'), 'utf8')).toContain('"site-1/2"');
  const again = await afterCrash(folder);
  expect(again.all('comments').map(({ id }) => id)).toEqual(['site-1/1', 'site-1/3']);
  expect(again.repairs).toEqual([]);
});

test('numbers of removed records are never given again', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  for (const n of [1, 2]) await put(library, n);
  await library.transact((tx) => ok(tx.remove('comments', 'site-1/2')));
  await library.compact();
  await library.close();
  const again = await openedLibrary(folder);
  await put(again, 3);
  expect(readFileSync(path.join(folder, journals(folder)[0] ?? ''), 'utf8')).toContain('"n":2,"put"');
});

test('a collection that lost its last record leaves no shard behind', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await put(library, 1);
  await library.compact();
  await library.transact((tx) => ok(tx.remove('comments', 'site-1/1')));
  await library.compact();
  expect(readdirSync(path.join(folder, 'comments'))).toEqual([]);
  const again = await afterCrash(folder);
  expect([again.all('comments'), again.repairs, again.sequence]).toEqual([[], [], 2]);
});

test('while a snapshot is used none of its files changes, and writing goes on', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder, realFiles, { journalLimit: 1_000 });
  await put(library, 1, 'длъжка '.repeat(20));
  const seen = await library.snapshot(async (files, root) => {
    const read = () => files.map((file) => readFileSync(path.join(root, file), 'utf8'));
    const before = read();
    for (let n = 2; n < 9; n += 1) await put(library, n);
    for (let turn = 0; turn < 50; turn += 1) await nextTurn();
    expect(read()).toEqual(before);
    return files;
  });
  expect(seen).toEqual(['library.json', 'index.json', 'comments/000000.ndjson']);
  expect(library.all('comments')).toHaveLength(8);
  await eventually(() => expect(journals(folder)).toHaveLength(0));
  expect((await afterCrash(folder)).all('comments')).toEqual(library.all('comments'));
});

test('closing lets what has begun come to its end, and takes nothing new', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder, realFiles, { journalLimit: 1 });
  const pending = [put(library, 1), put(library, 2)];
  await library.close();
  expect((await Promise.all(pending)).map(({ ok: accepted }) => accepted)).toEqual([true, true]);
  await expect(put(library, 3)).rejects.toThrow('closed');
  expect((await afterCrash(folder)).all('comments')).toHaveLength(2);
});

test('what killed runs left half-written goes, and nothing else', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await library.transact((tx) => {
    const fields = someFields({ body: 'A text with a file of its own. '.repeat(60) });
    return ok(tx.put('posts', aPost({ fields })));
  });
  await library.compact();
  await library.close();
  const [texts = ''] = readdirSync(path.join(folder, 'bodies'));
  const dead = [
    'library.json.999999-7.tmp',
    'posts/000000.ndjson.999999-1.tmp',
    `bodies/${texts}/x.txt.999999-2.tmp`,
  ];
  const others = [
    `index.json.${process.pid}-99999.tmp`,
    'practice-blog.json.999999-1.tmp',
    'library.json.tmp',
  ];
  for (const name of [...dead, ...others]) writeFileSync(path.join(folder, name), '{');
  const again = await openedLibrary(folder);
  await again.compact();
  expect(dead.filter((name) => existsSync(path.join(folder, name)))).toEqual([]);
  expect(others.filter((name) => existsSync(path.join(folder, name)))).toEqual(others);
  expect(again.all('posts')).toHaveLength(1);
});

test('a folder that was moved away takes nothing and is not made anew; once it is back saving goes on', async () => {
  const folder = path.join(await tempFolder(), 'library');
  const library = await openedLibrary(folder);
  await put(library, 1);
  renameSync(folder, `${folder}-away`);
  expect(await put(library, 2)).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'io' } });
  await expect(library.compact()).rejects.toThrow();
  expect(existsSync(folder)).toBe(false);
  writeFileSync(folder, 'a file where the folder was');
  expect(await put(library, 2)).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'io' } });
  rmSync(folder);
  renameSync(`${folder}-away`, folder);
  expect((await put(library, 3)).ok).toBe(true);
  expect((await afterCrash(folder)).all('comments').map(({ id }) => id)).toEqual(['site-1/1', 'site-1/3']);
});

test.each([
  ['removed', (file: string) => rmSync(file)],
  ['cut short', (file: string) => truncateSync(file, 10)],
])('what a journal held that somebody has %s is written again from memory', async (_name, spoil) => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await put(library, 1);
  spoil(path.join(folder, 'journal-000001.ndjson'));
  expect((await put(library, 2)).ok).toBe(true);
  await eventually(() => expect(journals(folder)).toEqual([]));
  const again = await afterCrash(folder);
  expect(again.all('comments')).toEqual(library.all('comments'));
  expect([again.repairs, again.sequence]).toEqual([[], 2]);
});
