import { expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import { err, ok } from '../../../main/domain/result.ts';
import { anOperation, aSite } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import {
  anIdentity,
  aPage,
  aRemoteComment,
  aRemotePost,
  scriptedClient,
} from '../../support/scripted-client.ts';
import { decision, engineAtWork, sentIn, times } from './at-work.ts';
import { TASKS } from './sending.ts';

const offline: AppError = { kind: 'offline', reason: 'no-network', host: 'bavnivlakove.example' };
const MINUTE = 60_000;

test('what was being sent when the app ended is asked about before anything is sent again', async () => {
  const reply = decision(1, { task: TASKS['create-reply'], state: 'sending', attempts: 1 });
  const done = decision(2, { state: 'done' });
  const desk = await engineAtWork({ findReply: async () => ok(aRemoteComment({ remoteId: 8 })) }, [
    reply,
    done,
  ]);
  const states: (string | undefined)[] = [];
  desk.library.onCommit(() => states.push(desk.operation(1)?.state));
  must(await desk.engine.start());
  await desk.idle();
  expect(states[0]).toBe('sent-unconfirmed');
  expect(desk.calls[0]?.[0]).toBe('findReply');
  expect(times(desk.calls, 'createReply')).toBe(0);
  expect(desk.operation(1)?.state).toBe('done');
  expect(desk.operation(2)).toEqual(done);
});

test('every site is pulled at the start and every five minutes after', async () => {
  const desk = await engineAtWork({}, [], { sites: [aSite(), aSite({ id: 'site-2' })] });
  await desk.engine.start();
  await desk.idle();
  expect(times(desk.calls, 'identify')).toBe(2);
  await desk.pass(5 * MINUTE - 1);
  expect(times(desk.calls, 'identify')).toBe(2);
  await desk.pass(1);
  expect(times(desk.calls, 'identify')).toBe(4);
  await desk.pass(5 * MINUTE);
  expect(times(desk.calls, 'identify')).toBe(6);
});

test('a site that is out of reach does not hold up the others', async () => {
  const good = scriptedClient({
    identify: async () => ok(anIdentity()),
    listPosts: async () => ok(aPage([])),
    listComments: async () => ok(aPage([])),
  });
  const desk = await engineAtWork({ identify: async () => err(offline) }, [], {
    sites: [aSite(), aSite({ id: 'site-2' })],
    clientFor: (site, client) => ok(site.id === 'site-1' ? client : good.client),
  });
  await desk.engine.start();
  await desk.idle();
  expect(desk.engine.state('site-1').error).toEqual(offline);
  expect(desk.engine.state('site-2')).toMatchObject({ error: null, pulledAt: '2026-11-10T10:00:00.000Z' });
});

test('one site alone is pulled when only it is asked for', async () => {
  const desk = await engineAtWork({}, [], { sites: [aSite(), aSite({ id: 'site-2' })] });
  desk.engine.pull('site-2');
  await desk.idle();
  expect(times(desk.calls, 'identify')).toBe(1);
  expect(desk.library.get('sites', 'site-2')?.pulledAt).not.toBeNull();
  expect(desk.site()?.pulledAt).toBeNull();
});

test('operations of one site are never sent to another', async () => {
  const other = scriptedClient({ setCommentStatus: async () => ok(aRemoteComment()) });
  const desk = await engineAtWork({}, [decision(1)], {
    sites: [aSite(), aSite({ id: 'site-2' })],
    clientFor: (site, client) => ok(site.id === 'site-1' ? client : other.client),
  });
  await desk.put(anOperation({ id: 'op-9', siteId: 'site-2', sequence: 9 }));
  desk.engine.wake(null);
  await desk.idle();
  expect(desk.sent()).toEqual([1]);
  expect(sentIn(other.calls)).toEqual([]); // comment site-1/7 is not in the library: it failed without being sent
  expect(desk.library.get('operations', 'op-9')?.state).toBe('failed');
});

test('progress tells what is going on, and ends idle', async () => {
  const desk = await engineAtWork(
    {
      authorNames: async () => ok(new Map()),
      listPosts: async (page) => ok(aPage([aRemotePost({ remoteId: page })], { total: 2, pages: 2 })),
      listComments: async () => ok(aPage([aRemoteComment()])),
    },
    [decision(1)],
  );
  desk.engine.pull('site-1');
  await desk.idle();
  const told = desk.progress.map(({ phase, what, done, total }) => [phase, what, done, total].join(' '));
  expect([...new Set(told)]).toEqual([
    'sending none 0 0',
    'pulling posts 0 0',
    'pulling posts 1 2',
    'pulling posts 2 2',
    'pulling comments 1 1',
    'idle none 0 0',
  ]);
  expect(new Set(desk.progress.map(({ siteId }) => siteId))).toEqual(new Set(['site-1']));
});

test('stopping lets the request under way end, and begins nothing more', async () => {
  let answer = () => {};
  const desk = await engineAtWork(
    {
      setCommentStatus: async ({ remoteId, status }) => {
        await new Promise<void>((resolve) => {
          answer = resolve;
        });
        return ok(aRemoteComment({ remoteId, status }));
      },
    },
    [decision(1), decision(2)],
  );
  await desk.engine.start();
  while (desk.calls.length === 0) await new Promise((resolve) => setImmediate(resolve));
  let stopped = false;
  const stopping = desk.engine.stop().then(() => {
    stopped = true;
  });
  await new Promise((resolve) => setImmediate(resolve));
  expect(stopped).toBe(false);
  answer();
  await stopping;
  expect(desk.operation(1)?.state).toBe('done');
  expect(desk.operation(2)?.state).toBe('queued');
  desk.engine.wake(null, true);
  desk.engine.pull(null);
  await desk.pass(60 * MINUTE);
  expect(desk.calls).toHaveLength(1);
  expect(desk.clock.pending).toBe(0);
});

test('a site nobody knows stands still', async () => {
  const desk = await engineAtWork();
  expect(desk.engine.state('unknown')).toEqual({
    ...{ siteId: 'unknown', phase: 'idle', what: 'none', done: 0, total: 0, nextTryAt: null },
    ...{ pulledAt: null, error: null, offlineSince: null },
  });
  desk.engine.cancelPull('unknown');
  desk.engine.pull('unknown');
  desk.engine.wake('unknown', true);
  await desk.idle();
  expect(desk.calls).toEqual([]);
});

test('the last error outlives a restart', async () => {
  const desk = await engineAtWork({ identify: async () => err(offline) });
  desk.engine.pull(null);
  await desk.idle();
  expect(desk.contact()).toEqual({ id: 'site-1', error: offline, offlineSince: '2026-11-10T10:00:00.000Z' });
  await desk.engine.stop();
  const next = await engineAtWork();
  await next.library.transact((tx) => {
    const contact = desk.contact();
    if (contact) tx.put('contacts', contact);
    return ok(null);
  });
  expect(next.engine.state('site-1')).toMatchObject({
    error: offline,
    offlineSince: '2026-11-10T10:00:00.000Z',
  });
});
