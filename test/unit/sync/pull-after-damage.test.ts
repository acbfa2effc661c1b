import { expect, onTestFinished, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { SyncEngine } from '../../../main/sync/engine.ts';
import { bugsOfTest } from '../../support/bugs.ts';
import { eventually } from '../../support/eventually.ts';
import { manualClock } from '../../support/manual-clock.ts';
import {
  anIdentity,
  aPage,
  aRemoteComment,
  aRemotePost,
  scriptedClient,
} from '../../support/scripted-client.ts';
import {
  damageComments,
  damageText,
  LONG,
  libraryInShards,
  publishedPost,
  TOKEN,
  watched,
} from '../services/damaged-library.ts';

/** The site still holds everything that the library was made of. */
const site = () =>
  scriptedClient({
    identify: async () => ok(anIdentity()),
    authorNames: async () => ok(new Map()),
    listPosts: async () =>
      ok(aPage([aRemotePost({ remoteId: 5, fields: publishedPost().fields, token: TOKEN })])),
    listComments: async (page) =>
      ok(
        aPage(
          Array.from({ length: 100 }, (_, n) => aRemoteComment({ remoteId: (page - 1) * 100 + n + 1 })),
          { total: 500, pages: 5 },
        ),
      ),
    getPost: async () => ok(aRemotePost({ remoteId: 5, fields: publishedPost().fields, token: TOKEN })),
  });

/** Opens a damaged library as the app does, and lets it sync by itself. */
async function opened(folder: string) {
  const desk = await watched(folder);
  const { client, calls } = site();
  const { library } = desk;
  const engine = new SyncEngine({
    mayBegin: () => true,
    ...{ library, clock: manualClock('2026-11-10T11:00:00.000Z'), clientFor: () => ok(client) },
    onProgress: () => {},
    onBug: bugsOfTest().onBug,
  });
  onTestFinished(() => engine.stop());
  return { ...desk, calls, engine };
}

test('comments that were lost are all back after the pull that each start begins', async () => {
  const folder = await libraryInShards();
  await damageComments(folder);
  const { library, engine, state } = await opened(folder);
  expect(library.all('comments').length).toBe(497);
  await engine.start();
  await eventually(async () => expect((await state()).damage?.pull).toBe('done'));
  expect(library.all('comments').length).toBe(500);
  expect(new Set(library.all('comments').map(({ remoteId }) => remoteId)).size).toBe(500);
});

test('a text that was lost comes back although the site says that nothing changed', async () => {
  const folder = await libraryInShards();
  await damageText(folder);
  const { library, engine } = await opened(folder);
  expect(library.get('posts', 'long')?.fields.body).toBe(LONG.slice(0, 100));
  await engine.start();
  await eventually(() => expect(library.get('posts', 'long')?.fields.body).toBe(LONG));
  expect(library.get('posts', 'long')?.conflict).toBeNull();
});

test.each([
  ['torn', LONG.slice(0, 100)],
  ['emptied', ''],
])(
  'what is left of a text that was %s is no version: restored, it would empty the post',
  async (_how, rest) => {
    const folder = await libraryInShards();
    await damageText(folder, rest);
    const { library, engine, state, changes } = await opened(folder);
    const texts = { what: 'texts', kept: 0, lost: 1 };
    const damage = async () => (await state()).damage;
    expect(await damage()).toMatchObject({ losses: [{ ...texts, back: 0 }], posts: [{ id: 'long' }] });
    const before = changes();
    await engine.start();
    await eventually(() => expect(library.get('posts', 'long')?.fields.body).toBe(LONG));
    expect(library.all('revisions')).toEqual([]);
    expect(changes()).toBeGreaterThan(before);
    expect(await damage()).toMatchObject({ losses: [{ ...texts, back: 1 }], posts: [] });
  },
);

test('words of a person that the site has by now are a version, also where nobody knows what they were based on', async () => {
  const folder = await libraryInShards();
  await damageText(folder);
  const { library, engine } = await opened(folder);
  await library.transact((tx) => {
    const post = tx.get('posts', 'long');
    if (post) tx.put('posts', { ...post, fields: { ...post.fields, body: 'Набързо наново.' }, revision: 2 });
    return ok(null);
  });
  await engine.start();
  await eventually(() => expect(library.get('posts', 'long')?.conflict?.fields.body).toBe(LONG));
  expect(library.all('revisions').map(({ fields }) => fields.body)).toEqual(['Набързо наново.']);
});

test('what was written on top of a damaged text is not sent over the whole one: both are kept', async () => {
  const folder = await libraryInShards();
  await damageText(folder);
  const { library, engine, calls } = await opened(folder);
  await library.transact((tx) => {
    const post = tx.get('posts', 'long');
    if (!post) return ok(null);
    const fields = { ...post.fields, body: `${post.fields.body} И още.` };
    tx.put('posts', { ...post, fields, revision: 2 });
    tx.put('operations', {
      ...{ id: 'op', siteId: 'site-1', sequence: 1, state: 'queued', attempts: 0, lastError: null },
      ...{ notBefore: null, createdAt: '2026-11-10T10:00:00.000Z', endedAt: null },
      task: { kind: 'update-post', postId: 'long', fields, revision: 2 },
    });
    return ok(null);
  });
  await engine.start();
  await eventually(() => expect(library.get('posts', 'long')?.conflict?.fields.body).toBe(LONG));
  expect(library.get('posts', 'long')?.fields.body).toBe(`${LONG.slice(0, 100)} И още.`);
  expect(calls.map(([name]) => name)).not.toContain('updatePost');
});
