import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { err, ok } from '../../../main/domain/result.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import { LIBRARY_FILE, type Library, openLibrary } from '../../../main/library/library.ts';
import { aPost, aSite, someFields } from '../../support/builders.ts';
import { tempFolder } from '../../support/temp-folder.ts';

async function opened(folder: string, files?: FileLayer): Promise<Library> {
  const result = await openLibrary(folder, files);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const putPost = (library: Library, over: Parameters<typeof aPost>[0] = {}) =>
  library.transact((tx) => {
    tx.put('posts', aPost(over));
    return ok('put');
  });

/** A file layer whose `call` fails with `code` from the first time on, until `heal` is called. */
function failing(call: keyof FileLayer, code: string) {
  let broken = true;
  const files = {
    ...realFiles,
    [call]: (...args: never[]) => {
      if (broken) return Promise.reject(Object.assign(new Error(code), { code }));
      return (realFiles[call] as (...rest: never[]) => Promise<unknown>)(...args);
    },
  } as FileLayer;
  return { files, heal: () => (broken = false) };
}

test('what was committed is there after opening again', async () => {
  const folder = await tempFolder();
  const library = await opened(folder);
  expect(await putPost(library, { id: 'a' })).toEqual({ ok: true, value: 'put' });
  const again = await opened(folder);
  expect(again.get('posts', 'a')).toEqual(aPost({ id: 'a' }));
  expect(again.all('sites')).toEqual([]);
});

test('a new library is empty and writes nothing until something is committed', async () => {
  const folder = await tempFolder();
  await opened(folder);
  expect(await readdir(folder)).toEqual([]);
});

test('what a killed run left half-written goes at the next start, and nothing else', async () => {
  const folder = await tempFolder();
  await putPost(await opened(folder));
  const others = ['library.json.damaged', 'library.json.tmp', 'practice-blog.json.999999-1.tmp'];
  const ours = `library.json.${process.pid}-99.tmp`;
  for (const name of [...others, ours, 'library.json.999999-7.tmp']) {
    await writeFile(path.join(folder, name), '{');
  }
  await opened(folder);
  expect((await readdir(folder)).sort()).toEqual([LIBRARY_FILE, ours, ...others].sort());
});

test('beside a damaged library a half-written one is kept', async () => {
  const folder = await tempFolder();
  await writeFile(path.join(folder, LIBRARY_FILE), '{');
  await writeFile(path.join(folder, 'library.json.999999-7.tmp'), '{}');
  expect(await openLibrary(folder)).toMatchObject({ ok: false, error: { reason: 'damaged' } });
  expect(await readdir(folder)).toHaveLength(2);
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
  const opening = await openLibrary(await tempFolder(), realFiles, (error) => bugs.push(error));
  if (!opening.ok) throw new Error(JSON.stringify(opening.error));
  const library = opening.value;
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
  ['open', 'ENOSPC', 'full'],
  ['open', 'EACCES', 'denied'],
  ['open', 'EROFS', 'denied'],
  ['rename', 'EIO', 'io'],
] as const)('when %s fails with %s, memory and disk keep the old state', async (call, code, reason) => {
  const folder = await tempFolder();
  await putPost(await opened(folder), { id: 'old' });
  const { files, heal } = failing(call, code);
  const library = await opened(folder, files);
  const result = await putPost(library, { id: 'new' });
  const file = path.join(folder, LIBRARY_FILE);
  expect(result).toEqual({ ok: false, error: { kind: 'storage', reason, file } });
  expect(library.all('posts').map((post) => post.id)).toEqual(['old']);
  expect((await opened(folder)).all('posts').map((post) => post.id)).toEqual(['old']);
  expect(await readdir(folder)).toEqual([LIBRARY_FILE]);
  heal();
  expect((await putPost(library, { id: 'new' })).ok).toBe(true);
  expect((await opened(folder)).all('posts')).toHaveLength(2);
});

test('a write cut short by a full disk leaves the old file in place', async () => {
  const folder = await tempFolder();
  await putPost(await opened(folder), { id: 'old' });
  const short: FileLayer = {
    ...realFiles,
    open: async (...args: Parameters<FileLayer['open']>) => {
      const handle = await realFiles.open(...args);
      const write = handle.writeFile.bind(handle);
      handle.writeFile = (data) => write((data as Buffer).subarray(0, 10));
      return handle;
    },
  };
  const result = await putPost(await opened(folder, short), { id: 'new' });
  expect(result).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'full' } });
  expect((await opened(folder)).all('posts').map((post) => post.id)).toEqual(['old']);
});

test.each([
  ['an empty file', '', 'damaged'],
  ['a cut file', '{"version":1,"sites":{', 'damaged'],
  ['null', 'null', 'damaged'],
  ['an array', '[]', 'damaged'],
  ['HTML', '<!doctype html>', 'damaged'],
  ['NULs', '\0\0\0\0', 'damaged'],
  ['a wrong record', '{"version":1,"sites":{"a":{}}}', 'damaged'],
  ['a newer version', '{"version":2}', 'newer'],
])('%s is refused and left as it is', async (_name, text, reason) => {
  const folder = await tempFolder();
  await mkdir(folder, { recursive: true });
  const file = path.join(folder, LIBRARY_FILE);
  await writeFile(file, text);
  expect(await openLibrary(folder)).toEqual({ ok: false, error: { kind: 'storage', reason, file } });
  expect(await readFile(file, 'utf8')).toBe(text);
});

test('commits are announced with the collections they changed, only when they are on disk', async () => {
  const folder = await tempFolder();
  const library = await opened(folder);
  const heard: unknown[] = [];
  library.onCommit(({ revision, collections }) => heard.push([revision, [...collections]]));
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put('posts', aPost({ fields: someFields({ title: 'x' }) }));
    return ok(null);
  });
  await library.transact(() => ok('nothing changed'));
  expect(heard).toEqual([[1, ['sites', 'posts']]]);
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
  expect((await opened(folder)).get('posts', 'post-1')).toBeUndefined();
});
