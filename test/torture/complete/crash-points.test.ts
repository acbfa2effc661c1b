import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { type Library, openLibrary } from '../../../main/library/library.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { failingFiles } from '../../support/failing-files.ts';
import { must } from '../../support/must.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn, processOn } from '../../support/power-loss-files.ts';
import { seeded } from '../../support/seeded.ts';
import { contentsOf, FOLDER, inMemory, LONG, smallLibrary } from '../../support/small-library.ts';

const at = (name: string) => path.join(FOLDER, name);
const V1 = readFileSync(path.join(import.meta.dirname, '../../fixtures/library-v1/library.json'));
/** Folders whose first change has more to do than any later one. */
const BEGINNINGS: Record<string, () => Promise<DiskImage>> = {
  'a library that is not there yet': async () => new Map([['/', null]]),
  'a library of version 1': async () =>
    new Map([
      ['/', null],
      [FOLDER, null],
      [at('library.json'), V1],
    ]),
  'a library with damage of every kind': async () => {
    const image = new Map(await smallLibrary());
    const text = [...image.keys()].find((file) => file.endsWith('.txt')) ?? '';
    for (const file of [at('library.json'), at('index.json'), text]) image.set(file, Buffer.from('null'));
    const spoil = (file: string, old: string) =>
      image.set(file, Buffer.from(image.get(file)?.toString().replace(old, '#') ?? ''));
    spoil(at('replyDrafts/000000.ndjson'), 'r1');
    return spoil(at('journal-000002.ndjson'), 'second');
  },
};

const save = (library: Library) =>
  library.transact((tx) =>
    ok(tx.put('posts', aPost({ id: 'new', fields: someFields({ body: `${LONG}!!` }) }))),
  );

/** A run from opening to closing; `acknowledged` is called when its one change has been acknowledged. */
async function run(disk: PowerLossDisk, onCall: (kill: () => void) => void, acknowledged: () => void) {
  const process = processOn(disk, () => onCall(process.kill));
  const library = must(await openLibrary(FOLDER, process.files, noBugs));
  must(await library.loaded);
  must(await save(library));
  acknowledged();
  await library.compact();
  await library.close();
}

/** The disk after the call number `at` of a run, and whether the change was acknowledged by then; null without such a call. */
async function cut(
  image: DiskImage,
  call: number,
): Promise<{ disk: PowerLossDisk; isSaved: boolean } | null> {
  const disk = new PowerLossDisk(image);
  const dead = Promise.withResolvers<boolean>();
  let calls = 0;
  let isSaved = false;
  const onCall = (kill: () => void) => {
    calls += 1;
    if (calls !== call) return;
    kill();
    dead.resolve(true);
  };
  const ended = run(disk, onCall, () => {
    isSaved = true;
  }).then(() => false);
  const isCut = await Promise.race([dead.promise, ended]);
  return isCut ? { disk, isSaved } : null;
}

/** What a library holds, without the record that a run adds; and whether that is there. */
function split(library: Library): { others: string[]; isSaved: boolean } {
  const all = contentsOf(library);
  const others = all.filter((text) => !text.includes('"id":"new"'));
  return { others, isSaved: others.length < all.length };
}

/** A beginning, what is in it for people, and the contents of files that must never be lost: damaged and older ones. */
async function begin(name: string) {
  const image: DiskImage = (await BEGINNINGS[name]?.()) ?? new Map();
  const library = await inMemory(new PowerLossDisk(image));
  const { others } = split(library);
  const damaged = library.repairs.flatMap(({ file, quarantined }) => (quarantined === null ? [] : at(file)));
  await library.close();
  const precious = [at('library.json'), ...damaged].flatMap((file) => image.get(file) ?? []);
  const lacks = (left: DiskImage) =>
    precious.filter((content) => ![...left.values()].some((each) => each?.equals(content) === true));
  return { image, others, lacks };
}

/** The disk as another process finds it. */
function found(image: DiskImage): PowerLossDisk {
  const disk = new PowerLossDisk(image);
  for (const file of image.keys()) if (file.includes('/owner.json')) disk.remove(file);
  return disk;
}

const NAMES = Object.keys(BEGINNINGS);
const PATIENCE_MS = 120_000;

test.each(NAMES)(
  '%s: a crash at any moment of its first change loses nothing, and no damaged or older file',
  async (name) => {
    const { image, others, lacks } = await begin(name);
    let call = 1;
    for (; ; call += 1) {
      const crash = await cut(image, call);
      if (crash === null) break;
      const losses = [1, 2].map((loss) => crash.disk.afterPowerLoss(seeded(1000 * loss + call)));
      for (const left of [crash.disk.image(), ...losses]) {
        expect(lacks(left), `call ${call}`).toEqual([]);
        const disk = found(left);
        const library = await inMemory(disk);
        expect(split(library).others, `call ${call}`).toEqual(others);
        if (crash.isSaved) expect(split(library).isSaved, `call ${call}`).toBe(true);
        must(await library.transact((tx) => ok(tx.remove('posts', 'new'))));
        await library.compact();
        await library.close();
        const again = await inMemory(disk);
        expect([again.repairs, contentsOf(again), lacks(disk.image())], `call ${call}`).toEqual([
          [],
          others,
          [],
        ]);
        await again.close();
      }
    }
    expect(call).toBeGreaterThan(40);
  },
  PATIENCE_MS,
);

test('what a run shows that a killed one had not synced, no power loss takes back', async () => {
  const { image } = await begin('a library that is not there yet');
  for (let call = 1; ; call += 1) {
    const crash = await cut(image, call);
    if (crash === null) break;
    for (const file of crash.disk.image().keys()) if (file.includes('/owner.json')) crash.disk.remove(file);
    const shown = await inMemory(crash.disk);
    const contents = contentsOf(shown);
    await shown.close();
    for (const seed of [1, 2, 3, 4]) {
      const library = await inMemory(found(crash.disk.afterPowerLoss(seeded(10 * call + seed))));
      expect([library.repairs, contentsOf(library)], `call ${call}`).toEqual([[], contents]);
      await library.close();
    }
  }
});

test.each(
  NAMES.flatMap((name) => (['ENOSPC', 'EIO', 'short'] as const).map((kind) => [name, kind] as const)),
)(
  '%s: whichever call of its first change fails with %s, it is tried again and nothing is lost',
  async (name, kind) => {
    const { image, others, lacks } = await begin(name);
    const reason = kind === 'EIO' ? 'io' : 'full';
    for (let number = 1, calls = 1; number <= calls; number += 1) {
      const disk = new PowerLossDisk(image);
      const failing = failingFiles(filesOn(disk), { isSync: true });
      failing.break({ kind, at: number, lasts: 1, late: false });
      const opened = await openLibrary(FOLDER, failing.files, noBugs);
      const loaded = opened.ok ? await opened.value.loaded : opened;
      const saved = opened.ok && loaded.ok ? await save(opened.value) : loaded;
      if (!saved.ok) expect(saved.error).toMatchObject({ kind: 'storage', reason });
      calls = Math.max(calls, failing.calls);
      failing.heal();
      if (opened.ok && loaded.ok) {
        if (!saved.ok) must(await save(opened.value));
        await opened.value.compact();
      }
      if (opened.ok) await opened.value.close();
      const again = await inMemory(found(disk.image()));
      expect([split(again), lacks(disk.image())], `call ${number}`).toEqual([
        { others, isSaved: opened.ok && loaded.ok },
        [],
      ]);
      await again.close();
    }
  },
  PATIENCE_MS,
);
