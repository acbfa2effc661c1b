// The short index beside the index: when it is made, and what it says where it is not of the same moment as the shards.
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { aComment } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { contentsOf, idsIn, inMemory, smallLibrary } from '../../support/small-library.ts';
import { at, diskWith, dyingAt } from './damaged-disk.ts';

const INDEX = at('index.json');
const SHORT = at('shards.json');

const save = (library: Library, id: string) =>
  library.transact((tx) => ok(tx.put('replyDrafts', { id, content: '', savedAt: '' })));

const without = (image: DiskImage, isGone: (file: string) => boolean) =>
  new PowerLossDisk(new Map([...image].filter(([file]) => !isGone(file))));

const told = ({ repairs }: Library) => repairs.map(({ what, file, lost }) => [what, file, lost]);
const INDEX_GONE = ['index', 'index.json', 0];

test('a library from a backup gets it without a change', async () => {
  const disk = diskWith(await smallLibrary(), SHORT, null);
  const library = await inMemory(disk);
  const contents = contentsOf(library);
  await library.close();
  expect(disk.size(SHORT)).not.toBeNull();
  const again = await inMemory(without(disk.image(), (file) => file === INDEX));
  expect([told(again), contentsOf(again)]).toEqual([[INDEX_GONE], contents]);
});

test('it knows of transactions of which no shard says anything any more', async () => {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  must(await save(library, 'r1'));
  must(await library.transact((tx) => ok(tx.put('comments', aComment()))));
  await library.compact();
  must(await library.transact((tx) => ok(tx.remove('comments', aComment().id))));
  await library.compact();
  await library.close();
  const again = await inMemory(diskWith(disk.image(), INDEX, null));
  expect([told(again), idsIn(again)]).toEqual([[INDEX_GONE], ['replyDrafts r1']]);
});

test('where shards are newer than it, nobody can say how many transactions the lost journals had', async () => {
  const disk = new PowerLossDisk();
  const first = await inMemory(disk);
  must(await save(first, 'r1'));
  await first.compact();
  await first.close();
  const second = await dyingAt(disk, SHORT);
  must(await save(second, 'r2'));
  await expect(second.compact()).rejects.toThrow();
  must(await save(second, 'r3'));
  await second.close();
  const left = without(disk.image(), (file) => file === INDEX || file.includes('journal-'));
  const again = await inMemory(left);
  expect(told(again)).toEqual([INDEX_GONE, ['journal', 'journal-000003.ndjson', null]]);
  expect(idsIn(again)).toEqual(['replyDrafts r1', 'replyDrafts r2']);
});

test('beside it an index that is gone is told, although the journals hold everything', async () => {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  await library.compact();
  must(await save(library, 'r1'));
  await library.close();
  const again = await inMemory(diskWith(disk.image(), INDEX, null));
  expect([told(again), idsIn(again)]).toEqual([[INDEX_GONE], ['replyDrafts r1']]);
});
