import { expect, test } from 'vitest';
import { err, ok } from '../../../main/domain/result.ts';
import type { SiteClient } from '../../../main/sites/site-client.ts';
import { aComment, aSite } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { anIdentity, aPage, aRemoteComment, aRemotePost } from '../../support/scripted-client.ts';
import { comment, NOW, names, OFFLINE, post, pulling, rejected } from './pulling.ts';
import { changedPost, PUBLISHED, TOKEN } from './sending.ts';

test('everything arrives: who we are, posts with their authors, comments, and when', async () => {
  const { pull, site, posts, comments, reopened, calls } = await pulling({
    identify: async () => ok(anIdentity({ title: 'Нов надпис', timeZone: '+02:00' })),
  });
  must(await pull());
  expect(names(calls)).toEqual(['identify', 'listPosts', 'authorNames', 'listComments']);
  expect(site()).toMatchObject({ title: 'Нов надпис', timeZone: '+02:00', pulledAt: NOW });
  expect(posts()).toEqual([
    expect.objectContaining({
      ...{ siteId: 'site-1', remoteId: 5, fields: PUBLISHED, base: { fields: PUBLISHED, token: TOKEN } },
      remote: expect.objectContaining({ authorName: 'Автор 1' }),
    }),
  ]);
  expect(comments()).toEqual([aComment()]);
  const again = await reopened();
  expect(again.all('posts')).toEqual(posts());
  expect(again.all('comments')).toEqual(comments());
});

test('listings are walked to their end, each page on disk before the next is asked for', async () => {
  const onDisk: number[] = [];
  const desk = await pulling({
    listPosts: async (page) => {
      onDisk.push((await desk.reopened()).all('posts').length);
      return ok(aPage([post(page * 2), post(page * 2 + 1)], { total: 6, pages: 3 }));
    },
    listComments: async (page) => ok(aPage([comment(page)], { total: 2, pages: 2 })),
  });
  must(await desk.pull());
  expect(onDisk).toEqual([0, 2, 4]);
  expect(desk.calls.filter(([name]) => name.startsWith('list'))).toEqual([
    ...[1, 2, 3].map((page) => ['listPosts', page]),
    ...[1, 2].map((page) => ['listComments', page]),
  ]);
  expect(desk.progress).toEqual([
    ['posts', 2, 6],
    ['posts', 4, 6],
    ['posts', 6, 6],
    ['comments', 1, 2],
    ['comments', 2, 2],
  ]);
});

test('authors are asked for once each; where we may not ask, they stay unnamed', async () => {
  const asked: number[][] = [];
  const { pull, posts } = await pulling({
    listPosts: async (page) => ok(aPage([post(page * 2), post(page * 2 + 1)], { pages: 3 })),
    authorNames: async (ids) => {
      asked.push([...ids]);
      return ok(new Map([[2, 'Асен']]));
    },
  });
  must(await pull());
  expect(asked).toEqual([[2, 0], [1]]);
  expect(posts().map(({ remote }) => remote?.authorName)).toEqual(['Асен', '', '', 'Асен', '', '']);
});

test('a bad record is set aside, the page goes on, and the next pull starts afresh', async () => {
  let bad = [rejected('9'), rejected('10')];
  const { pull, library, posts } = await pulling({
    listPosts: async () => ok(aPage([aRemotePost()], { rejected: bad })),
    listComments: async () =>
      ok(aPage([aRemoteComment()], { rejected: bad.map((each) => ({ ...each, what: 'comment' as const })) })),
  });
  await library.transact((tx) =>
    ok(tx.put('setAside', { ...rejected('1'), id: 'other/0', siteId: 'other' })),
  );
  must(await pull());
  const aside = () => library.all('setAside').map(({ siteId, what, remoteId }) => [siteId, what, remoteId]);
  expect(posts()).toHaveLength(1);
  expect(aside()).toEqual([
    ['other', 'post', '1'],
    ['site-1', 'post', '9'],
    ['site-1', 'post', '10'],
    ['site-1', 'comment', '9'],
    ['site-1', 'comment', '10'],
  ]);
  bad = [];
  must(await pull());
  expect(aside()).toEqual([['other', 'post', '1']]);
});

test.each<[string, Partial<SiteClient>, string[]]>([
  ['who we are', { identify: async () => err(OFFLINE) }, []],
  ['posts', { listPosts: async () => err(OFFLINE) }, []],
  ['authors', { authorNames: async () => err(OFFLINE) }, []],
  ['comments', { listComments: async () => err(OFFLINE) }, ['posts']],
])('a failure at %s changes nothing that is here, and is told', async (_name, script, arrived) => {
  const { pull, site, posts, library } = await pulling(script);
  await library.transact((tx) => {
    tx.put('posts', changedPost({ id: 'mine', remoteId: 6 }));
    tx.put('comments', aComment());
    tx.put('setAside', { ...rejected('1'), id: 'site-1/0', siteId: 'site-1' });
    return ok(null);
  });
  expect(await pull()).toEqual(err(OFFLINE));
  expect(site()).toEqual(aSite());
  expect(posts().map(({ remoteId }) => remoteId)).toEqual(arrived.length > 0 ? [5, 6] : [6]);
  expect(library.get('posts', 'mine')).toEqual(changedPost({ id: 'mine', remoteId: 6 }));
  expect(library.all('comments')).toEqual([aComment()]);
  expect(library.all('setAside')).toHaveLength(1);
});

test('a page that fails in the middle keeps what arrived before it', async () => {
  const { pull, posts, site } = await pulling({
    listPosts: async (page) => (page === 2 ? err(OFFLINE) : ok(aPage([post(page)], { pages: 3 }))),
  });
  expect(await pull()).toEqual(err(OFFLINE));
  expect(posts()).toHaveLength(1);
  expect(site()?.pulledAt).toBeNull();
});

test('stopping between two pages keeps what arrived, asks nothing more, and is no failure', async () => {
  const desk = await pulling({
    listPosts: async (page) => {
      if (page === 2) desk.abort.abort();
      return ok(aPage([post(page)], { pages: 9, rejected: [rejected('9')] }));
    },
  });
  must(await desk.pull());
  expect(names(desk.calls).filter((name) => name.startsWith('list'))).toEqual(['listPosts', 'listPosts']);
  expect(desk.posts()).toHaveLength(2);
  expect(desk.site()?.pulledAt).toBeNull();
  expect(desk.library.all('setAside')).toEqual([]);
});

test('rows that shift while paging are met twice and stored once', async () => {
  const { pull, posts } = await pulling({
    listPosts: async (page) =>
      ok(aPage(page === 1 ? [post(3), post(2)] : [post(2), post(1)], { total: 4, pages: 2 })),
  });
  must(await pull());
  expect(posts().map(({ remoteId }) => remoteId)).toEqual([1, 2, 3]);
});

test('a second pull of the same writes nothing but its time', async () => {
  const { pull, library, posts } = await pulling();
  must(await pull());
  const [before, revision] = [posts(), library.revision];
  const touched: string[] = [];
  library.onCommit(({ collections }) => touched.push(...collections));
  must(await pull());
  expect(posts()).toEqual(before);
  expect(library.revision).toBe(revision + 1);
  expect(touched).toEqual(['sites']);
});

test('a password that works again is noted', async () => {
  const { pull, library, site } = await pulling();
  await library.transact((tx) => ok(tx.put('sites', aSite({ needsPassword: true }))));
  must(await pull());
  expect(site()?.needsPassword).toBe(false);
});

test('a site that repeats its page for ever is left, and what it had is here', async () => {
  const { pull, comments, site, calls } = await pulling({
    listComments: async () => ok(aPage([comment(7), comment(8)], { total: 1_000_000, pages: 10_000 })),
  });
  must(await pull());
  expect(comments()).toHaveLength(2);
  expect(site()?.pulledAt).toBe(NOW);
  expect(calls.filter(([name]) => name === 'listComments')).toHaveLength(21);
});

test('pages full of what we may not see are passed over', async () => {
  const { pull, posts } = await pulling({
    listPosts: async (page) => ok(aPage(page === 15 ? [post(5)] : [], { total: 1500, pages: 15 })),
  });
  must(await pull());
  expect(posts()).toHaveLength(1);
});
