import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import type { Library } from '../../../main/library/library.ts';
import { openLibrary } from '../../../main/library/library.ts';
import { OWNER_FILE } from '../../../main/library/owner-lock.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aPost } from '../../support/builders.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const put = (library: Library, id: string) => library.transact((tx) => ok(tx.put('posts', aPost({ id }))));

/** A folder with a library of one post, closed. */
async function libraryFolder(): Promise<string> {
  const folder = await tempFolder();
  const library = await openedLibrary(folder);
  await put(library, 'a');
  await library.close();
  return folder;
}

test('where there is no room for a lock the library can be read; the first change takes the lock', async () => {
  const folder = await libraryFolder();
  const disk = breakableFiles();
  disk.fail();
  const library = await openedLibrary(folder, disk.files);
  expect(library.get('posts', 'a')).toBeDefined();
  expect(readdirSync(folder)).not.toContain(OWNER_FILE);
  expect(await put(library, 'b')).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'full' } });
  disk.heal();
  expect((await put(library, 'b')).ok).toBe(true);
  expect(await openLibrary(folder)).toMatchObject({ ok: false, error: { reason: 'in-use' } });
});

test('a library that somebody else has changed since it was read is not written to', async () => {
  const folder = await libraryFolder();
  const disk = breakableFiles();
  disk.fail();
  const stale = await openedLibrary(folder, disk.files);
  const other = await openedLibrary(folder);
  await put(other, 'other');
  await other.close();
  disk.heal();
  expect(await put(stale, 'b')).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'in-use' } });
  expect(readdirSync(folder)).not.toContain(OWNER_FILE);
  const again = await openedLibrary(folder);
  expect(again.all('posts').map(({ id }) => id)).toEqual(['a', 'other']);
});

test('a library that cannot be opened is given back', async () => {
  const folder = await libraryFolder();
  const readdir: FileLayer['readdir'] = (name) =>
    name === folder
      ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
      : realFiles.readdir(name);
  const refused = await openLibrary(folder, { ...realFiles, readdir });
  expect(refused).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'io' } });
  expect(readdirSync(folder)).not.toContain(OWNER_FILE);
});
