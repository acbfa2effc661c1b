import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { makeReady } from '../../main/backup/restore.ts';
import { BackupStore } from '../../main/backup/store.ts';
import { finishSwap, planSwap } from '../../main/backup/swap.ts';
import { verify } from '../../main/backup/unpack.ts';
import type { FileLayer } from '../../main/library/durable-file.ts';
import type { Library } from '../../main/library/library.ts';
import { manualClock } from '../support/manual-clock.ts';
import { must } from '../support/must.ts';
import { type DiskImage, PowerLossDisk } from '../support/power-loss-disk.ts';
import { filesOn, processOn } from '../support/power-loss-files.ts';
import { factor, seed } from '../support/property.ts';
import { seeded, seedFor } from '../support/seeded.ts';
import { stateOf, write } from './backup-state.ts';
import { openRestless } from './open.ts';
import { unlock } from './unlock.ts';

const FOLDER = '/library';
const BACKUPS = '/backups';
/** Transactions that the backup holds, and that the library holds when it is replaced. */
const HELD = 12;
const WRITTEN = 20;
/**
 * What one power loss may leave differs; so often each is tried. Every try begins with an empty disk: with many more, this
 * test alone would take as long as all others.
 */
const TRIES = factor === 1 ? 2 : 30;

const work = { signal: new AbortController().signal, onProgress: () => {} };

async function upTo(library: Library, number: number): Promise<void> {
  for (let next = stateOf(library) + 1; next <= number; next += 1) must(await write(library, next));
}

/** How far a run has come. */
interface Reached {
  /** What is certain of the library. */
  number: number;
  isKept: boolean;
  isPlanning: boolean;
  isPlanned: boolean;
}

const nothing = (): Reached => ({ number: 0, isKept: false, isPlanning: false, isPlanned: false });

/** From a library to a restore that is planned, as the app does it. */
async function restoreOn(files: FileLayer, reached: Reached): Promise<void> {
  const clock = manualClock('2026-11-22T10:00:00.000Z');
  const library = await openRestless(FOLDER, files);
  await upTo(library, HELD);
  reached.number = HELD;
  const store = new BackupStore(BACKUPS, files);
  const taking = { ...work, appVersion: '1', now: clock.now() };
  const { id, createdAt } = await store.take(library, { ...taking, kind: 'daily' });
  reached.isKept = true;
  await upTo(library, WRITTEN);
  reached.number = WRITTEN;
  const restoring = { ...work, files, clock, library: FOLDER, onBug: console.error };
  await makeReady(await store.source(id), id, restoring);
  await store.take(library, { ...taking, kind: 'before-restore' });
  reached.isPlanning = true;
  await planSwap(FOLDER, { createdAt, now: clock.now(), keepOld: false }, files);
  reached.isPlanned = true;
}

/** What the power leaves when it fails after so many calls of a run, and how far that had come; null if it ends before. */
async function cutAt(
  image: DiskImage | undefined,
  calls: number,
  chance: number,
  run: (files: FileLayer, reached: Reached) => Promise<unknown>,
): Promise<{ left: DiskImage; reached: Reached } | null> {
  const disk = new PowerLossDisk(image);
  const reached = nothing();
  const dead = Promise.withResolvers<{ left: DiskImage; reached: Reached }>();
  let count = 0;
  const process = processOn(disk, () => {
    count += 1;
    if (count !== calls) return;
    const left = disk.afterPowerLoss(seeded(chance));
    process.kill();
    dead.resolve({ left, reached: { ...reached } });
  });
  // The heartbeats of a process end with it; in this one they would keep everything that it had in memory.
  const beats = vi.spyOn(globalThis, 'setInterval');
  try {
    return await Promise.race([run(process.files, reached).then(() => null), dead.promise]);
  } finally {
    for (const { value } of beats.mock.results) clearInterval(value);
    beats.mockRestore();
  }
}

/** What the next start finds; every backup that it shows is whole. */
async function nextStart(image: DiskImage): Promise<{ number: number; backups: number }> {
  const disk = new PowerLossDisk(image);
  unlock(disk);
  const files = filesOn(disk);
  must(await finishSwap(FOLDER, files));
  const library = await openRestless(FOLDER, files);
  const number = stateOf(library);
  await library.close();
  const store = new BackupStore(BACKUPS, files);
  const backups = disk.isFolder(BACKUPS) ? await store.list() : [];
  for (const { id } of backups) await verify(await store.source(id), id, work);
  return { number, backups: backups.length };
}

test('power that fails at any call of a backup or restore leaves one whole library, and no bad backup', async () => {
  let tried = 0;
  for (let calls = 1; ; calls += 1) {
    const chance = seedFor(seed, calls);
    const cut = await cutAt(undefined, calls, chance, restoreOn);
    if (cut === null) break;
    for (let again = 0; again < TRIES; again += 1) {
      const { left, reached } =
        again === 0 ? cut : ((await cutAt(undefined, calls, chance + again, restoreOn)) ?? cut);
      const { number, backups } = await nextStart(left);
      tried += 1;
      const at = `call ${calls}, try ${again}`;
      if (reached.isPlanned) expect(number, at).toBe(HELD);
      else if (!reached.isPlanning || number !== HELD) {
        expect(number, at).toBeGreaterThanOrEqual(reached.number);
      }
      if (reached.isKept) expect(backups, at).toBeGreaterThan(0);
    }
  }
  expect(tried).toBeGreaterThan(100);
});

/** A disk on which a restore was planned. */
async function planned(): Promise<DiskImage> {
  const disk = new PowerLossDisk();
  await restoreOn(filesOn(disk), nothing());
  return unlock(disk).image();
}

/** Cuts the power at each call of the swap, and again at those of the one that goes on with it; what is found then. */
async function* afterSwaps(
  spoil = (files: FileLayer) => files,
  from = seed,
): AsyncGenerator<() => Promise<number>> {
  const image = await planned();
  const swap = (files: FileLayer) => finishSwap(FOLDER, spoil(files));
  for (let calls = 1; ; calls += 1) {
    const first = await cutAt(image, calls, seedFor(from, calls), swap);
    if (first === null) return;
    for (let more = 1; more < 24; more += 3) {
      const second = await cutAt(first.left, more, seedFor(from, calls * more), swap);
      const { left } = second ?? first;
      // The library, the backups, and at most what the next start removes.
      expect([...left.keys()].filter((name) => path.dirname(name) === '/').length).toBeLessThan(8);
      yield async () => (await nextStart(left)).number;
    }
  }
}

test('power that fails at any call of the swap, and of the one that goes on with it, leaves the restored library', async () => {
  let tried = 0;
  for await (const find of afterSwaps()) {
    expect(await find()).toBe(HELD);
    tried += 1;
  }
  expect(tried).toBeGreaterThan(100);
});

test('on a disk that does not sync names the same power losses are felt', async () => {
  const forgetful = (files: FileLayer): FileLayer => ({
    ...files,
    open: (async (name: string, ...rest: unknown[]) => {
      const handle = await (files.open as (...all: unknown[]) => Promise<FileHandle>)(name, ...rest);
      return name === '/' ? { ...handle, sync: async () => {}, close: () => handle.close() } : handle;
    }) as FileLayer['open'],
  });
  let felt = 0;
  // What is lost is left to chance, which may be kind to one seed.
  for (let more = 0; more < 10; more += 1) {
    for await (const find of afterSwaps(forgetful, seed + more)) {
      const number = await find().catch(() => null);
      felt += Number(number !== HELD);
    }
  }
  expect(felt).toBeGreaterThan(0);
});
