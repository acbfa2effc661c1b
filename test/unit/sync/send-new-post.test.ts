import { expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { Operation } from '../../../main/domain/operation.ts';
import { err, ok } from '../../../main/domain/result.ts';
import type { RemotePost, SiteClient } from '../../../main/sites/site-client.ts';
import { someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { aRemotePost, type ClientCall } from '../../support/scripted-client.ts';
import { PUBLISHED, sending, TASKS } from './sending.ts';

const TASK = TASKS['create-post'];
const DROPPED: AppError = { kind: 'offline', reason: 'dropped', host: 'bavnivlakove.example' };
const FORBIDDEN: AppError = { kind: 'forbidden', code: 'rest_cannot_publish', host: 'bavnivlakove.example' };

const halfMade = (over: Partial<RemotePost> = {}) =>
  aRemotePost({ remoteId: 31, fields: { ...PUBLISHED, slug: TASK.lookupSlug, status: 'draft' }, ...over });
const finished = (over: Partial<RemotePost> = {}) => aRemotePost({ remoteId: 31, ...over });

const creating = (script: Partial<SiteClient>, over: Partial<Operation> = {}) =>
  sending(
    TASK,
    {
      createPost: async () => ok(halfMade()),
      updatePost: async (remoteId) => ok(finished({ remoteId })),
      ...script,
    },
    over,
  );

const names = (calls: ClientCall[]) => calls.map(([name]) => name);

test('first a draft under a slug of its own, then its real slug and status', async () => {
  const { send, calls, library, now } = await creating({});
  must(await send());
  expect(calls).toEqual([
    ['createPost', { ...PUBLISHED, slug: 'copydesk-1f', status: 'draft' }],
    ['updatePost', 31, { slug: 'kafe', status: 'publish' }],
  ]);
  expect(now()).toMatchObject({ state: 'done', endedAt: '2026-11-10T10:00:00.000Z' });
  expect(library.get('posts', 'post-1')).toMatchObject({
    remoteId: 31,
    fields: PUBLISHED,
    base: { fields: PUBLISHED, token: finished().token },
    remote: { link: finished().link, authorName: 'Мила' },
  });
  expect(library.all('revisions')).toMatchObject([
    { kind: 'published', postId: 'post-1', fields: PUBLISHED, at: '2026-11-10T10:00:00.000Z' },
  ]);
});

test('what was typed meanwhile is newer than the version that the site confirmed', async () => {
  const { send, library } = await creating({});
  await library.transact((tx) => {
    const post = tx.get('posts', 'post-1');
    return ok(post && tx.put('posts', { ...post, fields: { ...post.fields, body: 'По-ново' }, revision: 3 }));
  });
  must(await send());
  expect(library.all('revisions')).toMatchObject([{ kind: 'published', postRevision: 1 }]);
});

test('the id is on disk before the second step begins', async () => {
  let seen: unknown;
  const desk = await creating({
    updatePost: async () => {
      seen = (await desk.onDisk()).task;
      return ok(finished());
    },
  });
  must(await desk.send());
  expect(seen).toMatchObject({ remoteId: 31 });
});

test('no second step while the id cannot be stored', async () => {
  const desk = await creating({
    createPost: async () => {
      desk.disk.fail();
      return ok(halfMade());
    },
  });
  await desk.send();
  expect(names(desk.calls)).toEqual(['createPost']);
  expect((await desk.onDisk()).state).toBe('sending'); // asked about at the next try, never repeated blindly
});

test('a try that ended between the steps goes on with the second', async () => {
  const { send, calls, put } = await creating({}, { state: 'sent-unconfirmed', attempts: 1 });
  await put({ state: 'sent-unconfirmed', attempts: 1, task: { ...TASK, remoteId: 31 } });
  must(await send());
  expect(names(calls)).toEqual(['updatePost']);
});

test('a draft whose answer was lost is found and finished', async () => {
  const { send, calls, now } = await creating(
    { findPostsBySlug: async () => ok([halfMade()]) },
    { state: 'sent-unconfirmed', attempts: 1 },
  );
  must(await send());
  expect(calls).toEqual([
    ['findPostsBySlug', 'copydesk-1f'],
    ['updatePost', 31, { slug: 'kafe', status: 'publish' }],
  ]);
  expect(now()?.state).toBe('done');
});

test('what is not there yet is looked for three times more before it counts as lost', async () => {
  const { send, calls, now } = await creating(
    { findPostsBySlug: async () => ok([]) },
    { state: 'sent-unconfirmed', attempts: 1 },
  );
  const due: (string | null | undefined)[] = [];
  for (let n = 0; n < 3; n += 1) {
    must(await send());
    expect(now()?.state).toBe('sent-unconfirmed');
    due.push(now()?.notBefore);
  }
  expect(names(calls)).toEqual(['findPostsBySlug', 'findPostsBySlug', 'findPostsBySlug']);
  expect(due).toEqual(['2026-11-10T10:00:01.600Z', '2026-11-10T10:00:03.200Z', '2026-11-10T10:00:06.400Z']);
  must(await send());
  expect(names(calls).slice(3)).toEqual(['findPostsBySlug', 'createPost', 'updatePost']);
  expect(now()?.state).toBe('done');
});

test('a draft that lands after it was given up: the oldest is kept, the others go to the trash', async () => {
  const { send, calls, library } = await creating({
    createPost: async () =>
      ok(halfMade({ remoteId: 33, fields: { ...PUBLISHED, slug: 'copydesk-1f-2', status: 'draft' } })),
    findPostsBySlug: async () => ok([halfMade({ remoteId: 32 }), halfMade({ remoteId: 31 })]),
    trashPost: async () => ok(undefined),
  });
  must(await send());
  expect(calls.slice(1)).toEqual([
    ['findPostsBySlug', 'copydesk-1f'],
    ['trashPost', 32],
    ['trashPost', 33],
    ['updatePost', 31, { slug: 'kafe', status: 'publish' }],
  ]);
  expect(library.get('posts', 'post-1')?.remoteId).toBe(31);
});

test('a duplicate that is gone by itself is no trouble; one that cannot be removed is', async () => {
  const script = (error: AppError): Partial<SiteClient> => ({
    findPostsBySlug: async () => ok([halfMade(), halfMade({ remoteId: 32 })]),
    trashPost: async () => err(error),
  });
  const unconfirmed = { state: 'sent-unconfirmed', attempts: 1 } as const;
  const gone = await creating(script({ kind: 'not-found', what: 'post', id: '32' }), unconfirmed);
  must(await gone.send());
  expect(gone.now()?.state).toBe('done');
  const refused = await creating(script(FORBIDDEN), unconfirmed);
  must(await refused.send());
  expect(refused.now()).toMatchObject({ state: 'failed', lastError: FORBIDDEN });
  expect(names(refused.calls)).not.toContain('updatePost');
});

test('a second step that is refused leaves a draft there and every word here', async () => {
  const { send, now, library } = await creating({ updatePost: async () => err(FORBIDDEN) });
  must(await send());
  expect(now()).toMatchObject({ state: 'failed', task: { remoteId: 31 } });
  const post = library.get('posts', 'post-1');
  expect(post).toMatchObject({ remoteId: 31, base: { fields: { status: 'draft' } } });
  expect(post?.fields).toEqual(someFields({ status: 'publish' }));
});

test('a second step without an answer is repeated by itself, without a second post', async () => {
  let lost = true;
  const { send, now, calls } = await creating({
    updatePost: async () => {
      if (!lost) return ok(finished());
      lost = false;
      return err(DROPPED);
    },
  });
  expect(must(await send()).siteError).toEqual(DROPPED);
  expect(now()).toMatchObject({ state: 'sent-unconfirmed', task: { remoteId: 31 } });
  must(await send());
  expect(names(calls)).toEqual(['createPost', 'updatePost', 'updatePost']);
  expect(now()?.state).toBe('done');
});

test('whoever went on typing keeps the newer words as a draft', async () => {
  const desk = await creating({
    createPost: async () => {
      await desk.library.transact((tx) => {
        const post = tx.get('posts', 'post-1');
        if (post) tx.put('posts', { ...post, revision: 2, fields: { ...post.fields, body: '<p>И още</p>' } });
        return ok(null);
      });
      return ok(halfMade());
    },
  });
  must(await desk.send());
  const post = desk.library.get('posts', 'post-1');
  expect(post).toMatchObject({ fields: { body: '<p>И още</p>' }, base: { fields: PUBLISHED }, revision: 2 });
});

test('a post that was removed here meanwhile is not made again', async () => {
  const desk = await creating({
    updatePost: async () => {
      await desk.library.transact((tx) => ok(tx.remove('posts', 'post-1')));
      return ok(finished());
    },
  });
  must(await desk.send());
  expect(desk.library.get('posts', 'post-1')).toBeUndefined();
  expect(desk.now()?.state).toBe('done');
});
