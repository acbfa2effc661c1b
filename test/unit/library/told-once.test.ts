// What is told of damage is told once, and what nobody misses not at all.
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { aPost, aRevision } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { contentsOf, idsIn, inMemory } from '../../support/small-library.ts';
import { at, diskWith, dyingAt, isMended, textOf } from './damaged-disk.ts';

const POSTS = at('posts/000000.ndjson');
const INDEX = at('index.json');
const REPLIES = at('replyDrafts/000000.ndjson');

const told = ({ repairs }: Library) => repairs.map(({ what, file, lost }) => [what, file, lost]);

/** Saves a post that has an earlier version, and writes both to shards. */
async function savePost(library: Library, id: string): Promise<void> {
  must(
    await library.transact((tx) => {
      tx.put('posts', aPost({ id }));
      return ok(tx.put('revisions', aRevision({ id: `of-${id}`, postId: id })));
    }),
  );
  await library.compact();
}

test('without any index, lost posts of which versions tell are told with their damaged shard', async () => {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  await savePost(library, 'a');
  await library.close();
  const image = new Map(disk.image()).set(POSTS, Buffer.from('null'));
  for (const name of ['index.json', 'shards.json']) image.delete(at(name));
  expect(told(await inMemory(new PowerLossDisk(image)))).toEqual([
    ['index', 'index.json', null],
    ['shard', 'posts/000000.ndjson', null],
  ]);
});

test('posts that were lost before are named by the report of then, not again by that of the next loss', async () => {
  const disk = new PowerLossDisk();
  const first = await inMemory(disk);
  await savePost(first, 'a');
  await first.close();
  disk.remove(POSTS);
  const second = await inMemory(disk);
  await savePost(second, 'b');
  await second.close();
  disk.remove(POSTS);
  const reports = await (await inMemory(disk)).openReports();
  expect(reports.map(({ lostPosts }) => lostPosts)).toEqual([['a'], ['b']]);
});

const saveReply = (library: Library) =>
  library.transact((tx) => ok(tx.put('replyDrafts', { id: 'r1', content: '', savedAt: '' })));

test('a shard that a compaction had removed before it died is missed by nobody', async () => {
  const disk = new PowerLossDisk();
  const death = { isDue: false };
  const library = await dyingAt(disk, INDEX, death);
  must(await saveReply(library));
  await savePost(library, 'a');
  must(await library.transact((tx) => ok(tx.remove('replyDrafts', 'r1'))));
  death.isDue = true;
  await expect(library.compact()).rejects.toThrow();
  expect(disk.size(REPLIES)).toBeNull();
  const contents = contentsOf(library);
  await library.close();
  await isMended(disk, contents);
});

test('a shard that a first compaction wrote before it died is not missed where it was moved', async () => {
  const disk = new PowerLossDisk();
  const death = { isDue: false };
  const library = await dyingAt(disk, INDEX, death);
  must(await saveReply(library));
  death.isDue = true;
  await expect(library.compact()).rejects.toThrow();
  await library.close();
  const shard = textOf(disk.image(), REPLIES);
  const without = diskWith(disk.image(), REPLIES, null).image();
  const again = await inMemory(diskWith(without, at('replyDrafts/000004.ndjson'), shard));
  // The journals hold all that it held.
  expect(idsIn(again)).toEqual(['replyDrafts r1']);
  expect(again.repairs.map(({ file }) => file)).toEqual(['replyDrafts/000004.ndjson']);
});
