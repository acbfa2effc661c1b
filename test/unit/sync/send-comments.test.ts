import { describe, expect, test } from 'vitest';
import { err, ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { aComment, aDecision, anOperation } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { aRemoteComment } from '../../support/scripted-client.ts';
import { sending, TASKS } from './sending.ts';

const DECISION = TASKS['set-comment-status'];
const REPLY = TASKS['create-reply'];
const theReply = aRemoteComment({ remoteId: 8, parentRemoteId: 7, raw: 'Благодаря!', status: 'approved' });
type Desk = Awaited<ReturnType<typeof sending>>;
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

/** Every comment that is here. */
const idsIn = (library: Library) =>
  library
    .all('comments')
    .map(({ id }) => id)
    .sort();

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
  expect(idsIn(library)).toEqual(['site-1/7', 'site-1/8']);
});

test('a reply that a pull has brought meanwhile is there once', async () => {
  const { send, library } = await sending(REPLY, { findReply: async () => ok(theReply) }, unconfirmed);
  await library.transact((tx) =>
    ok(tx.put('comments', aComment({ id: 'site-1/8', remoteId: 8, parentRemoteId: 7, status: 'approved' }))),
  );
  must(await send());
  expect(idsIn(library)).toEqual(['site-1/7', 'site-1/8']);
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

describe('a reply that was taken back while it was under way', () => {
  const TRASH = { ...DECISION, commentId: 'local/1', status: 'trash' } as const;
  /** What undo does to it. */
  const takeBack = (library: Library) =>
    library.transact((tx) => {
      const reply = tx.get('comments', 'local/1');
      if (reply) tx.put('comments', { ...reply, status: 'trash' });
      tx.put('operations', anOperation({ id: 'op-2', sequence: 2, task: TRASH }));
      tx.put('decisions', aDecision({ replyId: 'local/1' }));
      tx.put('decisions', aDecision({ id: 'd-2', commentId: 'local/1', undoes: 'd-1' }));
      return ok(null);
    });

  test('arrives, and the trash follows it under its new name', async () => {
    const desk: Desk = await sending(REPLY, {
      createReply: async () => {
        await takeBack(desk.library);
        return ok(theReply);
      },
    });
    must(await desk.send());
    expect(desk.now()?.state).toBe('done');
    expect(desk.library.get('comments', 'local/1')).toBeUndefined();
    expect(desk.library.get('comments', 'site-1/8')).toMatchObject({
      status: 'trash',
      baseStatus: 'approved',
    });
    expect(desk.library.get('operations', 'op-2')).toMatchObject({
      ...{ state: 'queued', task: { commentId: 'site-1/8', status: 'trash' } },
    });
    expect(desk.library.get('decisions', 'd-1')?.replyId).toBe('site-1/8');
    expect(desk.library.get('decisions', 'd-2')?.commentId).toBe('site-1/8');
  });

  test.each([
    ['before it left', {}, {}, []],
    [
      'and is found nowhere',
      { findReply: async () => ok(null) },
      { ...unconfirmed, looks: 3 },
      ['findReply'],
    ],
  ] as const)('%s is not sent', async (_when, script, over, asked) => {
    const { library, send, now, calls } = await sending(REPLY, script, over);
    await takeBack(library);
    must(await send());
    expect(calls.map(([name]) => name)).toEqual(asked);
    expect(now()).toMatchObject({ state: 'cancelled', endedAt: expect.any(String) });
    expect(library.get('operations', 'op-2')).toMatchObject({
      state: 'cancelled',
      endedAt: expect.any(String),
    });
    expect(library.get('comments', 'local/1')).toBeUndefined();
  });

  test('and that the site refuses is gone', async () => {
    const desk: Desk = await sending(REPLY, {
      createReply: async () => {
        await takeBack(desk.library);
        return err({ kind: 'forbidden', code: 'rest_comment_closed', host: '' });
      },
    });
    must(await desk.send());
    expect(desk.now()?.state).toBe('cancelled');
    expect(desk.library.all('comments').map(({ id }) => id)).toEqual(['site-1/7']);
  });

  test('and whose answer was lost is looked for', async () => {
    const desk: Desk = await sending(REPLY, {
      createReply: async () => {
        await takeBack(desk.library);
        return err({ kind: 'offline', reason: 'dropped', host: '' });
      },
    });
    must(await desk.send());
    expect(desk.now()?.state).toBe('sent-unconfirmed');
    expect(desk.library.get('operations', 'op-2')?.state).toBe('queued');
  });
});

test('a reply that is refused stays here as it was', async () => {
  const { send, library, now } = await sending(REPLY, {
    createReply: async () => err({ kind: 'forbidden', code: 'rest_comment_closed', host: '' }),
  });
  must(await send());
  expect(now()?.state).toBe('failed');
  expect(library.get('comments', 'local/1')).toBeDefined();
});
