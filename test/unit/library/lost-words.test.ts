// Words that only a journal or a file of a long text still has once the record is gone: kept where damage took it, and
// not brought back where a person removed it.
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { contentsOf, inMemory, LONG } from '../../support/small-library.ts';
import { at, diskWith, dyingAt, unowned } from './damaged-disk.ts';

const REPLIES = at('replyDrafts/000000.ndjson');
const OTHER = { id: 'other', content: 'of another', savedAt: '1' };
const reply = (library: Library, content: string, savedAt: string) =>
  library.transact((tx) => ok(tx.put('replyDrafts', { id: 'r1', content, savedAt })));

/** The files of a closed library with two unsent replies in a shard, and other words of one in a journal. */
async function changedReply(savedAt: string): Promise<PowerLossDisk> {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  must(await library.transact((tx) => ok(tx.put('replyDrafts', OTHER))));
  must(await reply(library, 'first', '1'));
  await library.compact();
  must(await reply(library, 'second', savedAt));
  await library.close();
  return disk;
}

/** The files of the quarantine that hold these words. */
const quarantined = (image: DiskImage, words: string): string[] =>
  [...image.keys()].filter(
    (file) => file.startsWith(at('quarantine')) && image.get(file)?.includes(words) === true,
  );

test('where the journal is gone that said that a reply was removed, it does not come back untold', async () => {
  const disk = await changedReply('2');
  const library = await dyingAt(disk, at('index.json'));
  must(await library.transact((tx) => ok(tx.remove('replyDrafts', 'r1'))));
  await expect(library.compact()).rejects.toThrow();
  // Killed here, before it could note where it ends; then the newest journal is removed.
  const image = unowned(disk.image());
  expect(image.delete(at('journal-000003.ndjson'))).toBe(true);
  const again = await inMemory(new PowerLossDisk(image));
  const isBack = again.get('replyDrafts', 'r1') !== undefined;
  expect([again.get('replyDrafts', 'other'), isBack && again.repairs.length === 0]).toEqual([OTHER, false]);
});

test('words of a lost reply of which a journal does not say everything are kept', async () => {
  const disk = diskWith((await changedReply('1')).image(), REPLIES, null);
  const library = await inMemory(disk);
  await library.compact();
  await library.close();
  const isThere = contentsOf(library).some((text) => text.includes('second'));
  expect(isThere || quarantined(disk.image(), 'second').length > 0).toBe(true);
});

test('long texts of posts that are gone with everything that knew of them are kept', async () => {
  const before = new PowerLossDisk();
  const first = await inMemory(before);
  must(await first.transact((tx) => ok(tx.put('posts', aPost({ fields: someFields({ body: LONG }) })))));
  await first.compact();
  await first.close();
  const gone = ['posts/', 'index.json', 'shards.json'].map(at);
  const left = [...before.image()].filter(([file]) => !gone.some((name) => file.startsWith(name)));
  const disk = new PowerLossDisk(new Map(left));
  const library = await inMemory(disk);
  // That a shard is missing nobody can say.
  expect(library.repairs.map(({ what }) => what)).toEqual(['index', 'journal']);
  for (let time = 0; time < 2; time += 1) await library.compact();
  expect(quarantined(disk.image(), LONG)).toHaveLength(1);
});
