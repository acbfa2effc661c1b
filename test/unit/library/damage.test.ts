import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { encodeLine } from '../../../main/library/journal-line.ts';
import { openLibrary } from '../../../main/library/library.ts';
import { must } from '../../support/must.ts';
import { noBugs } from '../../support/no-bugs.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { contentsOf, FOLDER, idsIn, inMemory, LONG, smallLibrary } from '../../support/small-library.ts';
import { at, diskWith, isMended, textOf } from './damaged-disk.ts';

const REPLIES = at('replyDrafts/000000.ndjson');
const JOURNAL = at('journal-000002.ndjson');

const replies = (ids: readonly string[]) => ids.filter((id) => id.startsWith('replyDrafts'));

test('a bad line in the middle of a journal costs its own transaction alone', async () => {
  const image = await smallLibrary();
  const lines = textOf(image, JOURNAL).split('\n');
  lines[1] = lines[1]?.replace('first', 'forst') ?? '';
  const disk = diskWith(image, JOURNAL, lines.join('\n'));
  const library = await inMemory(disk);
  expect(replies(idsIn(library))).toEqual(['replyDrafts r1', 'replyDrafts r2']);
  expect(library.get('replyDrafts', 'r2')?.content).toBe('second');
  expect(library.repairs).toEqual([
    {
      ...{ what: 'journal', collection: null, file: 'journal-000002.ndjson', kept: 3, lost: 1 },
      quarantined: expect.stringMatching(/^quarantine\/[\dTZ-]+\/journal-000002\.ndjson$/),
    },
  ]);
  const contents = contentsOf(library);
  await library.close();
  expect(disk.file(at(library.repairs[0]?.quarantined ?? '')).content.toString()).toBe(lines.join('\n'));
  await isMended(disk, contents);
});

test('what a bad line cost is counted in a library that was never compacted, too', async () => {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  for (const id of ['r1', 'r2', 'r3']) {
    await library.transact((tx) => ok(tx.put('replyDrafts', { id, content: 'first', savedAt: '' })));
  }
  await library.close();
  const image = disk.image();
  const [file = ''] = [...image.keys()].filter((name) => name.includes('journal-'));
  const found = await inMemory(diskWith(image, file, textOf(image, file).replace('"id":"r2"', '"id":"r8"')));
  expect(replies(idsIn(found))).toEqual(['replyDrafts r1', 'replyDrafts r3']);
  expect(found.repairs).toMatchObject([{ what: 'journal', kept: 2, lost: 1 }]);
});

test('transactions that are missing between two journals are a loss, a torn end before the next is not', async () => {
  const image = await smallLibrary();
  const second = await inMemory(new PowerLossDisk(image));
  const lines = textOf(image, JOURNAL);
  const next = (t: number) => encodeLine({ t, ops: [{ c: 'replyDrafts', n: 1, set: { savedAt: 'x' } }] });
  expect(second.sequence).toBe(5);
  const torn = new Map(image).set(JOURNAL, Buffer.from(`${lines}0badbad0 {"t":6,"op`));
  const fine = await inMemory(new PowerLossDisk(torn.set(at('journal-000003.ndjson'), next(6))));
  expect([fine.repairs, fine.sequence, fine.get('replyDrafts', 'r2')?.savedAt]).toEqual([[], 6, 'x']);
  const whole = new Map(image).set(at('journal-000003.ndjson'), next(8));
  const gap = await inMemory(new PowerLossDisk(whole));
  expect(gap.repairs).toMatchObject([{ what: 'journal', file: 'journal-000003.ndjson', kept: 1, lost: 2 }]);
  expect(gap.sequence).toBe(8);
});

test('a line that the disk had refused does not come back, although it could not be taken off the journal', async () => {
  const image = await smallLibrary();
  const set = (savedAt: string) => [{ c: 'replyDrafts' as const, n: 1, set: { savedAt } }];
  const refused = encodeLine({
    t: 6,
    ops: [...set('refused'), { c: 'replyDrafts', n: 0, id: 'r1', del: true }],
  });
  const disk = new PowerLossDisk(
    new Map(image)
      .set(JOURNAL, Buffer.concat([image.get(JOURNAL) ?? Buffer.alloc(0), refused]))
      .set(at('journal-000003.ndjson'), encodeLine({ t: 6, ops: set('taken') })),
  );
  const library = await inMemory(disk);
  expect(library.repairs).toEqual([]);
  expect(library.get('replyDrafts', 'r1')).toBeDefined();
  expect(library.get('replyDrafts', 'r2')?.savedAt).toBe('taken');
});

test('journals that a power loss brings back after they were removed change nothing', async () => {
  const image = await smallLibrary();
  const disk = new PowerLossDisk(image);
  const first = await inMemory(disk);
  await first.compact();
  await first.transact((tx) => ok(tx.remove('replyDrafts', 'r2')));
  await first.compact();
  const contents = contentsOf(first);
  await first.close();
  const refused = encodeLine({ t: 7, ops: [{ c: 'replyDrafts', n: 0, id: 'r1', del: true }] });
  const journal = Buffer.concat([image.get(JOURNAL) ?? Buffer.alloc(0), refused]);
  const library = await inMemory(new PowerLossDisk(new Map(disk.image()).set(JOURNAL, journal)));
  expect([contentsOf(library), library.repairs, library.sequence]).toEqual([contents, [], 6]);
});

test('of a damaged shard every line that is a record is kept; a wrong one is not', async () => {
  const image = await smallLibrary();
  const damaged = textOf(image, REPLIES).replace('"content":"first"', '"content":15');
  const disk = diskWith(image, REPLIES, damaged);
  const library = await inMemory(disk);
  expect(replies(idsIn(library))).toEqual(['replyDrafts r2', 'replyDrafts r4']);
  expect(library.repairs).toMatchObject([{ what: 'shard', collection: 'replyDrafts', kept: 2, lost: 1 }]);
  const contents = contentsOf(library);
  await library.close();
  await isMended(disk, contents);
});

test('records that the journals hold whole are not lost with their shard', async () => {
  const image = await smallLibrary();
  const ended = new PowerLossDisk(image);
  const library = await inMemory(ended);
  await library.compact();
  await library.close();
  // As after a compaction that died before it could write the index; then the new shard lost all but one record.
  const shard = textOf(ended.image(), REPLIES).split('\n').slice(0, 2).join('\n');
  const found = await inMemory(diskWith(image, REPLIES, shard));
  expect(replies(idsIn(found))).toEqual(['replyDrafts r1', 'replyDrafts r4']);
  expect(found.repairs).toMatchObject([{ what: 'shard', collection: 'replyDrafts', kept: 2, lost: 1 }]);
});

test('a shard that is gone is a loss, not an empty collection', async () => {
  const image = await smallLibrary();
  const disk = diskWith(image, REPLIES, null);
  const library = await inMemory(disk);
  expect(replies(idsIn(library))).toEqual(['replyDrafts r4']);
  expect(library.repairs).toEqual([
    {
      ...{ what: 'shard', collection: 'replyDrafts', file: 'replyDrafts/000000.ndjson' },
      ...{ quarantined: null, kept: 0, lost: 2 },
    },
  ]);
  const contents = contentsOf(library);
  await library.close();
  await isMended(disk, contents);
});

test('shards and journals without a manifest are a damaged library, never a new one', async () => {
  const image = await smallLibrary();
  const whole = contentsOf(await inMemory(new PowerLossDisk(image)));
  const disk = diskWith(image, at('library.json'), null);
  const library = await inMemory(disk);
  expect(library.repairs).toMatchObject([{ what: 'manifest', quarantined: null, lost: 0 }]);
  expect(contentsOf(library)).toEqual(whole);
  await library.close();
  await isMended(disk, whole);
});

test('an index without shards is a library that lost them', async () => {
  const image = await smallLibrary();
  const left = [...image].filter(([file]) => !file.endsWith('.ndjson') && !file.endsWith('library.json'));
  const library = await inMemory(new PowerLossDisk(new Map(left)));
  expect(library.repairs.map(({ what, collection, lost }) => [what, collection, lost])).toEqual([
    ['manifest', null, 0],
    ['journal', null, 4],
    ['shard', 'posts', 2],
    ['shard', 'replyDrafts', 3],
  ]);
});

test('a long text that is missing or another one is reported; the record stays, what is readable with it', async () => {
  const image = await smallLibrary();
  const file = [...image.keys()].find((each) => textOf(image, each) === LONG) ?? '';
  const gone = await inMemory(diskWith(image, file, null));
  expect(gone.get('posts', 'same')?.fields.body).toBe('');
  expect(gone.repairs).toMatchObject([{ what: 'body', collection: 'posts', quarantined: null, lost: 1 }]);

  const disk = diskWith(image, file, LONG.replace('A text', 'X text'));
  const library = await inMemory(disk);
  expect(library.repairs).toEqual([]); // the same length: that it is another one shows when it is read
  const body = library.get('posts', 'same')?.fields.body;
  expect(body).toBe(LONG.replace('A text', 'X text'));
  expect(library.repairs).toMatchObject([{ what: 'body', collection: 'posts', lost: 1 }]);
  const quarantined = library.repairs[0]?.quarantined ?? '';
  await library.compact();
  await library.close();
  expect(disk.file(at(quarantined)).content.toString()).toBe(body);
  const again = await inMemory(disk);
  expect(again.get('posts', 'same')?.fields.body).toBe(body);
  expect(again.repairs).toEqual([]);
});

test('a shard of a newer version is refused, and nothing is changed by it', async () => {
  const image = await smallLibrary();
  const disk = diskWith(image, REPLIES, textOf(image, REPLIES).replace('"schema":2', '"schema":3'));
  const library = await openedLibrary(FOLDER, filesOn(disk));
  const newer = { ok: false, error: { kind: 'storage', reason: 'newer', file: REPLIES } };
  expect(await library.loaded).toEqual(newer);
  expect(await library.transact((tx) => ok(tx.remove('posts', 'same')))).toEqual(newer);
  await expect(library.compact()).rejects.toThrow('newer');
  expect(() => library.all('replyDrafts')).toThrow('still being loaded');
  await library.close();
  expect(disk.image()).toEqual(diskWith(image, REPLIES, disk.file(REPLIES).content.toString()).image());
});

test('a shard that cannot be read now is no damage: nothing is set aside or written', async () => {
  const image = await smallLibrary();
  const disk = new PowerLossDisk(image);
  const files = filesOn(disk);
  let broken = true;
  const readFile = ((file: string, ...rest: []) =>
    broken && file === REPLIES
      ? Promise.reject(Object.assign(new Error('EIO'), { code: 'EIO' }))
      : files.readFile(file, ...rest)) as typeof files.readFile;
  const library = await openedLibrary(FOLDER, { ...files, readFile });
  expect(await library.loaded).toMatchObject({ ok: false, error: { kind: 'storage', reason: 'io' } });
  await library.close();
  expect(disk.image()).toEqual(image);
  broken = false;
  const again = must(await openLibrary(FOLDER, { ...files, readFile }, noBugs));
  expect(await again.loaded).toEqual({ ok: true, value: null });
  await again.close();
});
