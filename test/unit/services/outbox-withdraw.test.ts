import { expect, test } from 'vitest';
import type { CommentStatus } from '../../../main/domain/comment.ts';
import type { OperationState } from '../../../main/domain/operation.ts';
import { ok } from '../../../main/domain/result.ts';
import { aComment, anOperation } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openOutbox as opened } from './open-outbox.ts';

const alreadySent = { ok: false, error: { kind: 'validation', reason: 'already-sent' } };

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

test('withdrawing the trash of a reply leaves the approval taken back that went with it', async () => {
  const { outbox, comments, comment, newest, advance, library } = await opened();
  must(await comments.reply({ commentId: 'site-1/7', content: 'Благодаря!', approve: true }));
  await advance(newest().id, { state: 'sending', attempts: 1 });
  must(await comments.undo());
  expect(newest().task).toMatchObject({ kind: 'set-comment-status', status: 'trash' });
  must(await outbox.cancel({ operationId: newest().id }));
  expect(comment()?.status).toBe('pending');
  expect(library.all('decisions').filter(({ undoneAt }) => undoneAt === null)).toEqual([
    expect.objectContaining({ commentId: 'site-1/7', after: 'pending' }),
  ]);
  expect(must(await comments.undo()).undone).toBeNull();
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
