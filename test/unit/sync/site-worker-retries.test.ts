import { expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import { err, ok } from '../../../main/domain/result.ts';
import { aSite } from '../../support/builders.ts';
import { aRemoteComment } from '../../support/scripted-client.ts';
import { decision, engineAtWork } from './at-work.ts';

const HOST = 'bavnivlakove.example';
const offline: AppError = { kind: 'offline', reason: 'no-network', host: HOST };
const SECOND = 1000;

test('a site out of reach is tried again by itself, after longer and longer pauses', async () => {
  const desk = await engineAtWork({ setCommentStatus: async () => err(offline) }, [decision(1), decision(2)]);
  const at: number[] = [];
  const begin = desk.clock.now().getTime();
  desk.engine.wake(null);
  await desk.idle();
  while (at.length < 9) {
    const tries = desk.sent().length;
    if (tries > at.length) at.push((desk.clock.now().getTime() - begin) / SECOND);
    await desk.pass(400);
  }
  const pauses = at.slice(1).map((time, n) => Math.round((time - (at[n] ?? 0)) * 10) / 10);
  expect(pauses).toEqual([1.6, 3.2, 6.4, 12.8, 25.6, 48, 48, 48]);
  expect(desk.sent().every((id) => id === 1)).toBe(true);
  expect(desk.operation(1)).toMatchObject({ state: 'queued', attempts: 0, lastError: offline });
});

test('one success ends the pauses and the message', async () => {
  let online = false;
  const desk = await engineAtWork(
    {
      setCommentStatus: async ({ remoteId, status }) =>
        online ? ok(aRemoteComment({ remoteId, status })) : err(offline),
    },
    [decision(1), decision(2)],
  );
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.contact()).toEqual({ id: 'site-1', error: offline, offlineSince: '2026-11-10T10:00:00.000Z' });
  expect(desk.engine.state('site-1')).toMatchObject({
    error: offline,
    offlineSince: '2026-11-10T10:00:00.000Z',
    nextTryAt: '2026-11-10T10:00:01.600Z',
  });
  await desk.pass(1_600);
  expect(desk.contact()?.offlineSince).toBe('2026-11-10T10:00:00.000Z');
  online = true;
  await desk.pass(3_200);
  expect(desk.sent()).toEqual([1, 1, 1, 2]);
  expect(desk.contact()).toEqual({ id: 'site-1', error: null, offlineSince: null });
  expect(desk.engine.state('site-1')).toMatchObject({ error: null, offlineSince: null, nextTryAt: null });
});

test('a person who asks ends the pause', async () => {
  const desk = await engineAtWork({ setCommentStatus: async () => err(offline) }, [decision(1)]);
  desk.engine.wake(null);
  await desk.idle();
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.sent()).toHaveLength(1);
  desk.engine.wake(null, true);
  await desk.idle();
  expect(desk.sent()).toHaveLength(2);
});

test('a site that asks to slow down is left alone for as long as it says', async () => {
  const slower: AppError = { kind: 'rate-limited', retryAfterSeconds: 120, host: HOST };
  let full = true;
  const desk = await engineAtWork(
    {
      setCommentStatus: async ({ remoteId, status }) =>
        full ? err(slower) : ok(aRemoteComment({ remoteId, status })),
    },
    [decision(1), decision(2)],
  );
  desk.engine.wake(null);
  await desk.idle();
  full = false;
  await desk.put(decision(3));
  desk.engine.wake(null);
  await desk.pass(120 * SECOND - 1);
  expect(desk.sent()).toEqual([1]);
  expect(desk.engine.state('site-1').nextTryAt).toBe('2026-11-10T10:02:00.000Z');
  await desk.pass(1);
  expect(desk.sent().slice(0, 3)).toEqual([1, 1, 2]);
});

test.each([null, 0, 1])(
  'a site that asks to slow down for %s seconds gets our own pause',
  async (seconds) => {
    const slower: AppError = { kind: 'rate-limited', retryAfterSeconds: seconds, host: HOST };
    const desk = await engineAtWork({ setCommentStatus: async () => err(slower) }, [decision(1)]);
    desk.engine.wake(null);
    await desk.idle();
    await desk.pass(1_599);
    expect(desk.sent()).toHaveLength(1);
    await desk.pass(1);
    expect(desk.sent()).toHaveLength(2);
  },
);

test.each([10 ** 10, Number.MAX_SAFE_INTEGER, 10 ** 300])(
  'a site that asks for %d seconds is asked again in an hour, and no timer runs wild',
  async (seconds) => {
    const slower: AppError = { kind: 'rate-limited', retryAfterSeconds: seconds, host: HOST };
    const desk = await engineAtWork({ setCommentStatus: async () => err(slower) }, [decision(1)]);
    desk.engine.wake(null);
    await desk.idle();
    expect(desk.bugs).toEqual([]);
    await desk.pass(3600 * SECOND - 1);
    expect(desk.sent()).toHaveLength(1);
    await desk.pass(1);
    expect(desk.sent()).toHaveLength(2);
  },
);

test('a refused password stops everything until there is another one', async () => {
  const refused: AppError = { kind: 'auth-expired', reason: 'credentials', host: HOST };
  const desk = await engineAtWork({ setCommentStatus: async () => err(refused) }, [decision(1), decision(2)]);
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.site()?.needsPassword).toBe(true);
  expect(desk.operation(1)).toMatchObject({ state: 'queued', attempts: 0 });
  desk.engine.wake(null, true);
  desk.engine.pull(null);
  await desk.pass(3600 * SECOND);
  expect(desk.calls).toHaveLength(1);
  await desk.library.transact((tx) => ok(tx.put('sites', aSite({ needsPassword: false }))));
  desk.engine.wake(null, true);
  await desk.idle();
  expect(desk.sent()).toEqual([1, 1]);
});

test.each([
  ['while its end is awaited', 0],
  ['after its end was awaited in vain', 3 * SECOND],
])('a refusal of the old password, %s, says nothing about the new one', async (_when, patience) => {
  const refused: AppError = { kind: 'auth-expired', reason: 'credentials', host: HOST };
  const old = Promise.withResolvers<void>();
  const desk = await engineAtWork(
    {
      setCommentStatus: async ({ remoteId, status }) => {
        if (desk.sent().length > 1) return ok(aRemoteComment({ remoteId, status }));
        await old.promise;
        return err(refused);
      },
    },
    [decision(1)],
  );
  desk.engine.wake(null);
  await expect.poll(() => desk.sent()).toEqual([1]);
  const stored = desk.engine.forget('site-1', () =>
    desk.library.transact((tx) => ok(tx.put('sites', aSite({ needsPassword: false })))),
  );
  desk.clock.advance(patience);
  if (patience === 0) old.resolve();
  await stored;
  desk.engine.pull('site-1');
  if (patience > 0) old.resolve();
  await desk.idle();
  await desk.pass(SECOND);
  expect(desk.site()?.needsPassword).toBe(false);
  expect(desk.contact()?.error ?? null).toBeNull();
  expect(desk.site()?.pulledAt).not.toBeNull();
});

test('a password prompt in front of the site says nothing about ours: it is tried again', async () => {
  const prompt: AppError = { kind: 'auth-expired', reason: 'password-prompt', host: HOST };
  const desk = await engineAtWork({ setCommentStatus: async () => err(prompt) }, [decision(1)]);
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.site()?.needsPassword).toBe(false);
  await desk.pass(1_600);
  expect(desk.sent()).toHaveLength(2);
});

test('without a password here the site is not even asked', async () => {
  const none: AppError = { kind: 'auth-expired', reason: 'no-password-here', host: HOST };
  const desk = await engineAtWork({}, [decision(1)], { clientFor: () => err(none) });
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.site()?.needsPassword).toBe(true);
  expect(desk.calls).toEqual([]);
  expect(desk.contact()?.error).toEqual(none);
});
