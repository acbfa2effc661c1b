import { expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import { err, ok } from '../../../main/domain/result.ts';
import { aComment, aReply } from '../../support/builders.ts';
import { aPage, aRemoteComment, aRemotePost } from '../../support/scripted-client.ts';
import { decision, engineAtWork, times } from './at-work.ts';

const HOST = 'bavnivlakove.example';
const offline: AppError = { kind: 'offline', reason: 'no-network', host: HOST };
const SECOND = 1000;

test('what waits is sent in its order, one request at a time, however often it is woken', async () => {
  let running = 0;
  let most = 0;
  const desk = await engineAtWork(
    {
      setCommentStatus: async ({ remoteId, status }) => {
        running += 1;
        most = Math.max(most, running);
        for (let n = 0; n < 5; n += 1) {
          desk.engine.wake(null, true);
          await new Promise((resolve) => setImmediate(resolve));
          await desk.library.settled();
        }
        running -= 1;
        return ok(aRemoteComment({ remoteId, status }));
      },
    },
    [decision(3), decision(1), decision(2)],
  );
  for (let n = 0; n < 5; n += 1) desk.engine.wake(null);
  await desk.idle();
  expect(desk.sent()).toEqual([1, 2, 3]);
  expect(most).toBe(1);
  expect(desk.library.all('operations').map(({ state }) => state)).toEqual(['done', 'done', 'done']);
});

test('what waits on one target keeps its order; other targets overtake it', async () => {
  const first = decision(1, { notBefore: '2026-11-10T10:00:30.000Z', attempts: 1 });
  const next = decision(2, { task: { kind: 'set-comment-status', commentId: 'site-1/1', status: 'spam' } });
  const desk = await engineAtWork({}, [first, next, decision(3)]);
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.sent()).toEqual([3]);
  await desk.pass(29 * SECOND);
  expect(desk.sent()).toEqual([3]);
  await desk.pass(SECOND);
  const statuses = desk.calls.flatMap((call) => (call[0] === 'setCommentStatus' ? [call[1].status] : []));
  expect(statuses).toEqual(['approved', 'approved', 'spam']);
});

test('a reply taken back that nobody can look up keeps its trash waiting until a person tries again', async () => {
  let closed = true;
  const theReply = aRemoteComment({ remoteId: 8, parentRemoteId: 7, status: 'approved' });
  const desk = await engineAtWork({
    findReply: async () => (closed ? err({ kind: 'forbidden', code: '', host: HOST }) : ok(theReply)),
  });
  const commentId = 'local/1';
  const trash = { kind: 'set-comment-status', commentId, status: 'trash' } as const;
  const asked = decision(1, { task: aReply(), state: 'sent-unconfirmed', attempts: 1 });
  await desk.library.transact((tx) => {
    tx.put('comments', aComment({ id: commentId, remoteId: null, parentRemoteId: 7, status: 'trash' }));
    return ok(null);
  });
  await desk.put(asked);
  await desk.put(decision(2, { task: trash }));
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.operation(1)).toMatchObject({ state: 'failed', unconfirmed: true });
  expect(desk.operation(2)).toMatchObject({ state: 'queued', attempts: 0 });

  closed = false;
  await desk.put(asked);
  desk.engine.wake(null, true);
  await desk.idle();
  expect(desk.calls.at(-1)).toEqual([
    'setCommentStatus',
    expect.objectContaining({ remoteId: 8, status: 'trash' }),
  ]);
  expect(desk.operation(2)?.state).toBe('done');
});

test('a decision that a later one has overtaken is withdrawn, not sent', async () => {
  const later = decision(2, { task: { kind: 'set-comment-status', commentId: 'site-1/1', status: 'spam' } });
  const desk = await engineAtWork({}, [decision(1), later]);
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.operation(1)?.state).toBe('cancelled');
  expect(desk.calls).toEqual([
    ['setCommentStatus', expect.objectContaining({ remoteId: 1, status: 'spam' })],
  ]);
});

test('a pull comes after what waits, and what is decided meanwhile goes before the next pull', async () => {
  const desk = await engineAtWork({}, [decision(1)]);
  desk.engine.pull('site-1');
  await desk.idle();
  expect(desk.calls.map(([name]) => name)).toEqual([
    ...['setCommentStatus', 'identify'],
    ...['listPosts', 'listComments'],
  ]);
  expect(desk.site()?.pulledAt).toBe('2026-11-10T10:00:00.000Z');
});

test('a pull that failed is tried again; one that cannot succeed is not', async () => {
  for (const [error, tries] of [
    [offline, 2],
    [{ kind: 'forbidden', code: 'x', host: HOST } as const, 1],
  ] as const) {
    const desk = await engineAtWork({ identify: async () => err(error) });
    desk.engine.pull('site-1');
    await desk.idle();
    await desk.pass(10 * SECOND - 8_400);
    expect(times(desk.calls, 'identify')).toBe(tries);
    expect(desk.contact()?.error).toEqual(error);
  }
});

test('a pull that is cancelled stops after its page and is not taken up again', async () => {
  const desk = await engineAtWork({
    listPosts: async (page) => {
      if (page === 2) desk.engine.cancelPull('site-1');
      return ok(aPage([aRemotePost({ remoteId: page })], { pages: 9 }));
    },
    authorNames: async () => ok(new Map()),
  });
  desk.engine.pull('site-1');
  await desk.idle();
  await desk.pass(60 * SECOND);
  expect(times(desk.calls, 'listPosts')).toBe(2);
  expect(desk.site()?.pulledAt).toBeNull();
  expect(desk.contact()?.error ?? null).toBeNull();
  expect(desk.library.all('posts')).toHaveLength(2);
});

test('a pull that was asked for but has not begun can be cancelled', async () => {
  const desk = await engineAtWork({ setCommentStatus: async () => err(offline) }, [decision(1)]);
  desk.engine.pull('site-1');
  await desk.idle();
  desk.engine.cancelPull('site-1');
  await desk.pass(60 * SECOND);
  expect(times(desk.calls, 'identify')).toBe(0);
});

test('pulling again while a pull runs makes one more, not two', async () => {
  const desk = await engineAtWork({
    listComments: async () => {
      if (times(desk.calls, 'listComments') === 1) {
        for (let n = 0; n < 3; n += 1) desk.engine.pull('site-1');
      }
      return ok(aPage([]));
    },
  });
  desk.engine.pull('site-1');
  await desk.idle();
  expect(times(desk.calls, 'identify')).toBe(2);
});
