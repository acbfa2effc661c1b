import { readdirSync } from 'node:fs';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { expect, test } from 'vitest';
import { isDraft, type Post } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import type { Library } from '../../../main/library/library.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const LONG = 'Дълги думи на публикация. '.repeat(100);
const TOKEN = { modifiedGmt: '2026-11-01T08:00:00', revisionId: 3 };

const published = (id: string, body: string): Post => {
  const fields = someFields({ body, status: 'publish' });
  return aPost({ id, remoteId: 5, fields, base: { fields: { ...fields }, token: TOKEN } });
};
const put = (library: Library, post: Post) => library.transact((tx) => ok(tx.put('posts', post)));
const bodiesIn = (folder: string) =>
  readdirSync(path.join(folder, 'bodies'), { recursive: true }).filter((name) =>
    String(name).endsWith('.txt'),
  );

/** Real files that note which long texts are read. */
function watched(): { files: FileLayer; read: string[] } {
  const read: string[] = [];
  const readFileSync = (file: string) => {
    read.push(path.basename(file));
    return realFiles.readFileSync(file);
  };
  return { files: { ...realFiles, readFileSync }, read };
}

async function reopened(folder: string, library: Library, files?: FileLayer): Promise<Library> {
  await library.close();
  const again = await openedLibrary(folder, files);
  must(await again.loaded);
  return again;
}

test('a long text is a file of its own, read on first touch only, and to everybody a plain string', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  const post = published('a', LONG);
  await put(library, post);
  await library.compact();
  expect(bodiesIn(folder)).toHaveLength(1);
  const { files, read } = watched();
  const again = await reopened(folder, library, files);
  const found = again.get('posts', 'a');
  if (!found) throw new Error('no post');
  expect(isDraft(found)).toBe(false);
  expect(Object.keys(found.fields)).toEqual(Object.keys(post.fields));
  expect(read).toEqual([]);
  expect(found.fields.body).toBe(LONG);
  expect(found.base?.fields.body).toBe(LONG);
  expect(read).toHaveLength(1);
  expect(JSON.stringify(found)).toBe(JSON.stringify(post));
  expect(structuredClone(found)).toEqual(post);
  expect({ ...found.fields }).toEqual(post.fields);
  expect(isDeepStrictEqual({ ...found, fields: { ...found.fields } }, post)).toBe(true);
  expect(read).toHaveLength(1);
});

test('memory lets go of a long text once it is in its file', async () => {
  const folder = await tempFolder();
  const { files, read } = watched();
  const library = await openedLibrary(folder, files);
  await put(library, published('a', LONG));
  const before = library.get('posts', 'a');
  await library.compact();
  const after = library.get('posts', 'a');
  expect(after).not.toBe(before);
  expect(Object.getOwnPropertyDescriptor(after?.fields ?? {}, 'body')?.get).toBeDefined();
  expect(after).toEqual(before);
  expect(read).toHaveLength(1);
});

test.each([
  ['a short text', 'Кратко'],
  ['a text that has no UTF-8', `${LONG}\ud83d`],
])('%s stays in the record', async (_name, body) => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await put(library, published('a', body));
  await library.compact();
  expect(readdirSync(folder)).not.toContain('bodies');
  const again = await reopened(folder, library);
  expect(again.get('posts', 'a')?.fields.body).toBe(body);
});

test('a byte order mark, line ends and NULs of a long text come back as they were', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  const body = `\ufeff\r\n\0\u2028${LONG}\r`;
  await put(library, published('a', body));
  await library.compact();
  expect((await reopened(folder, library)).get('posts', 'a')?.fields.body).toBe(body);
});

test('texts that are the same share a file, which goes one compaction after the last that needed it', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await put(library, published('a', LONG));
  await put(library, published('b', LONG));
  await library.compact();
  const held = library.get('posts', 'a');
  expect(bodiesIn(folder)).toHaveLength(1);
  await library.transact((tx) => ok(tx.remove('posts', 'a')));
  await library.compact();
  await library.compact();
  expect(bodiesIn(folder)).toHaveLength(1);
  await put(library, published('b', 'short now'));
  await library.compact();
  expect(bodiesIn(folder)).toHaveLength(1);
  expect(held?.fields.body).toBe(LONG);
  await library.compact();
  expect(bodiesIn(folder)).toHaveLength(0);
});

test('a text that comes back into use before its file goes keeps it', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await put(library, published('a', LONG));
  await library.compact();
  await library.transact((tx) => ok(tx.remove('posts', 'a')));
  await library.compact();
  await put(library, published('b', LONG));
  await library.compact();
  await library.compact();
  const again = await reopened(folder, library);
  expect(again.get('posts', 'b')?.fields.body).toBe(LONG);
  expect(again.repairs).toEqual([]);
});

test('a record that was never touched keeps its text when another field of it changes', async () => {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await put(library, published('a', LONG));
  await library.compact();
  const { files, read } = watched();
  const again = await reopened(folder, library, files);
  await again.transact((tx) => {
    const post = tx.get('posts', 'a');
    return ok(post && tx.put('posts', { ...post, revision: 2 }));
  });
  await again.compact();
  expect(read).toEqual([]);
  const third = await reopened(folder, again);
  expect(third.get('posts', 'a')).toEqual({ ...published('a', LONG), revision: 2 });
});
