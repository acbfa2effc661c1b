import path from 'node:path';
import { expect, test } from 'vitest';
import type { Post } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import { threadOf } from '../../../main/services/comment-views.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aComment, anOperation, aPost, aSite, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { known, PUBLISHED, remote, TOKEN, writing } from './writing.ts';

const nothing = { ok: false, error: { kind: 'not-found', what: 'post', id: 'unknown' } };
const words = { postId: 'post-1', expectedRevision: 1, title: 'Ново', body: '<p>Ново</p>' };

test('a new draft is empty, on disk, and for a site or none', async () => {
  const { posts, reopened } = await writing();
  const forNone = must(await posts.create({ siteId: null }));
  const forSite = must(await posts.create({ siteId: 'site-1' }));
  expect(forNone).toMatchObject({ siteId: null, status: 'draft', sync: 'local', revision: 1, sendable: [] });
  expect(forSite).toMatchObject({ siteId: 'site-1', sendable: ['draft', 'publish'], editable: true });
  expect(forNone.fields).toEqual({ title: '', body: '', excerpt: '', slug: '', status: 'draft' });
  const ids = (await reopened()).all('posts').map(({ id }) => id);
  expect(ids.sort()).toEqual([forNone.id, forSite.id].sort());
  expect(await posts.create({ siteId: 'unknown' })).toMatchObject({
    ok: false,
    error: { kind: 'not-found', what: 'site', id: 'unknown' },
  });
});

test('words are on disk when they are said to be saved', async () => {
  const { posts, clock, reopened } = await writing([aPost()]);
  clock.advance(5_000);
  expect(must(await posts.save(words))).toEqual({
    ...{ revision: 2, savedAt: '2026-11-10T10:00:05.000Z', sync: 'local' },
  });
  expect((await reopened()).get('posts', 'post-1')).toMatchObject({
    fields: { title: 'Ново', body: '<p>Ново</p>', slug: '', status: 'draft' },
    ...{ revision: 2, editedAt: '2026-11-10T10:00:05.000Z' },
  });
});

test('words that the disk did not take are not said to be saved, and the old ones stay', async () => {
  const disk = breakableFiles();
  const { posts, post, folder, reopened } = await writing([aPost()], {}, disk.files);
  disk.fail();
  expect(await posts.save(words)).toEqual({
    ok: false,
    error: { kind: 'storage', reason: 'full', file: path.join(folder, 'library.json') },
  });
  expect(post()).toEqual(aPost());
  expect((await reopened()).get('posts', 'post-1')).toEqual(aPost());
  disk.heal();
  expect(must(await posts.save(words)).revision).toBe(2);
});

test('saving what is already there makes no new revision and no commit', async () => {
  const { posts, library } = await writing([aPost()]);
  const { title, body } = someFields();
  const before = library.revision;
  expect(must(await posts.save({ ...words, title, body }))).toMatchObject({ revision: 1 });
  expect(library.revision).toBe(before);
});

test('words on top of an older revision are refused, with both numbers, and nothing is lost', async () => {
  const { posts, post } = await writing([aPost({ revision: 4 })]);
  for (const expectedRevision of [3, 5, 0]) {
    expect(await posts.save({ ...words, expectedRevision })).toEqual({
      ok: false,
      error: { kind: 'stale-write', expected: expectedRevision, actual: 4 },
    });
  }
  expect(post()).toEqual(aPost({ revision: 4 }));
});

test('of two saves at once on one revision the second is refused', async () => {
  const { posts, post } = await writing([aPost()]);
  const [first, second] = await Promise.all([posts.save(words), posts.save({ ...words, title: 'Друго' })]);
  expect(must(first).revision).toBe(2);
  expect(second).toMatchObject({ ok: false, error: { kind: 'stale-write', actual: 2 } });
  expect(post()?.fields.title).toBe('Ново');
});

test('halves of letters, which no file or site can hold, are replaced at once', async () => {
  const { posts, post, reopened } = await writing([aPost()]);
  must(await posts.save({ ...words, title: 'a\ud83d', body: '\udc4d👍' }));
  expect(post()?.fields).toMatchObject({ title: 'a\ufffd', body: '\ufffd👍' });
  expect((await reopened()).get('posts', 'post-1')).toEqual(post());
});

test.each<[string, Post, string]>([
  ['a draft that no site has', aPost(), 'local'],
  ['a post as it is there', known(), 'changed'],
  ['a post that is being sent', aPost({ id: 'post-1' }), 'waiting'],
])('the answer of saving tells how it stands: %s', async (_name, post, sync) => {
  const { posts, library } = await writing([post]);
  if (sync === 'waiting') {
    const task = { kind: 'update-post', postId: 'post-1', revision: 1, fields: PUBLISHED } as const;
    await library.transact((tx) => ok(tx.put('operations', anOperation({ task }))));
  }
  expect(must(await posts.save(words)).sync).toBe(sync);
});

test('a draft for no site gets one, once', async () => {
  const { posts, post } = await writing([aPost({ siteId: null })]);
  const assign = (siteId: string) => posts.assignSite({ postId: 'post-1', siteId });
  expect(await assign('unknown')).toMatchObject({ ok: false, error: { kind: 'not-found', what: 'site' } });
  expect(must(await assign('site-1'))).toMatchObject({ siteId: 'site-1', sendable: ['draft', 'publish'] });
  expect(await assign('site-1')).toMatchObject({ ok: false, error: { reason: 'read-only' } });
  expect(post()?.siteId).toBe('site-1');
});

test('nobody knows a post that is not here', async () => {
  const { posts } = await writing();
  const postId = 'unknown';
  expect(await posts.get({ postId })).toEqual(nothing);
  expect(await posts.save({ ...words, postId })).toEqual(nothing);
  expect(await posts.assignSite({ postId, siteId: 'site-1' })).toEqual(nothing);
  expect(await posts.send({ postId, expectedRevision: 1, status: 'draft' })).toEqual(nothing);
  expect(await posts.resolveConflict({ postId, keep: 'mine' })).toEqual(nothing);
  expect(await posts.remove({ postId })).toEqual(nothing);
  expect(await posts.restore({ postId })).toEqual(nothing);
});

test('lists: by site and kind, newest first, by page', async () => {
  const at = (day: number) => `2026-11-0${day}T08:00:00.000Z`;
  const of = (id: string, status: Post['fields']['status'], day: number, siteId = 'site-1') =>
    aPost({ id, siteId, fields: someFields({ status }), editedAt: at(day) });
  const there = (id: string, status: Post['fields']['status'], day: number) => {
    const fields = { ...PUBLISHED, status };
    const base = { fields, token: TOKEN };
    return known({ id, fields, base, remote: remote({ dateGmt: at(day) }), editedAt: at(9) });
  };
  const { posts } = await writing([
    ...[of('draft', 'draft', 3), of('review', 'pending', 5), of('removed', 'trash', 8)],
    ...[there('public', 'publish', 4), there('closed', 'private', 2), there('planned', 'future', 6)],
    of('elsewhere', 'draft', 7, 'site-2'),
  ]);
  const ids = async (
    filter: 'all' | 'drafts' | 'scheduled' | 'published',
    siteId: string | null,
    offset = 0,
  ) => must(await posts.list({ siteId, filter, offset, limit: 3 })).rows.map(({ id }) => id);
  expect(await ids('all', null)).toEqual(['elsewhere', 'planned', 'review']);
  expect(await ids('all', null, 3)).toEqual(['public', 'draft', 'closed']);
  expect(await ids('all', null, 6)).toEqual([]);
  expect(await ids('drafts', 'site-1')).toEqual(['review', 'draft']);
  expect(await ids('scheduled', 'site-1')).toEqual(['planned']);
  expect(await ids('published', 'site-1')).toEqual(['public', 'closed']);
  expect(must(await posts.counts({ siteId: 'site-1' }))).toEqual({
    ...{ all: 5, drafts: 2, scheduled: 1, published: 2 },
  });
  expect(must(await posts.list({ siteId: null, filter: 'all', offset: 0, limit: 1 })).total).toBe(6);
});

test('a detail counts what its thread holds', async () => {
  const { posts, library } = await writing([known(), aPost({ id: 'draft' })]);
  const comments = [
    aComment({ id: 'site-1/1', remoteId: 1, status: 'approved' }),
    aComment({ id: 'site-1/2', remoteId: 2, status: 'approved', type: 'pingback' }),
    aComment({ id: 'site-1/3', remoteId: 3, status: 'pending' }),
    aComment({ id: 'site-1/4', remoteId: 4, status: 'approved', postRemoteId: 6 }),
    aComment({ id: 'site-1/6', remoteId: 6, status: 'spam' }),
    aComment({ id: 'local/7', remoteId: null, status: 'approved' }),
    aComment({ id: 'site-2/5', siteId: 'site-2', remoteId: 5, status: 'approved' }),
  ];
  await library.transact((tx) => {
    for (const comment of comments) tx.put('comments', comment);
    return ok(null);
  });
  expect(must(await posts.get({ postId: 'post-1' })).comments).toBe(4);
  expect(threadOf(library, aSite(), 5).comments).toHaveLength(4);
  expect(must(await posts.get({ postId: 'draft' })).comments).toBe(0);
});
