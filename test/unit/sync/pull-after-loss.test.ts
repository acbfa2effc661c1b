import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { keepRevision } from '../../../main/revisions/keep-revision.ts';
import { bringBackIn, lostIn } from '../../../main/revisions/lost-posts.ts';
import { sendPostUpdate } from '../../../main/sync/send-post-update.ts';
import { anOperation, aRevision, aSite } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { aPage, aRemotePost, scriptedClient } from '../../support/scripted-client.ts';
import { NOW, names, pulling } from './pulling.ts';
import { PUBLISHED } from './sending.ts';

const THERE = { siteId: 'site-1', remoteId: 5 };
const mine = (body: string, over = {}) =>
  aRevision({ place: THERE, fields: { ...PUBLISHED, body }, ...over });

/** A library in which `post-1` is lost, and a site that holds `body` under number 5. */
async function lost(revisions: ReturnType<typeof mine>[], body: string) {
  const theirs = aRemotePost({ fields: { ...PUBLISHED, body } });
  const desk = await pulling({
    listPosts: async () => ok(aPage([theirs])),
    getPost: async () => ok(theirs),
  });
  const { library } = desk;
  await library.transact((tx) => {
    for (const revision of revisions) tx.put('revisions', revision);
    return ok(null);
  });
  const bringBack = () =>
    library.transact((tx) =>
      ok(bringBackIn(tx, new Set(lostIn(tx).map(({ postId }) => postId)), manualClock(NOW))),
    );
  return { ...desk, theirs, bringBack: async () => must(await bringBack()) };
}

test('a lost post comes back from its site under its old id, if that holds its newest words', async () => {
  const { pull, library } = await lost(
    [mine('Мое', { id: 'a', at: '2026-11-01T10:00:00.000Z' }), mine('Мое и още', { id: 'b' })],
    'Мое и още',
  );
  must(await pull());
  expect(library.all('posts')).toMatchObject([
    { id: 'post-1', remoteId: 5, newestRevision: 'b', fields: { body: 'Мое и още' }, conflict: null },
  ]);
  expect(lostIn(library)).toEqual([]);
  must(await pull());
  expect(library.all('posts')).toHaveLength(1);
  expect(library.all('revisions')).toHaveLength(2);
});

test('with old words, kept while the clock was ahead, it is not taken for it', async () => {
  const keptAt = '2028-11-01T10:00:00.000Z';
  const { pull, library } = await lost(
    [mine('Старо', { id: 'a', at: keptAt, keptAt }), mine('Ново', { id: 'b' })],
    'Старо',
  );
  must(await pull());
  expect(lostIn(library).map(({ postId, newest }) => [postId, newest.id])).toEqual([['post-1', 'b']]);
});

test('what comes back from its site goes on above the version numbers that it had', async () => {
  const { pull, library } = await lost([mine('Мое', { postRevision: 7 })], 'Мое');
  must(await pull());
  expect(library.get('posts', 'post-1')?.revision).toBe(8);
});

test('versions of the first apps do not tell the place: equal words do', async () => {
  const { place: _, ...old } = mine('Мое');
  const { pull, library } = await lost([old, { ...old, id: 'twin', postId: 'post-2' }], 'Мое');
  must(await pull());
  expect(library.all('posts')).toHaveLength(1);
  expect(lostIn(library)).toHaveLength(1);
});

test('with other words on the site somebody has to look: the post is another one until then', async () => {
  const { pull, library, bringBack } = await lost([mine('Мое')], 'Тяхно');
  must(await pull());
  expect(library.all('posts')).toMatchObject([{ remoteId: 5, fields: { body: 'Тяхно' } }]);
  expect(lostIn(library)).toHaveLength(1);
  const [post] = library.all('posts');
  expect(await bringBack()).toEqual([{ postId: post?.id, joined: true }]);
  expect(library.all('posts')).toMatchObject([{ fields: { body: 'Тяхно' }, conflict: null }]);
  expect(library.all('revisions')).toMatchObject([{ postId: post?.id, kind: 'conflict' }]);
});

test('the versions of a lost post are no newer than what is written in the post that has them now', async () => {
  const versions = [mine('Старо', { id: 'a', postRevision: 40 }), mine('Мое', { id: 'b', postRevision: 41 })];
  const { pull, library, bringBack } = await lost(versions, 'Тяхно');
  must(await pull());
  await bringBack();
  await library.transact((tx) => {
    const [post] = tx.all('posts');
    if (!post) return ok(null);
    const fields = { ...PUBLISHED, body: 'Писано после' };
    keepRevision(tx, { ...post, fields, revision: 2 }, { kind: 'edited', fields }, manualClock(NOW));
    return ok(tx.remove('posts', post.id));
  });
  expect(lostIn(library).map(({ newest }) => newest.fields.body)).toEqual(['Писано после']);
});

test('two lost posts that stood in the same place become one', async () => {
  const older = mine('Старо', { id: 'a', postId: 'post-2', at: '2026-11-01T10:00:00.000Z' });
  const { pull, library, bringBack } = await lost([older, mine('Мое', { id: 'b' })], 'Тяхно');
  expect(await bringBack()).toEqual([
    { postId: 'post-1', joined: false },
    { postId: 'post-1', joined: true },
  ]);
  must(await pull());
  expect(library.all('posts')).toMatchObject([{ id: 'post-1', remoteId: 5, fields: { body: 'Мое' } }]);
  expect(library.all('revisions').filter(({ postId }) => postId !== 'post-1')).toEqual([]);
});

test.each([
  ['as it was confirmed: ours are changes of it', 'Качено', null],
  ['changed since: both are kept', 'Тяхно', 'Тяхно'],
  ['as ours are: they are on both sides', 'Мое', null],
])(
  'brought back before the pull, it becomes one with the post of the site, %s',
  async (_, there, conflict) => {
    const confirmed = mine('Качено', { id: 'a', kind: 'published', at: '2026-11-01T10:00:00.000Z' });
    const { pull, library, bringBack } = await lost([confirmed, mine('Мое', { id: 'b' })], there);
    expect(await bringBack()).toEqual([{ postId: 'post-1', joined: false }]);
    must(await pull());
    const [post, ...more] = library.all('posts');
    expect(more).toEqual([]);
    expect(post).toMatchObject({ id: 'post-1', remoteId: 5, fields: { body: 'Мое' } });
    expect(post?.conflict?.fields.body ?? null).toBe(conflict);
  },
);

test.each([
  ['Качено', ['getPost', 'updatePost'], 'arrived'],
  ['Тяхно', ['getPost'], 'failed'],
])('sent before a pull it is never put over what nobody has seen: %s', async (there, asked, ends) => {
  const confirmed = mine('Качено', { id: 'a', kind: 'published', at: '2026-11-01T10:00:00.000Z' });
  const { library, bringBack, theirs } = await lost([confirmed, mine('Мое', { id: 'b' })], there);
  await bringBack();
  const fields = { ...PUBLISHED, body: 'Мое' };
  const { client, calls } = scriptedClient({
    getPost: async () => ok(theirs),
    updatePost: async () => ok({ ...theirs, fields }),
  });
  const task = { kind: 'update-post' as const, postId: 'post-1', revision: 1, fields };
  const context = { library, client, clock: manualClock(NOW), site: aSite() };
  expect((await sendPostUpdate({ ...anOperation(), task }, context)).kind).toBe(ends);
  expect(names(calls)).toEqual(asked);
});
