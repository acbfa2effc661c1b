import { readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import type { Library } from '../../../main/library/library.ts';
import { openLibrary } from '../../../main/library/library.ts';
import { ownerOf } from '../../../main/library/owner.ts';
import { acquireOwnership, OWNER_FILE } from '../../../main/library/owner-lock.ts';
import type { Repair } from '../../../main/library/repairs.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aPost } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { noBugs } from '../../support/no-bugs.ts';
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
  expect(await openLibrary(folder, realFiles, noBugs)).toMatchObject({
    ok: false,
    error: { reason: 'in-use' },
  });
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
  const refused = await openLibrary(folder, { ...realFiles, readdir }, noBugs);
  expect(refused).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'io' } });
  expect(readdirSync(folder)).not.toContain(OWNER_FILE);
});

describe('a library that somebody else writes to while it is being opened', () => {
  /** Files with something that is done once, just before a lock is put in its place. */
  function beforeTheLock(work: () => Promise<unknown>): FileLayer {
    let isDone = false;
    const link: FileLayer['link'] = async (from, to) => {
      const isFirst = !isDone;
      isDone = true;
      if (isFirst) await work();
      return realFiles.link(from, to);
    };
    return { ...realFiles, link };
  }

  test.each([
    ['appends', async () => {}],
    ['compacts', (other: Library) => other.compact()],
  ])('is read again if they come and go before the lock is taken (it %s)', async (_how, end) => {
    const folder = await libraryFolder();
    const files = beforeTheLock(async () => {
      const other = await openedLibrary(folder);
      await put(other, 'other');
      await end(other);
      await other.close();
    });
    const library = await openedLibrary(folder, files);
    must(await library.loaded);
    expect(library.all('posts').map(({ id }) => id)).toEqual(['a', 'other']);
    expect(library.repairs).toEqual([]);
    expect((await put(library, 'b')).ok).toBe(true);
  });

  test('can be changed later, if it was read again and there was only no room for the lock', async () => {
    const folder = await libraryFolder();
    let isFull = true;
    const files = beforeTheLock(async () => {
      const other = await openedLibrary(folder);
      await put(other, 'other');
      await other.close();
    });
    const { link } = files;
    files.link = async (from, to) => {
      await link(from, to);
      if (!isFull) return;
      isFull = false;
      await realFiles.rm(to);
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    };
    const library = await openedLibrary(folder, files);
    expect(library.all('posts').map(({ id }) => id)).toEqual(['a', 'other']);
    must(await put(library, 'b'));
  });

  test.each([
    ['at once if nobody owns it', false, [1, 1]],
    ['only when the lock is taken if it was theirs at first', true, [0, 1]],
  ])('is read %s', async (_when, isTheirs, expected) => {
    const folder = await libraryFolder();
    const theirs = isTheirs ? must(await acquireOwnership(folder)) : null;
    const reads: number[] = [];
    let count = 0;
    const owner = ownerOf(
      folder,
      beforeTheLock(async () => {
        reads.push(count);
        await theirs?.release();
      }),
    );
    onTestFinished(() => owner.release());
    must(await owner.atStart(async () => count++));
    expect([...reads, count]).toEqual(expected);
  });
});

test('damage is told once, to whoever gets the library', async () => {
  const folder = await libraryFolder();
  await writeFile(path.join(folder, 'index.json'), '{');
  const told: Repair[] = [];
  const library = await openedLibrary(folder, realFiles, { onRepair: (repair) => told.push(repair) });
  expect(told).toMatchObject([{ what: 'index' }]);
  expect(library.repairs).toEqual(told);
  const inVain: Repair[] = [];
  const refused = await openLibrary(folder, realFiles, {
    ...noBugs,
    onRepair: (repair) => inVain.push(repair),
  });
  expect(refused).toMatchObject({ ok: false, error: { reason: 'in-use' } });
  expect(inVain).toEqual([]);
});
