import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { err, ok } from '../../../main/domain/result.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import { type Library, openLibrary } from '../../../main/library/library.ts';
import { OWNER_FILE } from '../../../main/library/owner-lock.ts';
import type { Transaction } from '../../../main/library/transaction.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aPost, aSite, someFields } from '../../support/builders.ts';
import { afterCrash } from '../../support/crash-copy.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const opened = openedLibrary;

const putPost = (library: Library, over: Parameters<typeof aPost>[0] = {}) =>
  library.transact((tx) => {
    tx.put('posts', aPost(over));
    return ok('put');
  });

test('what was committed is there after opening again', async () => {
  const folder = await tempFolder();
  const library = await opened(folder);
  expect(await putPost(library, { id: 'a' })).toEqual({ ok: true, value: 'put' });
  await library.close();
  const again = await opened(folder);
  expect(again.get('posts', 'a')).toEqual(aPost({ id: 'a' }));
  expect(again.all('sites')).toEqual([]);
});

test('a library has a name of its own, the same in each run', async () => {
  const folder = await tempFolder();
  const library = await opened(folder);
  const { id } = library;
  await putPost(library);
  await library.close();
  expect((await opened(folder)).id).toBe(id);
  expect((await opened(await tempFolder())).id).not.toBe(id);
});

test('a new library is empty and writes nothing but its owner until something is committed', async () => {
  const folder = await tempFolder();
  await opened(folder);
  expect(await readdir(folder)).toEqual([OWNER_FILE]);
});

test('a library that is open cannot be opened a second time, and can once it is closed', async () => {
  const folder = await tempFolder();
  const library = await opened(folder);
  expect(await openLibrary(folder, realFiles, noBugs)).toMatchObject({
    ok: false,
    error: { kind: 'storage', reason: 'in-use' },
  });
  await library.close();
  await (await opened(folder)).close();
});

test('works run one after another on the newest state', async () => {
  const library = await opened(await tempFolder());
  await putPost(library, { revision: 0 });
  const bump = () =>
    library.transact((tx) => {
      const post = tx.get('posts', 'post-1');
      if (!post) throw new Error('no post');
      tx.put('posts', { ...post, revision: post.revision + 1 });
      return ok(post.revision);
    });
  const seen = await Promise.all(Array.from({ length: 50 }, bump));
  expect(seen.map((result) => result.ok && result.value)).toEqual(Array.from({ length: 50 }, (_, i) => i));
  expect(library.get('posts', 'post-1')?.revision).toBe(50);
});

test('a listener that throws is reported and holds up nobody', async () => {
  const bugs: unknown[] = [];
  const library = await opened(await tempFolder(), realFiles, { onBug: (error) => bugs.push(error) });
  const defect = new Error('a window that is gone');
  const heard: number[] = [];
  library.onCommit(() => {
    throw defect;
  });
  library.onCommit(({ revision }) => heard.push(revision));
  expect((await putPost(library, { id: 'a' })).ok).toBe(true);
  expect((await putPost(library, { id: 'b' })).ok).toBe(true);
  expect(bugs).toEqual([defect, defect]);
  expect(heard).toEqual([1, 2]);
});

test('a work that answers with an error changes nothing, and its neighbours go on', async () => {
  const library = await opened(await tempFolder());
  const [bad, good] = await Promise.all([
    library.transact((tx) => {
      tx.put('posts', aPost({ id: 'bad' }));
      return err({ kind: 'not-found' as const, what: 'post' as const, id: 'x' });
    }),
    putPost(library, { id: 'good' }),
  ]);
  expect(bad.ok).toBe(false);
  expect(good.ok).toBe(true);
  expect(library.all('posts').map((post) => post.id)).toEqual(['good']);
});

test('a work that throws rejects alone', async () => {
  const library = await opened(await tempFolder());
  const [bad, good] = await Promise.allSettled([
    library.transact(() => {
      throw new Error('a defect');
    }),
    putPost(library, { id: 'good' }),
  ]);
  expect(bad.status).toBe('rejected');
  expect(good).toEqual({ status: 'fulfilled', value: { ok: true, value: 'put' } });
});

test.each([
  ['ENOSPC', 'full'],
  ['EACCES', 'denied'],
  ['EROFS', 'denied'],
  ['EIO', 'io'],
] as const)('when the disk fails with %s, memory and disk keep the old state', async (code, reason) => {
  const folder = await tempFolder();
  const disk = breakableFiles();
  const library = await opened(folder, disk.files);
  await putPost(library, { id: 'old' });
  disk.fail(code);
  const result = await putPost(library, { id: 'new' });
  const file = path.join(folder, 'library.json');
  expect(result).toEqual({ ok: false, error: { kind: 'storage', reason, file } });
  expect(library.all('posts').map((post) => post.id)).toEqual(['old']);
  expect((await afterCrash(folder)).all('posts').map((post) => post.id)).toEqual(['old']);
  disk.heal();
  expect((await putPost(library, { id: 'new' })).ok).toBe(true);
  expect((await afterCrash(folder)).all('posts')).toHaveLength(2);
});

test('an append cut short by a full disk is taken back', async () => {
  const folder = await tempFolder();
  let short = false;
  const files: FileLayer = {
    ...realFiles,
    open: async (...args: Parameters<FileLayer['open']>) => {
      const handle = await realFiles.open(...args);
      const write = handle.write.bind(handle) as (...rest: unknown[]) => Promise<never>;
      handle.write = (data: unknown, ...rest: unknown[]) => write(data, rest[0], short ? 10 : rest[1]);
      return handle;
    },
  };
  const library = await opened(folder, files);
  await putPost(library, { id: 'old' });
  const before = await readFile(path.join(folder, 'journal-000001.ndjson'), 'utf8');
  short = true;
  expect(await putPost(library, { id: 'new' })).toMatchObject({
    ok: false,
    error: { kind: 'storage', reason: 'full' },
  });
  expect(await readFile(path.join(folder, 'journal-000001.ndjson'), 'utf8')).toBe(before);
  short = false;
  await putPost(library, { id: 'later' });
  const kept = (await afterCrash(folder)).all('posts').map((post) => post.id);
  expect(kept).toEqual(['old', 'later']);
});

test.each([
  ['an empty file', '', 'damaged'],
  ['a cut file', '{"version":1,"sites":{', 'damaged'],
  ['null', 'null', 'damaged'],
  ['an array', '[]', 'damaged'],
  ['HTML', '<!doctype html>', 'damaged'],
  ['NULs', '\0\0\0\0', 'damaged'],
  ['a newer version', '{"version":3}', 'newer'],
])('%s is refused and left as it is', async (_name, text, reason) => {
  const folder = await tempFolder();
  const file = path.join(folder, 'library.json');
  await writeFile(file, text);
  expect(await openLibrary(folder, realFiles, noBugs)).toEqual({
    ok: false,
    error: { kind: 'storage', reason, file },
  });
  expect(await readdir(folder)).toEqual(['library.json']);
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('commits are announced with what they changed, only when they are on disk', async () => {
  const folder = await tempFolder();
  const library = await opened(folder);
  const heard: unknown[] = [];
  library.onCommit(({ revision, sequence, collections, changes }) =>
    heard.push([revision, sequence, [...collections], changes.get('posts')?.get('post-1')]),
  );
  const first = aPost({ fields: someFields({ title: 'x' }) });
  const second = { ...first, revision: 2 };
  const commit = (work: (tx: Transaction) => void) => library.transact((tx) => ok(work(tx)));
  await commit((tx) => {
    tx.put('sites', aSite());
    tx.put('posts', first);
  });
  await commit(() => {});
  await commit((tx) => tx.put('posts', second));
  await commit((tx) => tx.remove('posts', 'post-1'));
  expect(heard).toEqual([
    [1, 1, ['sites', 'posts'], { before: undefined, after: first }],
    [2, 2, ['posts'], { before: first, after: second }],
    [3, 3, ['posts'], { before: second, after: undefined }],
  ]);
});

test('transactions are numbered on from one run to the next', async () => {
  const folder = await tempFolder();
  const library = await opened(folder);
  await putPost(library, { id: 'a' });
  await putPost(library, { id: 'b' });
  expect(library.sequence).toBe(2);
  expect((await afterCrash(folder)).sequence).toBe(2);
  await library.compact();
  expect((await afterCrash(folder)).sequence).toBe(2);
  await library.close();
  const again = await opened(folder);
  await putPost(again, { id: 'c' });
  expect([again.sequence, again.revision]).toEqual([3, 1]);
});

test('a removed record is gone, also for the work that removed it', async () => {
  const folder = await tempFolder();
  const library = await opened(folder);
  await putPost(library);
  const inside = await library.transact((tx) => {
    tx.remove('posts', 'post-1');
    return ok([tx.get('posts', 'post-1'), tx.all('posts').length]);
  });
  expect(inside).toEqual({ ok: true, value: [undefined, 0] });
  expect((await afterCrash(folder)).get('posts', 'post-1')).toBeUndefined();
});
