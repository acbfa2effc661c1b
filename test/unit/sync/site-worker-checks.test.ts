import { expect, test } from 'vitest';
import { err, ok } from '../../../main/domain/result.ts';
import { aRemoteComment } from '../../support/scripted-client.ts';
import { decision, engineAtWork } from './at-work.ts';

const unanswered = {
  kind: 'server',
  reason: 'failed',
  status: 502,
  code: '',
  host: 'bavnivlakove.example',
} as const;
const fromBackup = { checkFirst: true } as const;

test('nothing is sent or pulled before the site was asked about everything that comes from a backup', async () => {
  const getComment = async (remoteId: number) => ok(aRemoteComment({ remoteId, status: 'pending' }));
  const desk = await engineAtWork({ getComment }, [
    decision(1, fromBackup),
    decision(2),
    decision(3, fromBackup),
  ]);
  await desk.engine.start();
  await desk.idle();
  expect(desk.calls.map(([name]) => name).slice(0, 6)).toEqual([
    ...['getComment', 'getComment'],
    ...['setCommentStatus', 'setCommentStatus', 'setCommentStatus', 'identify'],
  ]);
  expect(desk.sent()).toEqual([1, 2, 3]);
});

test('a site that does not say is asked again in its time, and meanwhile nothing goes out', async () => {
  let silent = true;
  const getComment = async (remoteId: number) =>
    silent ? err(unanswered) : ok(aRemoteComment({ remoteId, status: 'approved' }));
  const desk = await engineAtWork({ getComment }, [decision(1, fromBackup), decision(2)]);
  await desk.engine.start();
  await desk.idle();
  expect(desk.calls.map(([name]) => name)).toEqual(['getComment']);
  silent = false;
  await desk.pass(2_000);
  expect(desk.sent()).toEqual([2]);
  expect(desk.library.get('operations', 'op-1')?.state).toBe('done');
});
