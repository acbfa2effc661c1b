import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { checksum } from '../../../main/library/checksum.ts';
import { openLibrary } from '../../../main/library/library.ts';
import { aComment, aPost, aRevision, aSite } from '../../support/builders.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { type DiskImage, PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { contentsOf, FOLDER, inMemory, smallLibrary } from '../../support/small-library.ts';
import { at, isMended, textOf } from './damaged-disk.ts';

const REPLIES = at('replyDrafts/000000.ndjson');

/** What was found damaged once these files are gone: what, of which collection, how much of it is lost. */
async function toldWithout(image: DiskImage, ...gone: string[]) {
  const left = [...image].filter(([file]) => !gone.some((name) => file.startsWith(at(name))));
  const disk = new PowerLossDisk(new Map(left));
  const library = await inMemory(disk);
  const told = library.repairs.map(({ what, collection, lost }) => [what, collection, lost]);
  const contents = contentsOf(library);
  await library.close();
  await isMended(disk, contents);
  return told;
}

test('shards that are gone with the index are counted by the short one beside it', async () => {
  const image = await smallLibrary();
  const [index, posts] = ['index.json', 'posts/000000.ndjson'];
  expect(await toldWithout(image, index)).toEqual([['index', null, 0]]);
  expect(await toldWithout(image, index, posts)).toEqual([
    ['index', null, 0],
    ['shard', 'posts', 2],
  ]);
  expect(await toldWithout(image, index, 'posts', 'replyDrafts', 'bodies', 'journal')).toEqual([
    ['index', null, 0],
    ['journal', null, 4],
    ['shard', 'posts', 2],
    ['shard', 'replyDrafts', 3],
  ]);
  expect(await toldWithout(image, 'shards.json')).toEqual([]);
});

test('without any index nobody can say how much is gone, unless the journals hold everything', async () => {
  const image = await smallLibrary();
  // Of one of the posts the journal says what changed in it.
  expect(await toldWithout(image, 'index.json', 'shards.json', 'posts/')).toEqual([
    ['index', null, null],
    ['shard', 'posts', null],
  ]);
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  await library.transact((tx) => ok(tx.put('replyDrafts', { id: 'r1', content: '', savedAt: '' })));
  await library.close();
  // As a first compaction that died before it came to the index.
  const shard = image.get(REPLIES) ?? Buffer.alloc(0);
  const dead = new Map(disk.image()).set(at('replyDrafts'), null).set(REPLIES, shard);
  expect(await toldWithout(dead)).toEqual([]);
});

test('without any index, posts and sites that others name are told as gone', async () => {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put('posts', aPost({ id: 'post-1' }));
    tx.put('revisions', aRevision({ postId: 'post-1' }));
    tx.put('comments', aComment());
    return ok(null);
  });
  await library.compact();
  await library.close();
  const indexes = ['index.json', 'shards.json'];
  expect(await toldWithout(disk.image(), ...indexes)).toEqual([['index', null, null]]);
  expect(await toldWithout(disk.image(), ...indexes, 'posts/', 'sites/')).toEqual([
    ['index', null, null],
    ['shard', 'posts', null],
    ['shard', 'sites', null],
  ]);
});

test('a short index that is needed and damaged is set aside; one of a newer app is refused', async () => {
  const image = new Map(await smallLibrary());
  image.delete(at('index.json'));
  const name = at('shards.json');
  const library = await inMemory(new PowerLossDisk(new Map(image).set(name, Buffer.from('null'))));
  expect(library.repairs.slice(0, 2)).toMatchObject([
    { what: 'index', file: 'index.json', lost: null },
    { what: 'index', file: 'shards.json', lost: 0 },
  ]);
  const json = textOf(image, name)
    .slice('{"crc":"12345678","index":'.length, -2)
    .replace('"version":2', '"version":3');
  const newer = Buffer.from(`{"crc":"${checksum(json)}","index":${json}}\n`);
  const opened = await openLibrary(
    FOLDER,
    filesOn(new PowerLossDisk(new Map(image).set(name, newer))),
    noBugs,
  );
  expect(opened).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'newer' } });
});

test('what is missing of a library that was never compacted was written first of all', async () => {
  const disk = new PowerLossDisk();
  for (const id of ['r1', 'r2']) {
    const library = await inMemory(disk);
    await library.transact((tx) => ok(tx.put('replyDrafts', { id, content: '', savedAt: '' })));
    await library.close();
  }
  const found = async (...gone: string[]) => {
    const left = [...disk.image()].filter(([file]) => !gone.some((name) => file.startsWith(at(name))));
    return (await inMemory(new PowerLossDisk(new Map(left)))).repairs;
  };
  const first = { what: 'journal', lost: null, fromBeginning: true };
  expect(await found('journal-000001')).toMatchObject([{ ...first, kept: 1 }]);
  expect(await found('journal-')).toMatchObject([{ ...first, kept: 0 }]);
  const [last] = await found('journal-000002');
  expect(last).toMatchObject({ what: 'journal', lost: 1 });
  expect(last).not.toHaveProperty('fromBeginning');
});
