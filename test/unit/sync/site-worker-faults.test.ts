import { expect, test, vi } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import { err, ok } from '../../../main/domain/result.ts';
import { aReply } from '../../support/builders.ts';
import { aRemoteComment } from '../../support/scripted-client.ts';
import { decision, engineAtWork, times } from './at-work.ts';

const HOST = 'bavnivlakove.example';
const offline: AppError = { kind: 'offline', reason: 'no-network', host: HOST };
const SECOND = 1000;

test('while the disk is full nothing is sent, nothing spins, and later all of it goes', async () => {
  const later = decision(2, { task: { kind: 'set-comment-status', commentId: 'site-1/1', status: 'spam' } });
  for (const operations of [[decision(1)], [decision(1), later]]) {
    const desk = await engineAtWork({}, operations);
    const transact = vi.spyOn(desk.library, 'transact');
    desk.disk.fail();
    desk.engine.wake(null);
    for (let n = 0; n < 20; n += 1) await desk.idle();
    expect(desk.calls).toEqual([]);
    expect(transact.mock.calls.length).toBeLessThan(6);
    desk.disk.heal();
    await desk.pass(60 * SECOND);
    expect(desk.sent()).toEqual([1]);
    expect(desk.library.all('operations').filter(({ state }) => state === 'queued')).toEqual([]);
  }
});

test('an answer that could not be written down is asked for again, not forgotten', async () => {
  const desk = await engineAtWork(
    {
      createReply: async () => {
        desk.disk.fail();
        return ok(aRemoteComment({ remoteId: 8, parentRemoteId: 7 }));
      },
      findReply: async () => ok(aRemoteComment({ remoteId: 8, parentRemoteId: 7 })),
    },
    [
      decision(1, {
        task: aReply({ content: 'Благодаря!' }),
      }),
    ],
  );
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.operation(1)?.state).toBe('sending');
  desk.disk.heal();
  await desk.pass(60 * SECOND);
  expect(desk.operation(1)?.state).toBe('done');
  expect(times(desk.calls, 'createReply')).toBe(1);
  expect(times(desk.calls, 'findReply')).toBe(1);
});

test('a defect while sending is reported, paused after, and does not stop the rest', async () => {
  let broken = true;
  const desk = await engineAtWork(
    {
      setCommentStatus: async ({ remoteId, status }) => {
        if (broken && remoteId === 1) throw new TypeError('defect');
        return ok(aRemoteComment({ remoteId, status }));
      },
    },
    [decision(1), decision(2)],
  );
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.bugs).toEqual([new TypeError('defect')]);
  await desk.pass(1_599);
  expect(desk.bugs).toHaveLength(1);
  await desk.pass(60 * SECOND);
  expect(desk.bugs.length).toBeLessThan(8);
  broken = false;
  await desk.pass(60 * SECOND);
  expect(desk.operation(1)?.state).toBe('done');
  expect(desk.operation(2)?.state).toBe('done');
  desk.bugs.length = 0;
});

test('a clock that is put back does not hold up what waits', async () => {
  let online = false;
  const desk = await engineAtWork(
    {
      setCommentStatus: async ({ remoteId, status }) => {
        if (online) return ok(aRemoteComment({ remoteId, status }));
        return remoteId === 1
          ? err({ kind: 'server', reason: 'failed', status: 500, code: '', host: HOST })
          : err(offline);
      },
    },
    [decision(1), decision(2)],
  );
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.sent()).toEqual([1, 2]);
  online = true;
  desk.clock.set('2024-11-10T10:00:00.000Z');
  await desk.pass(60 * SECOND);
  expect(desk.library.all('operations').map(({ state }) => state)).toEqual(['done', 'done']);
});
