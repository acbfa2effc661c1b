// The file of version 1 is put back where a library of this version was.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { aRevision, aSite } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { seeded } from '../../support/seeded.ts';
import { contentsOf, inMemory } from '../../support/small-library.ts';
import { at, textOf, unowned } from './damaged-disk.ts';

const V1 = readFileSync(path.join(import.meta.dirname, '../../fixtures/library-v1/library.json'));

const save = (library: Library, id: string) =>
  library.transact((tx) => ok(tx.put('revisions', aRevision({ id })))); // version 1 had none

/** A library of this version that was closed after several changes, with the old file in the place of its manifest. */
async function withV1(): Promise<DiskImage> {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  for (const id of ['a', 'b', 'c']) must(await save(library, id));
  await library.compact();
  must(await library.transact((tx) => ok(tx.put('sites', aSite()))));
  await library.close();
  return new Map(disk.image()).set(at('library.json'), V1);
}

test('nothing is told as missing when the app is killed after its first change', async () => {
  const image = await withV1();
  const disk = new PowerLossDisk(image);
  const library = await inMemory(disk);
  must(await save(library, 'x'));
  const killed = unowned(disk.image());
  expect(killed.has(at('closed.json'))).toBe(false);
  expect([...killed].filter(([file]) => /quarantine.*closed\.json/.test(file))).toEqual([
    [expect.any(String), Buffer.from(textOf(image, at('closed.json')))],
  ]);
  const again = await inMemory(new PowerLossDisk(killed));
  expect([library.repairs, again.repairs]).toEqual([[], []]);
  expect(contentsOf(again)).toEqual(contentsOf(library));
});

test('no power loss brings a shard of the newer library back', async () => {
  const disk = new PowerLossDisk(await withV1());
  const library = await inMemory(disk);
  await library.compact();
  for (let seed = 0; seed < 40; seed += 1) {
    const again = await inMemory(new PowerLossDisk(unowned(disk.afterPowerLoss(seeded(seed)))));
    expect(again.repairs, `seed ${seed}`).toEqual([]);
    expect(contentsOf(again), `seed ${seed}`).toEqual(contentsOf(library));
    await again.close();
  }
});
