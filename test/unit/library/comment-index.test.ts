import { expect, test } from 'vitest';
import type { Comment, CommentStatus } from '../../../main/domain/comment.ts';
import { ok } from '../../../main/domain/result.ts';
import type { CommentPageQuery, Library } from '../../../main/library/library.ts';
import { aComment, aPost } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { fc, forAll } from '../../support/property.ts';
import { inMemory } from '../../support/small-library.ts';

const STATUSES: CommentStatus[] = ['pending', 'approved', 'spam', 'trash'];
const SITES = ['a', 'b'];
const EMAILS = ['', 'ana@poshta.example', 'ivo@poshta.example'];
const NAMES = ['Ана', 'Иво'];

const comment: fc.Arbitrary<Comment> = fc
  .record({
    n: fc.nat(400),
    remoteId: fc.option(fc.nat(20), { nil: null }),
    siteId: fc.constantFrom(...SITES),
    postRemoteId: fc.nat(2),
    status: fc.constantFrom(...STATUSES),
    // So few that many have the same.
    dateGmt: fc.nat(9).map((day) => `2026-11-1${day}T08:00:00Z`),
    email: fc.constantFrom(...EMAILS),
    name: fc.constantFrom(...NAMES),
  })
  .map(({ n, email, name, ...over }) =>
    aComment({ ...over, id: `comment-${n}`, author: { ...aComment().author, email, name } }),
  );

/** Each is one transaction; the large ones change the index in another way. */
const transactions = fc.array(
  fc.record({
    put: fc.oneof(
      { weight: 5, arbitrary: fc.array(comment, { maxLength: 4 }) },
      fc.array(comment, { minLength: 300, maxLength: 400 }),
    ),
    // Of what is there by then, in any order: what most changes are.
    decide: fc.array(fc.tuple(fc.nat(400), fc.constantFrom(...STATUSES)), { maxLength: 6 }),
    remove: fc.array(
      fc.nat(400).map((n) => `comment-${n}`),
      { maxLength: 3 },
    ),
    // What nobody looks at is followed together with what comes after it.
    isLookedAt: fc.boolean(),
  }),
  { maxLength: 8 },
);

const lists: CommentPageQuery[] = [...SITES, null].flatMap((siteId) =>
  [['pending', 'approved'] as const, ['spam'] as const].flatMap((statuses) =>
    (['newest', 'oldest'] as const).flatMap((order) => [
      { siteId, statuses, order, offset: 0, limit: 5 },
      { siteId, statuses, order, offset: 3, limit: 100 },
    ]),
  ),
);

/** A page by looking at everything. */
function naivePage(all: readonly Comment[], query: CommentPageQuery): string[] {
  const { siteId, statuses, order, offset, limit } = query;
  const key = ({ dateGmt, remoteId, id }: Comment) => `${dateGmt} ${String(remoteId).padStart(3)} ${id}`;
  const sorted = all
    .filter((each) => each.remoteId !== null && (siteId === null || each.siteId === siteId))
    .filter(({ status }) => statuses.includes(status))
    .sort((a, b) => (key(a) < key(b) ? -1 : 1));
  if (order === 'newest') sorted.reverse();
  return idsOf(sorted.slice(offset, offset + limit));
}

const idsOf = (comments: readonly Comment[]): string[] => comments.map(({ id }) => id);

async function expectAsNaive(library: Library): Promise<void> {
  const all = library.all('comments');
  for (const list of lists) {
    expect(idsOf((await library.commentPage(list)).comments)).toEqual(naivePage(all, list));
  }
  for (const siteId of SITES) {
    for (const post of [0, 1, 2]) {
      const found = library.commentsUnder(siteId, post);
      const wanted = all.filter((each) => each.siteId === siteId && each.postRemoteId === post);
      expect(new Set(found)).toEqual(new Set(wanted));
      expect(found).toHaveLength(wanted.length);
    }
    for (const email of EMAILS) {
      for (const name of NAMES) {
        const found = library.commentsBy({ siteId, author: { email, name } });
        const isTheirs = ({ author }: Comment) =>
          email === '' ? author.name === name : author.email === email;
        const wanted = all.filter((each) => each.siteId === siteId && isTheirs(each));
        expect(new Set(found)).toEqual(new Set(wanted));
        expect(found).toHaveLength(wanted.length);
      }
    }
  }
}

test('lists, threads and people are what looking at everything finds, whatever changes', async () => {
  await forAll(
    transactions,
    async (works) => {
      const library = await inMemory(new PowerLossDisk());
      for (const { put, decide, remove, isLookedAt } of works) {
        must(
          await library.transact((tx) => {
            for (const each of put) tx.put('comments', each);
            const there = tx.all('comments');
            for (const [n, status] of there.length === 0 ? [] : decide) {
              const { id } = there[n % there.length] ?? aComment();
              const known = tx.get('comments', id);
              if (known) tx.put('comments', { ...known, status });
            }
            for (const id of remove) tx.remove('comments', id);
            return ok(null);
          }),
        );
        if (isLookedAt) await expectAsNaive(library);
      }
      await expectAsNaive(library);
    },
    40,
  );
});

test('what changes while the index is built of thousands is in it, too', async () => {
  const disk = new PowerLossDisk();
  const first = await inMemory(disk);
  await first.transact((tx) => {
    for (let n = 0; n < 5_000; n += 1) {
      const dateGmt = new Date(Date.UTC(2026, 0, 1) + ((n * 7919) % 5_000) * 60_000).toISOString();
      tx.put(
        'comments',
        aComment({ id: `many-${n}`, siteId: 'a', remoteId: n, postRemoteId: n % 3, dateGmt }),
      );
    }
    return ok(null);
  });
  await first.close();
  const library = await inMemory(disk);
  must(await library.loaded);
  // Asked for in the same moment: the index is begun, and the change is written before it is done.
  const changed = library.transact((tx) => {
    tx.remove('comments', 'many-17');
    tx.put('comments', aComment({ id: 'many-18', siteId: 'b', remoteId: 18, status: 'spam' }));
    return ok(null);
  });
  expect(library.commentsUnder('a', 1).length).toBe(1_667);
  must(await changed);
  await expectAsNaive(library);
});

test('a post is found by its number on its site, also after it has got one', async () => {
  const library = await inMemory(new PowerLossDisk());
  await library.transact((tx) => ok(tx.put('posts', aPost({ id: 'p', siteId: 'a', remoteId: null }))));
  expect(library.postAt('a', 7)).toBeUndefined();
  await library.transact((tx) => ok(tx.put('posts', aPost({ id: 'p', siteId: 'a', remoteId: 7 }))));
  expect(library.postAt('a', 7)).toBe(library.get('posts', 'p'));
  expect(library.postAt('b', 7)).toBeUndefined();
  await library.transact((tx) =>
    ok(tx.put('posts', aPost({ id: 'p', siteId: 'a', remoteId: 7, revision: 2 }))),
  );
  expect(library.postAt('a', 7)?.revision).toBe(2);
  await library.transact((tx) => ok(tx.remove('posts', 'p')));
  expect(library.postAt('a', 7)).toBeUndefined();
});
