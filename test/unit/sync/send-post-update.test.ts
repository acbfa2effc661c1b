import { expect, test } from 'vitest';
import type { Operation } from '../../../main/domain/operation.ts';
import type { PostFields } from '../../../main/domain/post.ts';
import { err, ok } from '../../../main/domain/result.ts';
import type { RemotePost, SiteClient } from '../../../main/sites/site-client.ts';
import { must } from '../../support/must.ts';
import { aRemotePost } from '../../support/scripted-client.ts';
import { changedPost, PUBLISHED, sending, TASKS } from './sending.ts';

const TASK = TASKS['update-post'];
const WANTED = TASK.fields;
const MOVED = { modifiedGmt: '2026-11-10T09:59:00Z', revisionId: 51 };

/** A site that holds `there`, and what it stores of an update. */
const updating = (
  there: Partial<RemotePost> = {},
  script: Partial<SiteClient> = {},
  over: Partial<Operation> = {},
) =>
  sending(
    TASK,
    {
      getPost: async () => ok(aRemotePost(there)),
      updatePost: async (remoteId, fields) =>
        ok(aRemotePost({ remoteId, fields: { ...aRemotePost(there).fields, ...fields }, token: MOVED })),
      ...script,
    },
    over,
  );

test('only what changed is sent, after a look at what is there', async () => {
  const { send, calls, library, now } = await updating();
  must(await send());
  expect(calls).toEqual([
    ['getPost', 5],
    ['updatePost', 5, { title: WANTED.title }],
  ]);
  expect(now()?.state).toBe('done');
  expect(library.get('posts', 'post-2')).toMatchObject({
    fields: WANTED,
    base: { fields: WANTED, token: MOVED },
    conflict: null,
  });
});

test('a post that changed there meanwhile is not touched, and both versions are kept', async () => {
  const theirs: PostFields = { ...PUBLISHED, body: '<p>Техен текст</p>' };
  const { send, calls, library, now } = await updating({ fields: theirs, token: MOVED });
  must(await send());
  expect(calls.map(([name]) => name)).toEqual(['getPost']);
  expect(now()).toMatchObject({
    state: 'failed',
    lastError: { kind: 'conflict', what: 'post', id: 'post-2' },
  });
  const [ours] = library.all('revisions');
  expect(library.get('posts', 'post-2')).toEqual({
    ...changedPost({ id: 'post-2' }),
    conflict: { fields: theirs, token: MOVED, noticedAt: '2026-11-10T10:00:00.000Z' },
    newestRevision: ours?.id,
  });
  expect(ours).toMatchObject({ kind: 'conflict', postId: 'post-2', fields: WANTED });
});

test('what the site confirms is kept exactly as it confirms it', async () => {
  const stored = { ...WANTED, body: '<p>Както сайтът го пази.</p>' };
  const updatePost = async () => ok(aRemotePost({ fields: stored, token: MOVED }));
  const { send, library } = await updating({}, { updatePost });
  must(await send());
  expect(library.all('revisions')).toMatchObject([{ kind: 'published', postId: 'post-2', fields: stored }]);
});

test('a token that moved without a change of words is no conflict', async () => {
  const { send, calls, now } = await updating({ token: MOVED });
  must(await send());
  expect(calls.at(-1)).toEqual(['updatePost', 5, { title: WANTED.title }]);
  expect(now()?.state).toBe('done');
});

test('words without a newer token are ours to replace: tokens are what counts', async () => {
  const { send, calls } = await updating({ fields: { ...PUBLISHED, excerpt: 'x' } });
  must(await send());
  expect(calls).toHaveLength(2);
});

test('an update that arrived without an answer is recognised', async () => {
  const { send, calls, now, library } = await updating(
    { fields: WANTED, token: MOVED },
    {},
    { state: 'sent-unconfirmed', attempts: 1 },
  );
  must(await send());
  expect(calls.map(([name]) => name)).toEqual(['getPost']);
  expect(now()?.state).toBe('done');
  expect(library.get('posts', 'post-2')).toMatchObject({ base: { fields: WANTED, token: MOVED } });
});

test('an update that arrived without an answer is recognised although the site trimmed its title', async () => {
  const desk = await sending(
    { ...TASK, fields: { ...WANTED, title: `${WANTED.title} ` } },
    { getPost: async () => ok(aRemotePost({ fields: WANTED, token: MOVED })) },
    { state: 'sent-unconfirmed', attempts: 1 },
  );
  must(await desk.send());
  expect(desk.now()?.state).toBe('done');
  expect(desk.library.get('posts', 'post-2')).toMatchObject({ conflict: null });
});

test('an update without an answer that did not arrive is sent again', async () => {
  const { send, calls } = await updating({}, {}, { state: 'sent-unconfirmed', attempts: 1 });
  must(await send());
  expect(calls.map(([name]) => name)).toEqual(['getPost', 'updatePost']);
});

test('a conflict is found also after a try without an answer', async () => {
  const { send, calls, now } = await updating(
    { fields: { ...PUBLISHED, body: '<p>Техен текст</p>' }, token: MOVED },
    {},
    { state: 'sent-unconfirmed', attempts: 1 },
  );
  must(await send());
  expect(calls.map(([name]) => name)).toEqual(['getPost']);
  expect(now()?.lastError?.kind).toBe('conflict');
});

test('nothing is uploaded where nothing changed', async () => {
  const { send, calls, now, put } = await updating();
  await put({ task: { ...TASK, fields: PUBLISHED } });
  must(await send());
  expect(calls.map(([name]) => name)).toEqual(['getPost']);
  expect(now()?.state).toBe('done');
});

test('what the site stored otherwise than it was sent stays here as it was written', async () => {
  const { send, library } = await updating(
    {},
    {
      updatePost: async () =>
        ok(aRemotePost({ fields: { ...WANTED, body: '<p>Без iframe</p>' }, token: MOVED })),
    },
  );
  must(await send());
  expect(library.get('posts', 'post-2')).toMatchObject({
    fields: WANTED,
    base: { fields: { body: '<p>Без iframe</p>' } },
  });
});

test.each<[string, Partial<SiteClient>, object]>([
  [
    'may not be edited any more',
    { updatePost: async () => err({ kind: 'forbidden', code: 'rest_cannot_edit', host: '' }) },
    { state: 'failed', lastError: { kind: 'forbidden' } },
  ],
  [
    'could not be looked at',
    { getPost: async () => err({ kind: 'offline', reason: 'no-network', host: '' }) },
    { state: 'queued', attempts: 0 },
  ],
])('a post that %s keeps its words here', async (_name, script, after) => {
  const { send, now, library } = await updating({}, script);
  must(await send());
  expect(now()).toMatchObject(after);
  expect(library.get('posts', 'post-2')).toEqual(changedPost({ id: 'post-2' }));
});

test('a post that was deleted for good there becomes a draft that can be sent anew', async () => {
  const gone = { kind: 'not-found', what: 'post', id: '5' } as const;
  const { send, now, library } = await updating({}, { getPost: async () => err(gone) });
  const words = library.get('posts', 'post-2')?.fields;
  must(await send());
  expect(now()).toMatchObject({ state: 'failed', lastError: gone });
  expect(library.get('posts', 'post-2')).toMatchObject({
    ...{ remoteId: null, base: null, remote: null },
    fields: { title: words?.title, body: words?.body, slug: '', status: 'draft' },
  });
});

test('a post that the site never had cannot be updated', async () => {
  const { send, now, put, calls } = await updating();
  await put({ task: { ...TASK, postId: 'post-1' } });
  must(await send());
  expect(now()).toMatchObject({ state: 'failed', lastError: { kind: 'not-found', id: 'post-1' } });
  expect(calls).toEqual([]);
});
