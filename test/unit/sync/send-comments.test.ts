import { expect, test } from 'vitest';
import { err, ok } from '../../../main/domain/result.ts';
import { aComment, anOperation } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { aRemoteComment } from '../../support/scripted-client.ts';
import { sending, TASKS } from './sending.ts';

const DECISION = TASKS['set-comment-status'];
const REPLY = TASKS['create-reply'];
const theReply = aRemoteComment({ remoteId: 8, parentRemoteId: 7, raw: 'Благодаря!', status: 'approved' });
const unconfirmed = { state: 'sent-unconfirmed', attempts: 1 } as const;

test('a decision carries everything that the site would otherwise overwrite', async () => {
  const { send, calls, library } = await sending(DECISION, {
    setCommentStatus: async () => ok(aRemoteComment({ status: 'approved' })),
  });
  must(await send());
  expect(calls).toEqual([
    [
      'setCommentStatus',
      {
        remoteId: 7,
        status: 'approved',
        authorIp: '198.51.100.24',
        authorAgent: 'Mozilla/5.0 (X11; Linux x86_64)',
        dateGmt: '2026-11-17T05:41:00Z',
      },
    ],
  ]);
  expect(library.get('comments', 'site-1/7')).toMatchObject({ status: 'approved', baseStatus: 'approved' });
});

test('a later decision that still waits keeps its status here', async () => {
  const { send, library } = await sending(DECISION, {
    setCommentStatus: async () => ok(aRemoteComment({ status: 'approved' })),
  });
  await library.transact((tx) => {
    tx.put('comments', aComment({ status: 'spam' }));
    tx.put('operations', anOperation({ id: 'op-2', sequence: 2, task: { ...DECISION, status: 'spam' } }));
    return ok(null);
  });
  must(await send());
  expect(library.get('comments', 'site-1/7')).toMatchObject({ status: 'spam', baseStatus: 'approved' });
});

test('a status that the site gave otherwise is the one that is shown', async () => {
  const { send, library } = await sending(DECISION, {
    setCommentStatus: async () => ok(aRemoteComment({ status: 'spam' })),
  });
  must(await send());
  expect(library.get('comments', 'site-1/7')).toMatchObject({ status: 'spam', baseStatus: 'spam' });
});

test('a decision without an answer is simply sent again: it is the same however often', async () => {
  const { send, calls, now } = await sending(
    DECISION,
    { setCommentStatus: async () => ok(aRemoteComment({ status: 'approved' })) },
    unconfirmed,
  );
  must(await send());
  expect(calls.map(([name]) => name)).toEqual(['setCommentStatus']);
  expect(now()?.state).toBe('done');
});

test('a decision on a comment that is not here any more fails without asking the site', async () => {
  const { send, now, put, calls } = await sending(DECISION, {});
  await put({ task: { ...DECISION, commentId: 'site-1/99' } });
  must(await send());
  expect(now()).toMatchObject({ state: 'failed', lastError: { kind: 'not-found', what: 'comment' } });
  expect(calls).toEqual([]);
});

test('a reply becomes the site’s comment', async () => {
  const { send, calls, library } = await sending(REPLY, { createReply: async () => ok(theReply) });
  must(await send());
  expect(calls).toEqual([['createReply', { postRemoteId: 5, parentRemoteId: 7, content: 'Благодаря!' }]]);
  expect(library.get('comments', 'local/1')).toBeUndefined();
  expect(library.get('comments', 'site-1/8')).toMatchObject({ raw: 'Благодаря!', parentRemoteId: 7 });
});

test('a reply whose answer was lost is found and not sent again', async () => {
  const { send, calls, library, now } = await sending(
    REPLY,
    { findReply: async () => ok(theReply) },
    unconfirmed,
  );
  must(await send());
  expect(calls.map(([name]) => name)).toEqual(['findReply']);
  expect(now()?.state).toBe('done');
  expect(
    library
      .all('comments')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['site-1/7', 'site-1/8']);
});

test('a reply that a pull has brought meanwhile is there once', async () => {
  const { send, library } = await sending(REPLY, { findReply: async () => ok(theReply) }, unconfirmed);
  await library.transact((tx) =>
    ok(tx.put('comments', aComment({ id: 'site-1/8', remoteId: 8, parentRemoteId: 7, status: 'approved' }))),
  );
  must(await send());
  expect(
    library
      .all('comments')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(['site-1/7', 'site-1/8']);
});

test('a reply that is not there is looked for three times more before it is sent again', async () => {
  const { send, calls, now } = await sending(
    REPLY,
    { findReply: async () => ok(null), createReply: async () => ok(theReply) },
    unconfirmed,
  );
  for (let n = 0; n < 4; n += 1) must(await send());
  expect(calls.map(([name]) => name)).toEqual([
    ...['findReply', 'findReply', 'findReply'],
    ...['findReply', 'createReply'],
  ]);
  expect(now()?.state).toBe('done');
});

test('a reply that is refused stays here as it was', async () => {
  const { send, library, now } = await sending(REPLY, {
    createReply: async () => err({ kind: 'forbidden', code: 'rest_comment_closed', host: '' }),
  });
  must(await send());
  expect(now()?.state).toBe('failed');
  expect(library.get('comments', 'local/1')).toBeDefined();
});
