// What lists, counts and badges say about a post is what is true on the site, not what was asked for.
import { expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { Operation } from '../../../main/domain/operation.ts';
import type { Post, PostFields } from '../../../main/domain/post.ts';
import { confirmUpload } from '../../../main/domain/reconcile.ts';
import { ok } from '../../../main/domain/result.ts';
import { aPost, aSite, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openOutbox } from './open-outbox.ts';
import { known, PUBLISHED, remote, TOKEN, writing } from './writing.ts';

type Desk = Awaited<ReturnType<typeof writing>>;

/** A draft that the site has, too. */
const draftThere = (): Post => {
  const fields = someFields({ slug: 'kafe' });
  return known({ fields, base: { fields, token: TOKEN } });
};

async function send({ posts, post }: Desk, status: 'draft' | 'pending' | 'publish') {
  return must(await posts.send({ postId: 'post-1', expectedRevision: post()?.revision ?? 0, status }));
}
const retype = async ({ posts, post }: Desk, title: string) =>
  must(
    await posts.save({
      ...{ postId: 'post-1', title, body: someFields().body },
      expectedRevision: post()?.revision ?? 0,
    }),
  );
const detail = async ({ posts }: Desk) => must(await posts.get({ postId: 'post-1' }));
const counts = async ({ posts }: Desk) => must(await posts.counts({ siteId: null }));

/** The site confirms the newest upload, as the worker writes it down. */
async function confirm({ library, post }: Desk): Promise<void> {
  const [operation] = library.all('operations').slice(-1);
  const local = post();
  if (operation === undefined || !('fields' in operation.task) || local === undefined)
    throw new Error('nothing');
  const { fields, revision } = operation.task;
  const stored = { remoteId: 5, fields, token: TOKEN, ...remote() };
  await library.transact((tx) => {
    tx.put('posts', confirmUpload(local, fields, revision, stored, 'Мила'));
    return ok(tx.put('operations', { ...operation, state: 'done', endedAt: '2026-11-10T10:01:00.000Z' }));
  });
}

test.each<['draft' | 'publish', Post]>([
  ['publish', aPost()],
  ['publish', draftThere()],
  ['draft', aPost()],
])('sent with "%s", a post stays a draft until the site has confirmed', async (status, post) => {
  const desk = await writing([post]);
  expect(await send(desk, status)).toMatchObject({ status: 'draft', sync: 'waiting', becomes: status });
  expect(await counts(desk)).toEqual({ all: 1, drafts: 1, scheduled: 0, published: 0 });
  const { rows } = must(await desk.posts.list({ siteId: null, filter: 'drafts', offset: 0, limit: 9 }));
  expect(rows).toMatchObject([{ id: 'post-1', status: 'draft', becomes: status, date: post.editedAt }]);
  await confirm(desk);
  expect(await detail(desk)).toMatchObject({ status, sync: 'same', becomes: null, operation: null });
  const isPublic = status === 'publish';
  expect(await counts(desk)).toMatchObject({ drafts: isPublic ? 0 : 1, published: isPublic ? 1 : 0 });
});

test('a published post stays published while its changes wait', async () => {
  const desk = await writing([known()]);
  await retype(desk, 'Ново');
  expect(await send(desk, 'publish')).toMatchObject({
    ...{ status: 'publish', sync: 'waiting', becomes: 'publish' },
  });
  expect(await counts(desk)).toMatchObject({ drafts: 0, published: 1 });
});

test.each<Operation['state']>(['sending', 'sent-unconfirmed', 'failed'])(
  'an upload that is "%s" has published nothing yet',
  async (state) => {
    const desk = await writing([aPost()]);
    await send(desk, 'publish');
    await desk.library.transact((tx) => {
      for (const operation of tx.all('operations')) tx.put('operations', { ...operation, state });
      return ok(null);
    });
    expect(await detail(desk)).toMatchObject({ status: 'draft', becomes: 'publish' });
    expect(await counts(desk)).toMatchObject({ drafts: 1, published: 0 });
  },
);

test('withdrawn from the outbox, it is a draft like any other', async () => {
  const { posts, outbox } = await openOutbox();
  const sent = must(await posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  must(await outbox.cancel({ operationId: sent.operation?.id ?? '' }));
  expect(must(await posts.get({ postId: 'post-1' }))).toMatchObject({
    ...{ status: 'draft', sync: 'local', becomes: null, operation: null },
    fields: { status: 'draft' },
  });
});

test('tells whether the upload that waits carries every word', async () => {
  const desk = await writing([aPost()]);
  const carriesAll = async () => (await detail(desk)).operation?.carriesAll;
  expect(await carriesAll()).toBeUndefined();
  await send(desk, 'publish');
  expect(await carriesAll()).toBe(true);
  await retype(desk, 'Ново');
  expect(await carriesAll()).toBe(false);
  await retype(desk, someFields().title);
  expect(await carriesAll(), 'the same words again').toBe(true);
  await retype(desk, 'Ново');
  await send(desk, 'publish');
  expect(await carriesAll()).toBe(true);
});

const theirs = (status: PostFields['status']) => someFields({ title: 'Тяхно', slug: 'kafe', status });
const disputed = (status: PostFields['status']): Post =>
  known({
    fields: { ...PUBLISHED, title: 'Мое' },
    editedAt: '2026-11-09T19:48:00.000Z',
    conflict: {
      fields: theirs(status),
      token: { modifiedGmt: '2026-11-10T06:05:00Z', revisionId: 51 },
      noticedAt: '2026-11-10T09:00:00.000Z',
    },
  });

test('where both sides changed, both versions, the one before, and when each was changed', async () => {
  const { conflict, ...post } = await detail(await writing([disputed('publish')]));
  expect(post).toMatchObject({ sync: 'conflict', editedAt: '2026-11-09T19:48:00.000Z' });
  expect(conflict).toEqual({
    ...{ theirs: theirs('publish'), base: PUBLISHED },
    ...{ changedAt: '2026-11-10T06:05:00Z', noticedAt: '2026-11-10T09:00:00.000Z' },
  });
});

test.each([
  ['draft', 'draft'],
  ['private', 'private'],
  ['trash', 'draft'],
] as const)(
  'the site made it %s meanwhile: it is shown as %s, and my words stay in sight',
  async (made, shown) => {
    const desk = await writing([disputed(made)]);
    expect(await detail(desk)).toMatchObject({ status: shown });
    const { post } = must(await desk.posts.resolveConflict({ postId: 'post-1', keep: 'mine' }));
    expect(post).toMatchObject({ title: 'Мое', status: shown, sync: 'changed', fields: { status: shown } });
    expect((await counts(desk)).all).toBe(2);
  },
);

test('an upload waits here for what it waits for in the outbox', async () => {
  const desk = await writing([known()]);
  const waitsFor = async () => (await detail(desk)).operation?.waitingFor;
  await retype(desk, 'Друго');
  await send(desk, 'publish');
  expect(await waitsFor()).toBe('turn');
  const answered = (error: AppError | null, needsPassword = false) =>
    desk.library.transact((tx) => {
      tx.put('contacts', { id: 'site-1', error, offlineSince: null });
      return ok(tx.put('sites', aSite({ needsPassword })));
    });
  await answered({ kind: 'offline', reason: 'refused', host: 'h' });
  expect(await waitsFor()).toBe('network');
  await answered({ kind: 'rate-limited', retryAfterSeconds: 9, host: 'h' });
  expect(await waitsFor()).toBe('pause');
  await answered({ kind: 'auth-expired', reason: 'credentials', host: 'h' }, true);
  expect(await waitsFor()).toBe('password');
});
