import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Comment, CommentStatus } from '../../../main/domain/comment.ts';
import { ok } from '../../../main/domain/result.ts';
import { LIBRARY_VERSION } from '../../../main/library/collections.ts';
import { type FirstPageQuery, firstFromShards } from '../../../main/library/first-page.ts';
import { type LibraryIndex, shardEntry } from '../../../main/library/index-file.ts';
import type { Change } from '../../../main/library/journal-line.ts';
import { SHARD_SIZE } from '../../../main/library/layout.ts';
import { Replay, withFields } from '../../../main/library/replay.ts';
import { soughtIn } from '../../../main/library/sought.ts';
import type { Numbered } from '../../../main/library/table.ts';
import { aComment } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { filesOn } from '../../support/power-loss-files.ts';
import { fc, forAll } from '../../support/property.ts';
import { FOLDER, inMemory } from '../../support/small-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const STATUSES: CommentStatus[] = ['pending', 'approved', 'spam', 'trash'];
const minute = (n: number) => new Date(Date.UTC(2026, 0, 1) + n * 60_000).toISOString();

const comment: fc.Arbitrary<Comment> = fc
  .record({
    remoteId: fc.option(fc.nat(30), { nil: null }),
    siteId: fc.constantFrom('a', 'b'),
    status: fc.constantFrom(...STATUSES),
    dateGmt: fc.nat(20).map(minute),
  })
  .map((over) => aComment(over));
/** Numbers in four shards. */
const number = fc.tuple(fc.nat(3), fc.nat(5)).map(([shard, place]) => shard * SHARD_SIZE + place);
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({
    c: fc.constant('comments' as const),
    n: number,
    id: fc.constant(''),
    del: fc.constant(true as const),
  }),
  fc
    .tuple(number, comment, fc.subarray(['status', 'siteId', 'dateGmt', 'raw'] as const))
    .map(([n, { status, siteId, dateGmt, raw }, keys]) => {
      const fields: Record<string, string> = { status, siteId, dateGmt, raw };
      return { c: 'comments' as const, n, set: Object.fromEntries(keys.map((key) => [key, fields[key]])) };
    }),
  // What is new has a number that no shard has: those of shard 4, and the last ones of the others.
  fc
    .tuple(fc.nat(4), fc.integer({ min: 6, max: 9 }), comment)
    .map(([shard, place, put]) => ({ c: 'comments' as const, n: shard * SHARD_SIZE + place, put })),
);
const query: fc.Arbitrary<FirstPageQuery> = fc.record({
  siteId: fc.constantFrom('a', 'b', null),
  statuses: fc.subarray(STATUSES),
  order: fc.constantFrom('newest', 'oldest'),
  limit: fc.integer({ min: 1, max: 8 }),
});
const stored = fc.uniqueArray(fc.record({ n: number, r: comment }), {
  selector: ({ n }) => n,
  maxLength: 24,
});

function indexOf(records: readonly Numbered[]): LibraryIndex {
  const shards = [0, 1, 2, 3].map((shard) => [
    shard,
    shardEntry('comments', { records: inShard(records, shard), through: 1 }),
  ]);
  const comments = { next: 0, shards: Object.fromEntries(shards) };
  return { version: LIBRARY_VERSION, journal: 1, sequence: 0, collections: { comments } };
}
const inShard = (records: readonly Numbered[], shard: number) =>
  records.filter(({ n }) => Math.floor(n / SHARD_SIZE) === shard);

/** The same by looking at everything. */
function expected(
  records: readonly Numbered[],
  changes: readonly Change[],
  wanted: FirstPageQuery,
): Comment[] {
  const all = new Map(records.map(({ n, r }) => [n, r as Comment]));
  for (const each of changes) {
    const there = all.get(each.n);
    if ('put' in each) all.set(each.n, each.put as Comment);
    else if ('del' in each) all.delete(each.n);
    else if (there) all.set(each.n, withFields(there, each.set, []) as Comment);
  }
  return [...all.values()]
    .filter(({ remoteId, siteId }) => remoteId !== null && (wanted.siteId ?? siteId) === siteId)
    .filter(({ status }) => wanted.statuses.includes(status))
    .sort((a, b) => {
      const newer = a.dateGmt === b.dateGmt ? Number(b.remoteId) - Number(a.remoteId) : a.dateGmt < b.dateGmt;
      return (wanted.order === 'newest' ? 1 : -1) * (typeof newer === 'number' ? newer : newer ? 1 : -1);
    })
    .slice(0, wanted.limit);
}

const shown = (comments: readonly Comment[]) =>
  comments.map(({ dateGmt, remoteId, siteId, status }) => [dateGmt, remoteId, siteId, status]);

test('the first page from a few shards is that of all records, whatever the journals say', async () => {
  await forAll(
    fc.tuple(stored, fc.array(change, { maxLength: 8 }), query),
    async ([records, changes, wanted]) => {
      // Removed numbers never come back.
      const valid = changes.filter(
        (each, place) => !('put' in each) || !changes.slice(0, place).some(({ n }) => n === each.n),
      );
      const replay = new Replay(valid.map((each, place) => ({ t: place + 1, ops: [each] })));
      const found = await firstFromShards(wanted, indexOf(records), replay, async (shard, sought) => {
        const there = inShard(records, shard);
        const written = there.map((record) => `${JSON.stringify(record)}\n`).join('');
        return soughtIn({ collection: 'comments', shard }, Buffer.from(written), sought) ?? there;
      });
      const dates = (comments: readonly Comment[]) => shown(comments).map(([date, id]) => `${date} ${id}`);
      expect(dates(found ?? [])).toEqual(dates(expected(records, valid, wanted)));
    },
    300,
  );
});

test.each(['newest', 'oldest'] as const)(
  'shards that cannot be on the page of the %s are not read',
  async (order) => {
    const records = Array.from({ length: 4 * SHARD_SIZE }, (_, n) => ({
      n,
      r: aComment({
        id: String(n),
        remoteId: n,
        dateGmt: minute(n),
        status: n % 2 === 0 ? 'approved' : 'spam',
      }),
    }));
    const read: number[] = [];
    const wanted: FirstPageQuery = { siteId: null, statuses: ['approved'], order, limit: 100 };
    const found = await firstFromShards(wanted, indexOf(records), new Replay([]), async (shard) => {
      read.push(shard);
      return inShard(records, shard);
    });
    expect(read).toEqual([order === 'newest' ? 3 : 0]);
    expect(shown(found ?? [])).toEqual(shown(expected(records, [], wanted)));
  },
);

test('the oldest comments are not known from an index without their dates, the newest are', async () => {
  const records = [{ n: 0, r: aComment() }];
  const index = indexOf(records);
  for (const { facets } of Object.values(index.collections.comments?.shards ?? {})) {
    for (const facet of facets) facet.length = 4;
  }
  const read = async () => records;
  const wanted = { siteId: null, statuses: ['pending'], limit: 1 } as const;
  const oldest = { ...wanted, order: 'oldest' } as const;
  expect(await firstFromShards(oldest, index, new Replay([]), read)).toBeNull();
  expect(await firstFromShards({ ...oldest, order: 'newest' }, index, new Replay([]), read)).toHaveLength(1);
});

test('counts and the first page are there while the rest is still being loaded, and the same afterwards', async () => {
  const disk = new PowerLossDisk();
  const first = await inMemory(disk);
  await first.transact((tx) => {
    for (let n = 0; n < 1_200; n += 1) {
      const status = n % 3 === 0 ? 'pending' : 'approved';
      tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n, dateGmt: minute(n), status }));
    }
    return ok(null);
  });
  await first.compact();
  const change = (id: string, over: Partial<Comment>) =>
    first.transact((tx) => {
      const known = tx.get('comments', id);
      return ok(known && tx.put('comments', { ...known, ...over }));
    });
  await change('site-1/0', { status: 'approved' });
  await change('site-1/1199', { status: 'spam' });
  await change('site-1/3', { dateGmt: minute(5_000) });
  await first.transact((tx) => ok(tx.remove('comments', 'site-1/1198')));
  await first.close();

  const files = filesOn(disk);
  const gate = Promise.withResolvers<void>();
  const reads = new Map<string, number>();
  const readFile = (async (file: string, ...rest: []) => {
    const time = (reads.get(file) ?? 0) + 1;
    reads.set(file, time);
    if (file.endsWith('comments/000001.ndjson') && time === 1) await gate.promise;
    return files.readFile(file, ...rest);
  }) as typeof files.readFile;
  const library = await openedLibrary(FOLDER, { ...files, readFile });
  const wanted = { siteId: 'site-1', statuses: ['pending'], order: 'newest', offset: 0, limit: 50 } as const;
  const early = await library.commentPage(wanted);
  const oldest = await library.commentPage({ ...wanted, order: 'oldest', offset: 1 });
  expect(() => library.all('comments')).toThrow('still being loaded');
  expect(early.total).toBe(399);
  expect(early.comments.slice(0, 2).map(({ id }) => id)).toEqual(['site-1/3', 'site-1/1197']);
  expect(oldest.comments.slice(0, 2).map(({ id }) => id)).toEqual(['site-1/9', 'site-1/12']);
  expect(await library.counts('comments', null)).toEqual({ pending: 399, approved: 799, spam: 1 });
  gate.resolve();
  must(await library.loaded);
  expect(await library.commentPage(wanted)).toEqual(early);
  expect(await library.commentPage({ ...wanted, order: 'oldest', offset: 1 })).toEqual(oldest);
  expect(await library.counts('comments', 'site-1')).toEqual({ pending: 399, approved: 799, spam: 1 });
});

test('the first page of a damaged shard shows what is left of it, as it does afterwards', async () => {
  const folder = await tempFolder();
  const first = await openedLibrary(folder);
  const numbers = Array.from({ length: 60 }, (_, n) => n);
  const comments = numbers.map((n) => aComment({ id: `site-1/${n}`, remoteId: n + 1, dateGmt: minute(n) }));
  await first.transact((tx) => ok(comments.forEach((each) => void tx.put('comments', each))));
  await first.compact();
  await first.close();
  const file = path.join(folder, 'comments', '000000.ndjson');
  const text = await readFile(file, 'utf8');
  await writeFile(file, text.replace('"id":"site-1/3"', '"id":"site-1/3'));
  const library = await openedLibrary(folder);
  const wanted = { siteId: null, statuses: ['pending'], order: 'oldest', offset: 0, limit: 4 } as const;
  const early = await library.commentPage(wanted);
  expect(() => library.all('comments')).toThrow('still being loaded');
  expect(early.comments.map(({ id }) => id)).toEqual(['site-1/0', 'site-1/1', 'site-1/2', 'site-1/4']);
  must(await library.loaded);
  expect((await library.commentPage(wanted)).comments).toEqual(early.comments);
  expect(library.repairs).toMatchObject([{ what: 'shard', kept: 59, lost: 1 }]);
});
