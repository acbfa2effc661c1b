// Copies of a damaged shard, older and newer than itself: whose version of a record counts, and what is told as lost.
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { must } from '../../support/must.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { inMemory } from '../../support/small-library.ts';
import { at, textOf } from './damaged-disk.ts';

const SHARD = at('replyDrafts/000000.ndjson');
const COPY = at('replyDrafts/000007.ndjson');

const save = (library: Library, content: string, ...ids: string[]) =>
  library.transact((tx) => {
    for (const id of ids) tx.put('replyDrafts', { id, content, savedAt: '' });
    return ok(null);
  });

/** The files of a closed library with three replies in a shard, and that shard as it was before `change`. */
async function changed(change: (library: Library) => Promise<unknown>) {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  must(await save(library, 'older', 'r1', 'r2', 'r3'));
  await library.compact();
  const older = textOf(disk.image(), SHARD);
  await change(library);
  await library.compact();
  await library.close();
  return { image: disk.image(), older, newer: textOf(disk.image(), SHARD) };
}

/** What is made of the shard's file and a copy of it under another number. */
async function found(image: DiskImage, shard: string, copy: string) {
  const files = new Map(image).set(SHARD, Buffer.from(shard)).set(COPY, Buffer.from(copy));
  const library = await inMemory(new PowerLossDisk(files));
  const [repair] = library.repairs.filter(({ file }) => file === 'replyDrafts/000000.ndjson');
  return {
    replies: library.all('replyDrafts').map(({ id, content }) => `${id} ${content}`),
    ...{ kept: repair?.kept, lost: repair?.lost },
  };
}

/** With a line that is no record any more. */
const spoiled = (shard: string, id: string): string => shard.replace(`"id":"${id}"`, '"id":0');

test('an older copy takes nothing back that is readable, and does not say how many records there were', async () => {
  const { image, older, newer } = await changed((library) =>
    save(library, 'newer', 'r1', 'r2', 'r3', 'r4', 'r5'),
  );
  expect(await found(image, spoiled(newer, 'r5'), older)).toEqual({
    replies: ['r1 newer', 'r2 newer', 'r3 newer', 'r4 newer'],
    ...{ kept: 4, lost: 1 },
  });
});

test('from an older copy comes what is not readable any more', async () => {
  const { image, older, newer } = await changed((library) => save(library, 'newer', 'r1', 'r2', 'r3'));
  expect(await found(image, spoiled(newer, 'r2'), older)).toEqual({
    replies: ['r1 newer', 'r2 older', 'r3 newer'],
    ...{ kept: 3, lost: 0 },
  });
});

test('a newer copy replaces what is readable, and says how many records there are', async () => {
  const { image, older, newer } = await changed(async (library) => {
    must(await save(library, 'newer', 'r1', 'r2'));
    must(await library.transact((tx) => ok(tx.remove('replyDrafts', 'r3'))));
  });
  // What cannot be read of the older one had been removed.
  expect(await found(image, spoiled(older, 'r3'), newer)).toEqual({
    replies: ['r1 newer', 'r2 newer'],
    ...{ kept: 2, lost: 0 },
  });
});
