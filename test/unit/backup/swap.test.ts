import { readdir, rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { dropPlan, dropRestored, finishSwap, planSwap, restoredFolder } from '../../../main/backup/swap.ts';
import { type FileLayer, realFiles } from '../../../main/library/durable-file.ts';
import { acquireOwnership } from '../../../main/library/owner-lock.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { must } from '../../support/must.ts';
import { filesUnder } from './backups.ts';
import { NEW, OLD, PLAN, twoLibraries } from './libraries.ts';

/** From the call `at` on nothing reaches the disk, as after a kill. */
async function killedAt(at: number, run: (files: FileLayer) => Promise<unknown>): Promise<number> {
  let calls = 0;
  const onHit = () => {
    calls += 1;
  };
  const disk = failingFiles(realFiles, { onHit });
  disk.break({ kind: 'EIO', at, lasts: Number.POSITIVE_INFINITY, late: false });
  await run(disk.files).catch(() => undefined);
  return calls;
}

test('what was planned is done at the next start, and is done once', async () => {
  const { root, library } = await twoLibraries();
  await planSwap(library, PLAN, realFiles);
  expect(await filesUnder(library)).toEqual(OLD);
  expect(must(await finishSwap(library, realFiles))).toBe(PLAN.createdAt);
  expect(await filesUnder(library)).toEqual(NEW);
  expect(await readdir(root)).toEqual(['library']);
  expect(must(await finishSwap(library, realFiles))).toBeNull();
  expect(await filesUnder(library)).toEqual(NEW);
});

test('a restore that was not planned to its end leaves the old library, and no room is lost', async () => {
  const { root, library } = await twoLibraries();
  expect(must(await finishSwap(library, realFiles))).toBeNull();
  expect(await filesUnder(library)).toEqual(OLD);
  expect(await readdir(root)).toEqual(['library']);
});

test('killed at any call while planning, the next start has the whole old or the whole new library', async () => {
  const seen = new Set<string>();
  for (let at = 1; ; at += 1) {
    const { root, library } = await twoLibraries();
    const hits = await killedAt(at, (files) => planSwap(library, PLAN, files));
    const done = must(await finishSwap(library, realFiles));
    expect(await filesUnder(library)).toEqual(done === null ? OLD : NEW);
    // What is half-written goes once its process is known to be another one.
    expect((await readdir(root)).filter((name) => !name.endsWith('.tmp'))).toEqual(['library']);
    seen.add(String(done));
    if (hits === 0) break;
  }
  expect(seen).toEqual(new Set(['null', PLAN.createdAt]));
});

test('killed at any call of the swap, the next start goes on with it, and so does one that is killed, too', async () => {
  for (let at = 1; ; at += 1) {
    const { root, library } = await twoLibraries();
    await planSwap(library, PLAN, realFiles);
    const hits = await killedAt(at, (files) => finishSwap(library, files));
    // Whole at each moment: as the old one, as the new one, or with its place empty for the start that follows.
    const there = (await readdir(root)).includes('library');
    if (there) expect([OLD, NEW]).toContainEqual(await filesUnder(library));
    await killedAt(Math.max(1, at - 2), (files) => finishSwap(library, files));
    await finishSwap(library, realFiles);
    expect(await filesUnder(library)).toEqual(NEW);
    expect(await readdir(root)).toEqual(['library']);
    if (hits === 0) {
      expect(at).toBeGreaterThan(8);
      break;
    }
  }
});

test('a library that could not be opened is kept beside the restored one', async () => {
  const { root, library } = await twoLibraries();
  await planSwap(library, { ...PLAN, keepOld: true }, realFiles);
  must(await finishSwap(library, realFiles));
  expect(await readdir(root)).toEqual(['library', 'library-damaged-2026-11-22T10-00-00-000Z']);
  expect(await filesUnder(path.join(root, 'library-damaged-2026-11-22T10-00-00-000Z'))).toEqual(OLD);
  must(await finishSwap(library, realFiles));
  expect(await readdir(root)).toHaveLength(2);
});

test('a library that is gone altogether is replaced as well', async () => {
  const { root, library } = await twoLibraries();
  await rm(library, { recursive: true });
  await planSwap(library, PLAN, realFiles);
  must(await finishSwap(library, realFiles));
  expect(await filesUnder(library)).toEqual(NEW);
  expect(await readdir(root)).toEqual(['library']);
});

test('nothing is taken away from another process that has the library open', async () => {
  const { library } = await twoLibraries();
  await planSwap(library, PLAN, realFiles);
  const other = must(await acquireOwnership(library));
  expect(await finishSwap(library, realFiles)).toMatchObject({ ok: false, error: { reason: 'in-use' } });
  expect(await filesUnder(library)).toEqual(OLD);
  await other.release();
  must(await finishSwap(library, realFiles));
  expect(await filesUnder(library)).toEqual(NEW);
});

test('a note that nobody can read replaces nothing', async () => {
  const { root, library } = await twoLibraries();
  await writeFile(path.join(root, 'library-restore.json'), '{"old":"../../elsewhere","createdAt":""}');
  expect(must(await finishSwap(library, realFiles))).toBeNull();
  expect(await filesUnder(library)).toEqual(OLD);
});

test('a restore that is given up leaves nothing', async () => {
  const { root, library } = await twoLibraries();
  await dropRestored(library, realFiles);
  expect(await readdir(root)).toEqual(['library']);
});

test('without the restored library the old one stays, or comes back, and nothing is said to be restored', async () => {
  const { root, library } = await twoLibraries();
  await planSwap(library, PLAN, realFiles);
  await rm(restoredFolder(library), { recursive: true });
  expect(must(await finishSwap(library, realFiles))).toBeNull();
  expect(await filesUnder(library)).toEqual(OLD);

  const other = await twoLibraries();
  await planSwap(other.library, PLAN, realFiles);
  // Killed between the two renames.
  await rename(other.library, path.join(other.root, 'library-replaced-2026-11-22T10-00-00-000Z'));
  await rm(restoredFolder(other.library), { recursive: true });
  expect(must(await finishSwap(other.library, realFiles))).toBeNull();
  expect(await filesUnder(other.library)).toEqual(OLD);
  expect([await readdir(root), await readdir(other.root)]).toEqual([['library'], ['library']]);
});

test('a plan that is said to have failed is not carried out', async () => {
  const { library } = await twoLibraries();
  for (let at = 1, failed = true; failed; at += 1) {
    const disk = failingFiles(realFiles);
    disk.break({ kind: 'EIO', at, lasts: 1, late: true });
    failed = await planSwap(library, PLAN, disk.files).then(
      () => false,
      () => true,
    );
    const isPlanned = (await readdir(path.dirname(library))).includes('library-restore.json');
    expect(isPlanned, `call ${at}`).toBe(!failed);
    if (!failed) expect(at).toBeGreaterThan(5);
  }
});

test.each([
  ['EBUSY', 'held'],
  ['EPERM', 'denied'],
  ['ENOSPC', 'full'],
  ['EIO', 'io'],
] as const)(
  'a library that cannot be moved away (%s) stays, and its plan until it is dropped',
  async (code, reason) => {
    const { root, library } = await twoLibraries();
    await planSwap(library, PLAN, realFiles);
    const held: FileLayer = {
      ...realFiles,
      rename: (from, to) =>
        from === library
          ? Promise.reject(Object.assign(new Error(code), { code }))
          : realFiles.rename(from, to),
    };
    expect(await finishSwap(library, held)).toEqual({ ok: false, error: { kind: 'blocked-swap', reason } });
    expect(await filesUnder(library)).toEqual(OLD);
    expect(await filesUnder(restoredFolder(library))).toEqual(NEW);
    await dropPlan(library, realFiles);
    expect(must(await finishSwap(library, held))).toBeNull();
    expect(await filesUnder(library)).toEqual(OLD);
    expect(await readdir(root)).toEqual(['library']);
  },
);

test.each([
  ['stands, is not called off', 'sync', NEW],
  ['does not stand, fails', 'rename', OLD],
])('a note that cannot be made certain or removed, but %s', async (_what, call, then) => {
  const { root, library } = await twoLibraries();
  const fail = async () => {
    throw Object.assign(new Error('EIO'), { code: 'EIO' });
  };
  let hasNote = false;
  const files: FileLayer = {
    ...realFiles,
    rm: fail,
    rename: async (from, to) => {
      if (call === 'rename') await fail();
      hasNote = true;
      await realFiles.rename(from, to);
    },
    open: (async (...args: Parameters<FileLayer['open']>) => {
      if (hasNote && args[0] === root) await fail();
      return realFiles.open(...args);
    }) as FileLayer['open'],
  };
  const planned = await planSwap(library, PLAN, files).then(
    () => NEW,
    () => OLD,
  );
  expect(planned).toBe(then);
  must(await finishSwap(library, realFiles));
  expect(await filesUnder(library)).toEqual(then);
});
