import { expect, test } from 'vitest';
import type { Post, PostFields } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import type { Capabilities } from '../../../main/domain/site.ts';
import { PostService } from '../../../main/services/posts.ts';
import { RevisionService } from '../../../main/services/revisions.ts';
import { aPost, aRevision, aSite, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const TOKEN = { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: 50 };

/** WordPress's roles by what they may do with posts. */
const ROLES = {
  administrator: {},
  editor: { unfilteredHtml: false },
  author: { editOthersPosts: false, unfilteredHtml: false },
  contributor: { editOthersPosts: false, publishPosts: false, editPublishedPosts: false },
  subscriber: {
    ...{ writePosts: false, editOthersPosts: false, publishPosts: false, editPublishedPosts: false },
  },
} satisfies Record<string, Partial<Capabilities>>;
type Role = keyof typeof ROLES;

const NONE: Capabilities = { ...aSite().user.capabilities, ...ROLES.subscriber };

async function writingAs(role: Role, post: Post) {
  const library = await openedLibrary(await tempFolder());
  const { user, ...site } = aSite();
  await library.transact((tx) => {
    tx.put('sites', { ...site, user: { ...user, capabilities: { ...user.capabilities, ...ROLES[role] } } });
    tx.put('posts', post);
    return ok(null);
  });
  return { library, posts: new PostService(library, manualClock()) };
}

/** A post on the site, by us (user 1) or by someone else. */
const there = (status: PostFields['status'], authorId = 1, editable = true): Post => {
  const fields = someFields({ slug: 'kafe', status });
  return aPost({
    ...{ remoteId: 5, fields, base: { fields, token: TOKEN } },
    remote: {
      ...{ link: '', dateGmt: '2026-11-09T09:00:00Z', authorName: '', rendered: '' },
      ...{ authorId, commentsOpen: true, editable },
    },
  });
};

const BOTH = ['draft', 'publish'];
const REVIEW = ['draft', 'pending'];
const UPDATE = ['publish'];

test.each<[Role, string, Post, string[], boolean]>([
  ['administrator', 'a new draft', aPost(), BOTH, true],
  ['author', 'a new draft', aPost(), BOTH, true],
  ['contributor', 'a new draft', aPost(), REVIEW, true],
  ['subscriber', 'a new draft', aPost(), [], true],
  ['administrator', 'a draft for no site', aPost({ siteId: null }), [], true],
  ['editor', 'a draft of someone else', there('draft', 2), BOTH, true],
  ['author', 'a draft of someone else', there('draft', 2), [], false],
  ['author', 'their own draft', there('draft'), BOTH, true],
  ['contributor', 'their own draft', there('draft'), REVIEW, true],
  ['contributor', 'their own post for review', there('pending'), REVIEW, true],
  ['administrator', 'a published post', there('publish', 2), UPDATE, true],
  ['author', 'their own published post', there('publish'), UPDATE, true],
  ['contributor', 'their own published post', there('publish'), [], false],
  ['author', 'a published post of someone else', there('publish', 2), [], false],
  ['editor', 'a private post', there('private', 2), UPDATE, true],
  ['editor', 'a scheduled post', there('future', 2), UPDATE, true],
  ['contributor', 'their own scheduled post', there('future'), [], false],
  ['administrator', 'a post in a state that we do not know', there('draft', 1, false), [], false],
])('%s, %s', async (role, _name, post, sendable, editable) => {
  const { posts, library } = await writingAs(role, post);
  const detail = must(await posts.get({ postId: post.id }));
  expect([detail.sendable, detail.editable]).toEqual([sendable, editable]);
  for (const status of ['draft', 'pending', 'publish'] as const) {
    const sent = await posts.send({ postId: post.id, expectedRevision: 1, status });
    if (sendable.includes(status)) {
      must(sent);
      await library.transact((tx) => {
        for (const { id } of tx.all('operations')) tx.remove('operations', id);
        return ok(tx.put('posts', post));
      });
    } else {
      expect(sent).toMatchObject({ ok: false, error: { kind: 'forbidden', code: 'not_sendable' } });
      expect(library.all('operations')).toEqual([]);
      expect(library.get('posts', post.id)).toEqual(post);
    }
  }
});

test.each(['private', 'future'] as const)('updating a post that is %s leaves it so', async (status) => {
  const { posts, library } = await writingAs('administrator', there(status));
  const detail = must(await posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  expect(detail.status).toBe(status);
  expect(library.all('operations')[0]?.task).toMatchObject({ kind: 'update-post', fields: { status } });
});

test('a new post gets its slug before the first byte leaves, and a slug of its own to be found by', async () => {
  const { posts, library } = await writingAs(
    'author',
    aPost({ fields: someFields({ title: 'Ягода и щъркел' }) }),
  );
  must(await posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  const [operation] = library.all('operations');
  expect(operation).toMatchObject({ state: 'queued', attempts: 0, sequence: 1 });
  expect(operation?.task).toMatchObject({
    ...{ kind: 'create-post', postId: 'post-1', revision: 1, remoteId: null },
    fields: { slug: 'yagoda-i-shtarkel', status: 'publish' },
    lookupSlug: expect.stringMatching(/^copydesk-/),
  });
  expect(must(await posts.get({ postId: 'post-1' }))).toMatchObject({
    ...{ sync: 'waiting', status: 'draft', becomes: 'publish' },
  });
});

test('pressing the button twice, or again after more typing, makes one upload with the newest words', async () => {
  const { posts, library } = await writingAs('author', aPost());
  const send = (expectedRevision: number) =>
    posts.send({ postId: 'post-1', expectedRevision, status: 'publish' });
  await Promise.all([send(1), send(1)]);
  must(await posts.save({ postId: 'post-1', expectedRevision: 1, title: 'Ново', body: '' }));
  expect(await send(1)).toMatchObject({ ok: false, error: { kind: 'stale-write', actual: 2 } });
  must(await send(2));
  expect(library.all('operations')).toHaveLength(1);
  expect(library.all('operations')[0]?.task).toMatchObject({ revision: 2, fields: { title: 'Ново' } });
});

test('with an open conflict nothing is sent', async () => {
  const theirs = someFields({ title: 'Тяхно', status: 'publish' });
  const conflict = { fields: theirs, token: TOKEN, noticedAt: '2026-11-10T09:00:00Z' };
  const { posts, library } = await writingAs('administrator', { ...there('publish'), conflict });
  expect(await posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' })).toEqual({
    ok: false,
    error: { kind: 'conflict', what: 'post', id: 'post-1' },
  });
  expect(library.all('operations')).toEqual([]);
});

const mine = someFields({ title: 'Мое', slug: 'kafe', status: 'publish' });
const theirs = someFields({ title: 'Тяхно', slug: 'kafe-2', status: 'publish' });
const disputed: Post = {
  ...there('publish'),
  fields: mine,
  revision: 3,
  conflict: { fields: theirs, token: { ...TOKEN, revisionId: 51 }, noticedAt: '2026-11-10T09:00:00Z' },
};

test.each(['mine', 'theirs'] as const)('keeping %s keeps the other words as a draft', async (keep) => {
  const { posts, library } = await writingAs('administrator', disputed);
  const { post, keptAs } = must(await posts.resolveConflict({ postId: 'post-1', keep }));
  const [winner, loser] = keep === 'mine' ? [mine, theirs] : [theirs, mine];
  expect(post).toMatchObject({ conflict: null, revision: 4, sync: keep === 'mine' ? 'changed' : 'same' });
  expect(library.get('posts', 'post-1')).toMatchObject({
    fields: { title: winner.title, slug: 'kafe-2', body: winner.body },
    base: { fields: theirs, token: { revisionId: 51 } },
  });
  expect(library.get('posts', keptAs)).toMatchObject({
    ...{ siteId: 'site-1', remoteId: null, base: null, conflict: null },
    fields: { title: loser.title, body: loser.body, slug: '', status: 'draft' },
  });
  expect(library.all('posts')).toHaveLength(2);
  const { rows } = must(await posts.list({ siteId: null, filter: 'all', offset: 0, limit: 9 }));
  const [kept, other] = [rows.find(({ id }) => id === keptAs), rows.find(({ id }) => id === 'post-1')];
  const from = { postId: 'post-1', side: keep === 'mine' ? 'theirs' : 'mine' };
  expect(kept?.setAsideFrom).toEqual({
    ...from,
    at: keep === 'mine' ? TOKEN.modifiedGmt : disputed.editedAt,
  });
  expect(other?.setAsideFrom).toBeNull();
  expect(must(await posts.get({ postId: keptAs })).setAsideTitle).toBe(winner.title);
});

test('after keeping mine the next upload replaces theirs knowingly', async () => {
  const { posts, library } = await writingAs('administrator', disputed);
  must(await posts.resolveConflict({ postId: 'post-1', keep: 'mine' }));
  must(await posts.send({ postId: 'post-1', expectedRevision: 4, status: 'publish' }));
  expect(library.all('operations')[0]?.task).toMatchObject({
    kind: 'update-post',
    fields: { title: 'Мое', slug: 'kafe-2' },
  });
});

test('where there is no conflict there is nothing to choose', async () => {
  const { posts, library } = await writingAs('administrator', there('publish'));
  expect(await posts.resolveConflict({ postId: 'post-1', keep: 'theirs' })).toMatchObject({ ok: false });
  expect(library.all('posts')).toEqual([there('publish')]);
});

test('rights that go just before are gone, also while that is still being written', async () => {
  const { library, posts } = await writingAs('administrator', there('draft', 2));
  const service = new RevisionService(library, manualClock());
  await library.transact((tx) => ok(tx.put('revisions', aRevision())));
  const leave = () =>
    library.transact((tx) => {
      const { user, ...site } = tx.get('sites', 'site-1') ?? aSite();
      return ok(tx.put('sites', { ...site, user: { ...user, capabilities: NONE } }));
    });
  const [, sent, restored] = await Promise.all([
    leave(),
    posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }),
    service.restore({ revisionId: 'revision-1', expectedRevision: 1 }),
  ]);
  expect(sent).toMatchObject({ ok: false, error: { kind: 'forbidden' } });
  expect(restored).toMatchObject({ ok: false, error: { kind: 'validation', reason: 'read-only' } });
  expect(library.all('operations')).toEqual([]);
});
