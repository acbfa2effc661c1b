import { expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import { err, ok } from '../../../main/domain/result.ts';
import { openLibrary } from '../../../main/library/library.ts';
import type { RejectedRecord, SiteClient } from '../../../main/sites/site-client.ts';
import { pullSite } from '../../../main/sync/pull.ts';
import { aComment, anOperation, aPost, aSite, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import {
  anIdentity,
  aPage,
  aRemoteComment,
  aRemotePost,
  type ClientCall,
  scriptedClient,
} from '../../support/scripted-client.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { changedPost, PUBLISHED, TASKS, TOKEN } from './sending.ts';

const NOW = '2026-11-10T10:00:00.000Z';
const OFFLINE: AppError = { kind: 'offline', reason: 'no-network', host: 'bavnivlakove.example' };

/** A library with one site, and a site with one post and one comment unless the script says otherwise. */
async function pulling(script: Partial<SiteClient> = {}) {
  const folder = await tempFolder();
  const library = must(await openLibrary(folder));
  const site = aSite();
  await library.transact((tx) => ok(tx.put('sites', site)));
  const { client, calls } = scriptedClient({
    identify: async () => ok(anIdentity()),
    authorNames: async (ids) => ok(new Map(ids.map((id) => [id, `Автор ${id}`]))),
    listPosts: async () => ok(aPage([aRemotePost()])),
    listComments: async () => ok(aPage([aRemoteComment()])),
    ...script,
  });
  const abort = new AbortController();
  const progress: [string, number, number][] = [];
  const context = {
    ...{ library, client, clock: manualClock(NOW), site, signal: abort.signal },
    report: ({ what, done, total }: { what: string; done: number; total: number }) =>
      void progress.push([what, done, total]),
  };
  return {
    ...{ library, calls, abort, progress },
    pull: () => pullSite({ ...context, site: library.get('sites', site.id) ?? site }),
    reopened: async () => must(await openLibrary(folder)),
    site: () => library.get('sites', site.id),
    posts: () => library.all('posts').sort((a, b) => (a.remoteId ?? 0) - (b.remoteId ?? 0)),
    comments: () => library.all('comments').sort((a, b) => (a.remoteId ?? 0) - (b.remoteId ?? 0)),
  };
}

const names = (calls: ClientCall[]) => calls.map(([name]) => name);
const post = (remoteId: number) =>
  aRemotePost({ remoteId, authorId: remoteId % 3, fields: { ...PUBLISHED, title: `П ${remoteId}` } });
const comment = (remoteId: number) => aRemoteComment({ remoteId, raw: `К ${remoteId}` });
const rejected = (remoteId: string): RejectedRecord => ({
  what: 'post',
  remoteId,
  problem: 'title: expected string',
  source: `{"id":${remoteId}}`,
});

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

test('an empty or shorter listing deletes nothing', async () => {
  const { pull, library } = await pulling({
    listPosts: async () => ok(aPage([], { total: 0, pages: 0 })),
    listComments: async () => ok(aPage([], { total: 0, pages: 0 })),
  });
  await library.transact((tx) => {
    tx.put('posts', changedPost());
    tx.put('posts', aPost({ id: 'local' }));
    tx.put('comments', aComment());
    return ok(null);
  });
  const before = [library.all('posts'), library.all('comments')];
  must(await pull());
  expect([library.all('posts'), library.all('comments')]).toEqual(before);
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

test('words that exist only here stay; what changed on both sides is kept twice', async () => {
  const theirs = aRemotePost({
    fields: { ...PUBLISHED, body: '<p>Тяхно</p>' },
    token: { modifiedGmt: '2026-11-10T09:00:00Z', revisionId: 51 },
  });
  const { pull, library } = await pulling({ listPosts: async () => ok(aPage([theirs])) });
  await library.transact((tx) => ok(tx.put('posts', changedPost())));
  must(await pull());
  expect(library.all('posts')).toEqual([
    expect.objectContaining({
      fields: changedPost().fields,
      base: changedPost().base,
      conflict: { fields: theirs.fields, token: theirs.token, noticedAt: NOW },
    }),
  ]);
});

test.each(['queued', 'sending', 'sent-unconfirmed', 'failed'] as const)(
  'the half-made post of an upload that is %s is not taken for another one',
  async (state) => {
    const half = { ...PUBLISHED, slug: TASKS['create-post'].lookupSlug, status: 'draft' as const };
    const { pull, library, posts } = await pulling({
      listPosts: async () =>
        ok(
          aPage([
            aRemotePost({ remoteId: 31, fields: half }),
            aRemotePost({ remoteId: 32, fields: { ...half, slug: `${half.slug}-2` } }),
            aRemotePost({ remoteId: 33, fields: PUBLISHED }),
            aRemotePost({ remoteId: 34, fields: PUBLISHED }),
          ]),
        ),
    });
    await library.transact((tx) => {
      tx.put('posts', aPost());
      tx.put('operations', anOperation({ task: TASKS['create-post'], state }));
      const named = { ...TASKS['create-post'], lookupSlug: 'copydesk-2f', remoteId: 34 };
      tx.put('operations', anOperation({ id: 'op-2', task: named, state }));
      return ok(null);
    });
    must(await pull());
    expect(posts().map(({ remoteId }) => remoteId)).toEqual([null, 33]);
  },
);

test('once the upload is over its post is pulled like any other', async () => {
  const half = { ...PUBLISHED, slug: TASKS['create-post'].lookupSlug };
  const { pull, library, posts } = await pulling({
    listPosts: async () => ok(aPage([aRemotePost({ remoteId: 31, fields: half })])),
  });
  await library.transact((tx) =>
    ok(tx.put('operations', anOperation({ task: TASKS['create-post'], state: 'cancelled' }))),
  );
  must(await pull());
  expect(posts().map(({ remoteId }) => remoteId)).toEqual([31]);
});

test.each(['queued', 'sending', 'sent-unconfirmed', 'failed'] as const)(
  'a decision that is %s keeps its status here',
  async (state) => {
    const { pull, library } = await pulling();
    await library.transact((tx) => {
      tx.put('comments', aComment({ status: 'spam' }));
      tx.put('operations', anOperation({ state }));
      return ok(null);
    });
    must(await pull());
    expect(library.get('comments', 'site-1/7')).toMatchObject({ status: 'spam', baseStatus: 'pending' });
  },
);

test('a comment that someone decided elsewhere follows the site', async () => {
  const { pull, library } = await pulling({
    listComments: async () => ok(aPage([aRemoteComment({ status: 'trash' })])),
  });
  await library.transact((tx) => {
    tx.put('comments', aComment({ status: 'approved', baseStatus: 'approved' }));
    tx.put('operations', anOperation({ state: 'done' }));
    return ok(null);
  });
  must(await pull());
  expect(library.get('comments', 'site-1/7')).toMatchObject({ status: 'trash', baseStatus: 'trash' });
});

test('posts and comments with the same ids on another site are others', async () => {
  const { pull, library } = await pulling();
  await library.transact((tx) => {
    tx.put('posts', aPost({ id: 'other', siteId: 'site-2', remoteId: 5, fields: someFields() }));
    tx.put('comments', aComment({ id: 'site-2/7', siteId: 'site-2', status: 'spam' }));
    return ok(null);
  });
  must(await pull());
  expect(library.get('posts', 'other')?.fields).toEqual(someFields());
  expect(library.get('comments', 'site-2/7')?.status).toBe('spam');
  expect(library.all('posts')).toHaveLength(2);
});

test('a site that is disconnected meanwhile leaves nothing behind', async () => {
  const desk = await pulling({
    listPosts: async () => {
      await desk.library.transact((tx) => ok(tx.remove('sites', 'site-1')));
      return ok(aPage([aRemotePost()], { rejected: [rejected('9')] }));
    },
  });
  expect(await desk.pull()).toEqual(err({ kind: 'not-found', what: 'site', id: 'site-1' }));
  expect(names(desk.calls)).not.toContain('listComments');
  expect(desk.library.all('sites')).toEqual([]);
  expect(desk.library.all('posts')).toEqual([]);
  expect(desk.library.all('comments')).toEqual([]);
  expect(desk.library.all('setAside')).toEqual([]);
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
