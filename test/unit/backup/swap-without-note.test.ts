// What a start finds where a swap was cut off and its note says nothing any more.
import { readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { finishSwap, planSwap } from '../../../main/backup/swap.ts';
import { realFiles } from '../../../main/library/durable-file.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { must } from '../../support/must.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { filesUnder } from './backups.ts';
import { fill, NEW, OLD, PLAN, twoLibraries } from './libraries.ts';

const NOTE = 'library-restore.json';

/** Killed between the two renames. */
async function cutOff(keepOld: boolean) {
  const at = await twoLibraries();
  await planSwap(at.library, { ...PLAN, keepOld }, realFiles);
  const { old } = JSON.parse(await readFile(path.join(at.root, NOTE), 'utf8'));
  await rename(at.library, path.join(at.root, old));
  return { ...at, old };
}

test.each([false, true])(
  'a damaged note brings the library back that had made place (one that was damaged: %s)',
  async (keepOld) => {
    const { root, library } = await cutOff(keepOld);
    await writeFile(path.join(root, NOTE), '\0\0\0\0');
    expect(must(await finishSwap(library, realFiles))).toBeNull();
    expect(await filesUnder(library)).toEqual(OLD);
    expect(must(await finishSwap(library, realFiles))).toBeNull();
    expect(await filesUnder(library)).toEqual(OLD);
    expect(await readdir(root)).toEqual(['library']);
  },
);

test('a note that is gone altogether does so, too, and of several the last one comes back', async () => {
  const { root, library } = await cutOff(false);
  await rm(path.join(root, NOTE));
  await fill(path.join(root, 'library-replaced-2026-11-21T10-00-00-000Z'), NEW);
  expect(must(await finishSwap(library, realFiles))).toBeNull();
  expect(await filesUnder(library)).toEqual(OLD);
});

test('one that was damaged and made place last comes back before one that was left long ago', async () => {
  const { root, library } = await cutOff(true);
  await fill(path.join(root, 'library-replaced-2026-11-20T10-00-00-000Z'), NEW);
  await writeFile(path.join(root, NOTE), '\0\0\0\0');
  expect(must(await finishSwap(library, realFiles))).toBeNull();
  expect(await filesUnder(library)).toEqual(OLD);
});

test('what a restore has kept as damaged is not made the library of somebody who has taken theirs away', async () => {
  const { root, library } = await cutOff(true);
  must(await finishSwap(library, realFiles));
  await rm(library, { recursive: true });
  expect(must(await finishSwap(library, realFiles))).toBeNull();
  expect(await readdir(root)).toEqual(['library-damaged-2026-11-22T10-00-00-000Z']);
});

test('without a library in its place nothing is removed', async () => {
  const { root, library } = await twoLibraries();
  await rm(library, { recursive: true });
  must(await finishSwap(library, realFiles));
  expect(await readdir(root)).toEqual(['library-restored']);
  // The disk does not give it its place.
  const other = await cutOff(false);
  await rm(path.join(other.root, NOTE));
  const rename = () => Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }));
  expect(await finishSwap(other.library, { ...realFiles, rename })).toMatchObject({ ok: false });
  expect(await readdir(other.root)).toEqual([other.old, 'library-restored']);
});

test('before the first start of all there is nothing to be put back', async () => {
  const library = path.join(await tempFolder(), 'not yet', 'library');
  expect(must(await finishSwap(library, realFiles))).toBeNull();
});

test('a replaced library that was half removed never comes back as a whole one', async () => {
  for (let at = 1; ; at += 1) {
    const { root, library } = await twoLibraries();
    await planSwap(library, PLAN, realFiles);
    let calls = 0;
    const onHit = () => {
      calls += 1;
    };
    const disk = failingFiles(realFiles, { onHit });
    // A removal that fails has taken something with it.
    const removing = {
      ...disk.files,
      rm: (async (file, options) => {
        if (options?.recursive)
          await realFiles.rm(path.join(String(file), 'posts'), { recursive: true, force: true });
        return disk.files.rm(file, options);
      }) as typeof realFiles.rm,
    };
    disk.break({ kind: 'EIO', at, lasts: Number.POSITIVE_INFINITY, late: false });
    await finishSwap(library, removing);
    // Somebody takes the new one away before the start that would have removed the rest.
    const done = (await readdir(root)).includes(NOTE) === false;
    if (done) await rm(library, { recursive: true });
    must(await finishSwap(library, realFiles));
    const there = await readdir(root);
    if (there.includes('library')) expect([OLD, NEW]).toContainEqual(await filesUnder(library));
    if (calls === 0) break;
  }
});
