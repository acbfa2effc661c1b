import { expect, test, vi } from 'vitest';
import type { CommentStatus } from '../../../main/domain/comment.ts';
import type { Operation, OperationState, OperationTask } from '../../../main/domain/operation.ts';
import { ok } from '../../../main/domain/result.ts';
import { openLibrary } from '../../../main/library/library.ts';
import { CommentService } from '../../../main/services/comments.ts';
import { OutboxService } from '../../../main/services/outbox.ts';
import { PostService } from '../../../main/services/posts.ts';
import type { SyncEngine } from '../../../main/sync/engine.ts';
import { IDLE } from '../../../main/sync/site-worker.ts';
import { aComment, anOperation, aPost, aSite, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const PUBLISHED = someFields({ slug: 'kafe', status: 'publish' });
const TOKEN = { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: 50 };

/** The outbox of a library with one site, one post on it and one pending comment. */
async function opened(operations: Operation[] = []) {
  const library = must(await openLibrary(await tempFolder()));
  const clock = manualClock();
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put('posts', aPost());
    tx.put(
      'posts',
      aPost({ id: 'post-2', remoteId: 5, base: { fields: PUBLISHED, token: TOKEN }, fields: PUBLISHED }),
    );
    tx.put('comments', aComment());
    for (const operation of operations) tx.put('operations', operation);
    return ok(null);
  });
  const engine = {
    wake: vi.fn(),
    state: vi.fn(
      (siteId: string): ReturnType<SyncEngine['state']> => ({
        ...{ siteId, pulledAt: null, error: null, offlineSince: null },
        ...IDLE,
        nextTryAt: '2026-11-10T10:00:48.000Z',
      }),
    ),
  };
  return {
    ...{ library, clock, engine },
    outbox: new OutboxService(library, clock, engine),
    comments: new CommentService(library, clock),
    posts: new PostService(library, clock),
    comment: () => library.get('comments', 'site-1/7'),
    operation: (id = 'op-1') => library.get('operations', id),
    /** The newest operation, which a test has just caused. */
    newest: () => {
      const found = library.all('operations').sort((a, b) => b.sequence - a.sequence)[0];
      if (!found) throw new Error('The outbox is empty');
      return found;
    },
    advance: (id: string, change: Partial<Operation>) =>
      library.transact((tx) => {
        const operation = tx.get('operations', id);
        if (operation) tx.put('operations', { ...operation, ...change });
        return ok(null);
      }),
  };
}

const alreadySent = { ok: false, error: { kind: 'validation', reason: 'already-sent' } };
const REPLY: OperationTask = {
  ...{ kind: 'create-reply', commentId: 'local/1', content: 'Благодаря!' },
  ...{ postRemoteId: 5, parentRemoteId: 7 },
};

test.each<[OperationState, boolean]>([
  ['queued', true],
  ['failed', true],
  ['sending', false],
  ['sent-unconfirmed', false],
  ['done', false],
  ['cancelled', false],
])('what is %s can be withdrawn: %s', async (state, can) => {
  const { outbox, operation, comment, library } = await opened([anOperation({ state })]);
  await library.transact((tx) => ok(tx.put('comments', aComment({ status: 'approved' }))));
  const answer = await outbox.cancel({ operationId: 'op-1' });
  if (can) {
    must(answer);
    expect(operation()).toMatchObject({ state: 'cancelled', endedAt: '2026-11-10T10:00:00.000Z' });
    expect(comment()?.status).toBe('pending');
  } else {
    expect(answer).toMatchObject(alreadySent);
    expect(operation()).toEqual(anOperation({ state }));
    expect(comment()?.status).toBe('approved');
  }
});

test('a withdrawn decision is undone in the journal too: undo does not take it back again', async () => {
  const { outbox, comments, comment, newest, library } = await opened();
  must(await comments.decide({ commentIds: ['site-1/7'], decision: 'spam' }));
  must(await outbox.cancel({ operationId: newest().id }));
  expect(comment()?.status).toBe('pending');
  expect(library.all('decisions')).toEqual([
    expect.objectContaining({ after: 'spam', undoneAt: '2026-11-10T10:00:00.000Z' }),
  ]);
  expect(must(await comments.undo()).undone).toBeNull();
});

test('while an earlier decision is still on its way, withdrawing a later one shows the earlier', async () => {
  const { outbox, comments, comment, newest, advance } = await opened();
  must(await comments.decide({ commentIds: ['site-1/7'], decision: 'approve' }));
  await advance(newest().id, { state: 'sending', attempts: 1 });
  must(await comments.decide({ commentIds: ['site-1/7'], decision: 'spam' }));
  must(await outbox.cancel({ operationId: newest().id }));
  expect(comment()?.status).toBe('approved');
});

test('while a later decision still waits, withdrawing an earlier one leaves the later', async () => {
  const { outbox, comments, comment, newest, advance } = await opened();
  must(await comments.decide({ commentIds: ['site-1/7'], decision: 'approve' }));
  const first = newest().id;
  await advance(first, { attempts: 1, notBefore: '2026-11-10T10:05:00.000Z' });
  must(await comments.decide({ commentIds: ['site-1/7'], decision: 'spam' }));
  must(await outbox.cancel({ operationId: first }));
  expect(comment()?.status).toBe('spam');
});

test('withdrawing an undo lets the decision stand again', async () => {
  const { outbox, comments, comment, newest, advance, library } = await opened();
  const decide = async (status: CommentStatus) => {
    must(await comments.decide({ commentIds: ['site-1/7'], decision: 'approve' }));
    await advance(newest().id, { state: 'done' });
    await library.transact((tx) => ok(tx.put('comments', aComment({ status, baseStatus: status }))));
  };
  await decide('approved');
  must(await comments.undo());
  must(await outbox.cancel({ operationId: newest().id }));
  expect(comment()?.status).toBe('approved');
  expect(must(await comments.undo()).undone).toMatchObject({ status: 'pending', withdrawn: false });
});

test('a withdrawn reply is a draft again, and joins what is being written meanwhile', async () => {
  const { outbox, comments, newest, library } = await opened();
  const reply = () => comments.reply({ commentId: 'site-1/7', content: 'Благодаря!', approve: false });
  const draft = () => library.get('replyDrafts', 'site-1/7')?.content;
  const { commentId } = must(await reply());
  must(await outbox.cancel({ operationId: newest().id }));
  expect(library.get('comments', commentId)).toBeUndefined();
  expect(draft()).toBe('Благодаря!');

  must(await reply());
  must(await comments.saveReplyDraft({ commentId: 'site-1/7', content: 'И още нещо' }));
  must(await outbox.cancel({ operationId: newest().id }));
  expect(draft()).toBe('И още нещо\n\nБлагодаря!');
});

test('withdrawing a reply leaves the approval that was asked for with it', async () => {
  const { outbox, comments, comment, newest, library } = await opened();
  must(await comments.reply({ commentId: 'site-1/7', content: 'Благодаря!', approve: true }));
  must(await outbox.cancel({ operationId: newest().id }));
  expect(comment()?.status).toBe('approved');
  expect(library.all('operations').map(({ task, state }) => [task.kind, state])).toEqual([
    ['set-comment-status', 'queued'],
    ['create-reply', 'cancelled'],
  ]);
});

test.each([
  ['post-1', 'draft'],
  ['post-2', 'publish'],
])('a withdrawn upload of %s: the post is %s again, with all its words', async (postId, status) => {
  const { outbox, posts, newest, library } = await opened();
  must(await posts.save({ postId, expectedRevision: 1, title: 'Ново', body: 'Ново' }));
  must(await posts.send({ postId, expectedRevision: 2, status: 'publish' }));
  expect(library.get('posts', postId)?.fields.status).toBe('publish');
  must(await outbox.cancel({ operationId: newest().id }));
  expect(library.get('posts', postId)).toMatchObject({
    revision: 2,
    fields: { title: 'Ново', body: 'Ново', status },
  });
});

test('what waits, what needs a person, and what was sent within a day', async () => {
  const ended = '2026-11-10T09:00:00.000Z';
  const { outbox, clock } = await opened([
    anOperation({ id: 'c', sequence: 3, state: 'sending' }),
    anOperation({ id: 'a', sequence: 1, state: 'queued', notBefore: '2026-11-10T10:00:05.000Z' }),
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
  expect(must(await outbox.counts())).toEqual({ waiting: 3, failed: 1 });
  expect(lists.waiting.map(({ nextTryAt }) => nextTryAt)).toEqual([
    '2026-11-10T10:00:05.000Z',
    '2026-11-10T10:00:48.000Z',
    '2026-11-10T10:00:48.000Z',
  ]);
  expect(lists.needsYou[0]).toMatchObject({ nextTryAt: null, error: { kind: 'forbidden' } });
  clock.advance(23 * 3_600_000);
  expect(ids(must(await outbox.list()).sent)).toBe('fe');
  clock.advance(1);
  expect(must(await outbox.list()).sent).toEqual([]);
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
