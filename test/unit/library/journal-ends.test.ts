// A bad line at the end of a journal: left by a crash, or an acknowledged change that has rotted there.
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { contentsOf, FOLDER, idsIn, inMemory } from '../../support/small-library.ts';

const save = (library: Library, id: string) =>
  library.transact((tx) => ok(tx.put('replyDrafts', { id, content: `words of ${id}`, savedAt: '' })));
const nameOf = (generation: number) => `journal-00000${generation}.ndjson`;
const at = (generation: number) => path.join(FOLDER, nameOf(generation));

/** The files of a library in which each run has left a journal of its own with these replies. */
async function inRuns(...runs: readonly string[][]): Promise<DiskImage> {
  const disk = new PowerLossDisk();
  for (const ids of runs) {
    const library = await inMemory(disk);
    for (const id of ids) await save(library, id);
    await library.close();
  }
  return disk.image();
}

/** The same files after this word has rotted in a journal. */
function rotten(image: DiskImage, generation: number, ...words: string[]): DiskImage {
  const text = image.get(at(generation))?.toString() ?? '';
  const changed = words.reduce((all, word) => all.replace(`words of ${word}`, `wörds of ${word}`), text);
  expect(changed).not.toBe(text);
  return new Map(image).set(at(generation), Buffer.from(changed));
}

const found = ({ repairs }: Library) => repairs.map(({ file, kept, lost }) => [file, kept, lost]);

test('a last line that has rotted before a later journal is damage to its own journal, which is kept', async () => {
  const disk = new PowerLossDisk(rotten(await inRuns(['a', 'b'], ['c']), 1, 'b'));
  const library = await inMemory(disk);
  expect(found(library)).toEqual([[nameOf(1), 1, 1]]);
  expect(idsIn(library)).toEqual(['replyDrafts a', 'replyDrafts c']);
  await library.compact();
  await library.close();
  // What can still be read of the words is nowhere else any more.
  const kept = path.join(FOLDER, library.repairs[0]?.quarantined ?? '');
  expect(disk.file(kept).content.toString()).toContain('wörds of b');
  const again = await inMemory(disk);
  expect([again.repairs, contentsOf(again)]).toEqual([[], contentsOf(library)]);
});

test('a line that was cut off before a later journal is looked for where its beginning is', async () => {
  const image = await inRuns(['a', 'b'], ['c']);
  const journal = image.get(at(1)) ?? Buffer.alloc(0);
  const library = await inMemory(new PowerLossDisk(new Map(image).set(at(1), journal.subarray(0, -20))));
  expect(found(library)).toEqual([[nameOf(1), 1, 1]]);
});

test('several journals that end badly before a gap are all kept, and what is missing is counted once', async () => {
  const image = await inRuns(['a', 'b'], ['c'], ['d']);
  const gap = await inMemory(new PowerLossDisk(rotten(rotten(image, 1, 'b'), 2, 'c')));
  expect(found(gap)).toEqual([
    [nameOf(1), 1, 0],
    [nameOf(2), 0, 2],
  ]);
  const end = await inMemory(new PowerLossDisk(rotten(rotten(image, 2, 'c'), 3, 'd')));
  expect(found(end)).toEqual([
    [nameOf(2), 0, 0],
    [nameOf(3), 0, 2],
  ]);
});

test('damage in the middle of a journal and at its end is one damage', async () => {
  const image = rotten(await inRuns(['a', 'b', 'c', 'd'], ['e']), 1, 'b', 'd');
  expect(found(await inMemory(new PowerLossDisk(image)))).toEqual([[nameOf(1), 2, 2]]);
});

test('a torn end whose number the next journal begins with is what a crash left, also when it is gone later', async () => {
  const image = new Map(await inRuns(['a'], ['b', 'c'], ['d']));
  const torn = Buffer.from('0badbad0 {"t":2,"op');
  image.set(at(1), Buffer.concat([image.get(at(1)) ?? Buffer.alloc(0), torn]));
  expect((await inMemory(new PowerLossDisk(image))).repairs).toEqual([]);
  // A gap further on has nothing to do with it.
  const rot = rotten(image, 2, 'c');
  expect(found(await inMemory(new PowerLossDisk(rot)))).toEqual([[nameOf(2), 1, 1]]);
});
