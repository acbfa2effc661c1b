import { expect, test } from 'vitest';
import type { Operation, OperationTask } from '../../../main/domain/operation.ts';
import { ok } from '../../../main/domain/result.ts';
import { anOperation, aSite } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openOutbox as opened, PUBLISHED, REPLY } from './open-outbox.ts';

test('what waits, what needs a person, and what was sent within a day', async () => {
  const ended = '2026-11-10T09:00:00.000Z';
  const { outbox, clock } = await opened([
    anOperation({ id: 'c', sequence: 3, state: 'sending' }),
    anOperation({ id: 'a', sequence: 1, state: 'queued', notBefore: '2026-11-10T10:01:00.000Z' }),
    anOperation({ id: 'b', sequence: 2, state: 'sent-unconfirmed', task: REPLY }),
    anOperation({
      id: 'd',
      sequence: 4,
      state: 'failed',
      lastError: { kind: 'forbidden', code: 'x', host: 'h' },
    }),
    anOperation({ id: 'e', sequence: 5, state: 'done', endedAt: ended }),
    anOperation({ id: 'f', sequence: 6, state: 'done', endedAt: ended }),
    anOperation({ id: 'g', sequence: 7, state: 'cancelled', endedAt: ended }),
  ]);
  const lists = must(await outbox.list());
  const ids = (rows: { id: string }[]) => rows.map(({ id }) => id).join('');
  expect([ids(lists.waiting), ids(lists.needsYou), ids(lists.sent)]).toEqual(['abc', 'd', 'fe']);
  expect(must(await outbox.counts())).toEqual({ waiting: 3, needsYou: 1 });
  expect(lists.waiting.map(({ nextTryAt }) => nextTryAt)).toEqual([
    '2026-11-10T10:01:00.000Z',
    '2026-11-10T10:00:48.000Z',
    null,
  ]);
  expect(lists.needsYou[0]).toMatchObject({ nextTryAt: null, error: { kind: 'forbidden' } });
  clock.advance(23 * 3_600_000);
  expect(ids(must(await outbox.list()).sent)).toBe('fe');
  clock.advance(1);
  expect(must(await outbox.list()).sent).toEqual([]);
});

test('a post with two versions needs the person however that was found, and once', async () => {
  const { outbox, library, posts, newest, advance } = await opened();
  const theirs = {
    fields: { ...PUBLISHED, body: 'Theirs' },
    token: { modifiedGmt: 'later', revisionId: 51 },
  };
  const change = must(
    await posts.save({ postId: 'post-2', expectedRevision: 1, title: 'Кафе', body: 'Mine' }),
  );
  must(await posts.send({ postId: 'post-2', expectedRevision: change.revision, status: 'publish' }));
  await library.transact((tx) => {
    const post = tx.get('posts', 'post-2');
    if (post) tx.put('posts', { ...post, conflict: { ...theirs, noticedAt: '2026-11-10T09:00:00.000Z' } });
    return ok(null);
  });
  const found = must(await outbox.list()).needsYou;
  expect(found).toMatchObject([
    { kind: 'two-versions', postId: 'post-2', subject: 'Кафе', siteId: 'site-1' },
  ]);
  expect(must(await outbox.counts())).toEqual({ waiting: 1, needsYou: 1 });

  await advance(newest().id, {
    state: 'failed',
    lastError: { kind: 'conflict', what: 'post', id: 'post-2' },
  });
  expect(must(await outbox.list()).needsYou.map(({ kind }) => kind)).toEqual(['update-post']);
  expect(must(await outbox.counts())).toEqual({ waiting: 0, needsYou: 1 });

  must(await posts.resolveConflict({ postId: 'post-2', keep: 'mine' }));
  expect(must(await outbox.list()).needsYou).toEqual([]);
  expect(must(await outbox.counts())).toEqual({ waiting: 0, needsYou: 0 });
});

test.each([
  ['2026-11-10T09:59:58.000Z', '2026-11-10T10:00:48.000Z', '2026-11-10T10:00:48.000Z'],
  ['2026-11-10T10:01:00.000Z', null, '2026-11-10T10:01:00.000Z'],
  [null, null, null],
])('due at %s on a site that pauses until %s: tried at %s', async (notBefore, nextTryAt, expected) => {
  const { outbox, engine } = await opened([anOperation({ notBefore })]);
  engine.state.mockReturnValue({ ...engine.state('site-1'), nextTryAt });
  expect(must(await outbox.list()).waiting[0]?.nextTryAt).toBe(expected);
});

test('a row says whom or what it concerns, and where to go', async () => {
  const upload = { kind: 'create-post', postId: 'post-1', revision: 1, fields: PUBLISHED } as const;
  const { outbox } = await opened([
    anOperation({ id: 'a', sequence: 1, task: { ...upload, lookupSlug: 'x', remoteId: null } }),
    anOperation({ id: 'b', sequence: 2 }),
    anOperation({
      id: 'c',
      sequence: 3,
      task: { ...REPLY, content: '<b>Благодаря</b>, Йордане!' } as OperationTask,
    }),
    anOperation({ id: 'd', sequence: 4, task: { ...REPLY, parentRemoteId: 99 } as OperationTask }),
  ]);
  expect(must(await outbox.list()).waiting).toMatchObject([
    {
      ...{ kind: 'create-post', subject: PUBLISHED.title, becomes: 'publish', postId: 'post-1' },
      ...{ commentId: null, siteTitle: 'Бавни влакове', language: 'bg-BG' },
    },
    { kind: 'set-comment-status', subject: 'Йордан Вълчев', becomes: 'approved', commentId: 'site-1/7' },
    { kind: 'create-reply', subject: 'Йордан Вълчев', excerpt: 'Благодаря, Йордане!', becomes: null },
    { kind: 'create-reply', subject: '', commentId: null, postId: null },
  ]);
});

test('what a missing password holds up says so and names no next try; what goes first is named', async () => {
  const silent = { kind: 'offline', reason: 'refused', host: 'h' } as const;
  const { outbox, library, engine } = await opened([
    anOperation({ id: 'a', sequence: 1, lastError: silent, notBefore: '2026-11-10T10:00:05.000Z' }),
    anOperation({ id: 'b', sequence: 2, state: 'sending' }),
    anOperation({ id: 'c', sequence: 3 }),
  ]);
  const rows = async () =>
    must(await outbox.list()).waiting.map(({ waitingFor, after, error }) => ({ waitingFor, after, error }));
  expect(await rows()).toEqual([
    { waitingFor: 'pause', after: null, error: silent },
    { waitingFor: null, after: null, error: null },
    { waitingFor: 'order', after: 'b', error: null },
  ]);

  const missing = { kind: 'auth-expired', reason: 'no-password-here', host: 'h' } as const;
  await library.transact((tx) => ok(tx.put('sites', aSite({ needsPassword: true }))));
  engine.state.mockReturnValue({ ...engine.state('site-1'), error: missing });
  expect(await rows()).toEqual([
    { waitingFor: 'password', after: null, error: missing },
    { waitingFor: null, after: null, error: null },
    { waitingFor: 'password', after: null, error: missing },
  ]);
  const { waiting } = must(await outbox.list());
  expect(waiting[0]?.nextTryAt).toBeNull();
});

test.each([
  ['wordpress', 'https://bavnivlakove.example/?p=5#comment-7'],
  ['practice', ''],
] as const)('what is on a %s blog leads to %j', async (platform, link) => {
  const upload = { kind: 'update-post', postId: 'post-2', revision: 1, fields: PUBLISHED } as const;
  const remote = {
    ...{ link: 'https://bavnivlakove.example/?p=5#comment-7', dateGmt: '2026-11-09T10:00:00Z', authorId: 1 },
    ...{ authorName: 'Мила', commentsOpen: true, rendered: '', editable: true },
  };
  const { outbox, library } = await opened([
    anOperation({ id: 'a', sequence: 1, task: upload }),
    anOperation({ id: 'b', sequence: 2 }),
  ]);
  await library.transact((tx) => {
    const post = tx.get('posts', 'post-2');
    if (post) tx.put('posts', { ...post, remote });
    return ok(tx.put('sites', aSite({ platform })));
  });
  expect(must(await outbox.list()).waiting.map((row) => row.link)).toEqual([link, link]);
});

test('what failed is tried again from the beginning; what waits is tried at once', async () => {
  const failed: Partial<Operation> = {
    ...{ state: 'failed', attempts: 8, endedAt: '2026-11-10T09:00:00.000Z' },
    lastError: { kind: 'forbidden', code: 'x', host: 'h' },
  };
  const later = '2026-11-10T10:05:00.000Z';
  const { outbox, operation, engine } = await opened([
    anOperation({ id: 'failed', ...failed }),
    anOperation({ id: 'waits', sequence: 2, attempts: 3, notBefore: later }),
    anOperation({ id: 'asked', sequence: 3, state: 'sent-unconfirmed', attempts: 2, notBefore: later }),
    anOperation({ id: 'done', sequence: 4, state: 'done' }),
  ]);
  for (const operationId of ['failed', 'waits', 'asked', 'done']) must(await outbox.retry({ operationId }));
  expect(operation('failed')).toMatchObject({
    ...{ state: 'queued', attempts: 0, lastError: null, endedAt: null, notBefore: null },
  });
  expect(operation('waits')).toMatchObject({ state: 'queued', attempts: 3, notBefore: null });
  expect(operation('asked')).toMatchObject({ state: 'sent-unconfirmed', attempts: 2, notBefore: null });
  expect(operation('done')?.state).toBe('done');
  expect(engine.wake).toHaveBeenCalledTimes(4);
  expect(engine.wake).toHaveBeenLastCalledWith(null, true);
});

test('what failed after it may have arrived is asked about before it is sent again', async () => {
  const lastError = { kind: 'server', reason: 'failed', status: 500, code: '', host: 'h' } as const;
  const { outbox, operation } = await opened([
    anOperation({ task: REPLY, state: 'failed', attempts: 8, lastError, unconfirmed: true }),
  ]);
  must(await outbox.retry({ operationId: 'op-1' }));
  expect(operation()).toMatchObject({ state: 'sent-unconfirmed', lastError: null, endedAt: null });
});

test('sending now ends every pause and wakes every site', async () => {
  const { outbox, operation, engine } = await opened([
    anOperation({ notBefore: '2026-11-10T10:05:00.000Z', attempts: 2 }),
  ]);
  must(await outbox.sendNow());
  expect(operation()).toMatchObject({ notBefore: null, attempts: 2, state: 'queued' });
  expect(engine.wake.mock.calls).toEqual([[null, true]]);
});

test('nobody knows an operation that is not there', async () => {
  const { outbox, engine } = await opened();
  const missing = { ok: false, error: { kind: 'not-found', what: 'operation', id: 'unknown' } };
  expect(await outbox.cancel({ operationId: 'unknown' })).toEqual(missing);
  expect(await outbox.retry({ operationId: 'unknown' })).toEqual(missing);
  expect(engine.wake).not.toHaveBeenCalled();
});
