import { expect, test } from 'vitest';
import { NO_VERSION, type Post } from '../../../main/domain/post.ts';
import { err, ok } from '../../../main/domain/result.ts';
import { aComment, anOperation, aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { aPage, aRemoteComment, aRemotePost } from '../../support/scripted-client.ts';
import { NOW, names, pulling, rejected } from './pulling.ts';
import { changedPost, PUBLISHED, TASKS } from './sending.ts';

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
  const { fields } = changedPost();
  expect(library.all('revisions')).toMatchObject([{ kind: 'conflict', fields, at: NOW }]);
  must(await pull());
  expect(library.all('revisions')).toHaveLength(1);
});

test('a version that the site replaces is kept; what comes for the first time, or again, replaces none', async () => {
  const first = aRemotePost();
  const second = aRemotePost({
    fields: { ...first.fields, body: '<p>Ново</p>' },
    token: { modifiedGmt: '2026-11-10T09:00:00Z', revisionId: 51 },
  });
  const listings = [first, first, second, second];
  const { pull, library } = await pulling({
    listPosts: async () => ok(aPage(listings.splice(0, 1))),
  });
  const kept = [];
  for (const _ of [1, 2, 3, 4]) {
    must(await pull());
    kept.push(library.all('revisions').map(({ kind, fields }) => [kind, fields]));
  }
  const replaced = ['pulled', first.fields];
  expect(kept).toEqual([[], [], [replaced], [replaced]]);
});

/** A post as on its site, saved three times, and what a pull keeps of it when the site has this by now. */
async function keptOf(over: Partial<Post>, body: string) {
  const base = { fields: PUBLISHED, token: { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: 50 } };
  const remote = aRemotePost({
    fields: { ...PUBLISHED, body },
    token: { modifiedGmt: '2026-11-10T09:00:00Z', revisionId: 51 },
  });
  const { pull, library } = await pulling({ listPosts: async () => ok(aPage([remote])) });
  const post = aPost({ remoteId: remote.remoteId, fields: PUBLISHED, base, revision: 3, ...over });
  await library.transact((tx) => ok(tx.put('posts', post)));
  must(await pull());
  expect(library.get('posts', post.id)).toMatchObject({ revision: 4, fields: { body } });
  return library.all('revisions');
}

test('a version that the site replaces has the number at which the post had its words', async () => {
  expect(await keptOf({}, '<p>Ново</p>')).toMatchObject([{ kind: 'pulled', postRevision: 3 }]);
});

test.each([
  ['longer', `${PUBLISHED.body} Дописано.`, 0],
  ['shorter', 'Изтрито', 1],
])(
  'of a post that is not trusted the text is kept only if it is no rest of what is there: that is %s',
  async (_how, body, count) => {
    const base = { fields: PUBLISHED, token: NO_VERSION };
    expect(await keptOf({ base }, body)).toHaveLength(count);
  },
);

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
