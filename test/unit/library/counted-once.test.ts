import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { aComment } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { FOLDER, inMemory } from '../../support/small-library.ts';

const SHARD = path.join(FOLDER, 'comments/000000.ndjson');

test('a record that a damaged library holds twice is counted once', async () => {
  const disk = new PowerLossDisk();
  const before = await inMemory(disk);
  await before.transact((tx) => {
    for (const remoteId of [1, 2]) tx.put('comments', aComment({ id: `site-1/${remoteId}`, remoteId }));
    return ok(null);
  });
  await before.compact();
  await before.close();
  const image = disk.image();
  const lines = image.get(SHARD)?.toString() ?? '';
  const [, first = ''] = lines.split('\n');
  // The same comment under a second number, and as the site had it then.
  const again = first.replace('"n":0', '"n":7').replace('"status":"pending"', '"status":"spam"');
  expect(again).not.toBe(first);
  const twice = new PowerLossDisk(new Map(image).set(SHARD, Buffer.from(`${lines}${again}\n`)));
  const library = await inMemory(twice);
  const found = library.all('comments').map(({ id, status }) => [id, status]);
  expect(found.sort()).toEqual([
    ['site-1/1', 'spam'],
    ['site-1/2', 'pending'],
  ]);
  expect(await library.counts('comments', null)).toEqual({ pending: 1, spam: 1 });
  await library.close();
});

test('a record that an older shard holds under another number is there once, and is gone once it is removed', async () => {
  const disk = new PowerLossDisk();
  const before = await inMemory(disk);
  const put = (library: Library, from: number, to: number) =>
    library.transact((tx) => {
      for (let n = from; n < to; n += 1) tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n }));
      return ok(null);
    });
  must(await put(before, 0, 502));
  await before.compact();
  const older = disk.image().get(SHARD);
  must(await before.transact((tx) => ok(tx.remove('comments', 'site-1/5'))));
  must(await put(before, 5, 6)); // it gets a number of the second shard
  await before.compact();
  await before.close();
  const changed = new PowerLossDisk(new Map(disk.image()).set(SHARD, older ?? null));
  const library = await inMemory(changed);
  const comes = [...library.newestFirst('comments')].filter(({ id }) => id === 'site-1/5');
  expect([comes.length, library.all('comments').length]).toEqual([1, 502]);
  expect(await library.counts('comments', null)).toEqual({ pending: 502 });
  must(await library.transact((tx) => ok(tx.remove('comments', 'site-1/5'))));
  await library.compact();
  await library.close();
  const again = await inMemory(changed);
  expect(again.repairs).toEqual([]);
  expect(again.get('comments', 'site-1/5')).toBeUndefined();
});
