import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { aComment } from '../../support/builders.ts';
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
