import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { aPage, aRemoteComment } from '../../support/scripted-client.ts';
import { decision, engineAtWork } from './at-work.ts';

/** A site whose comments fill three pages; `during` happens while page 2 is asked for. */
async function longPull(during: (desk: Awaited<ReturnType<typeof engineAtWork>>) => Promise<unknown>) {
  const desk = await engineAtWork(
    {
      listComments: async (page) => {
        if (page === 2) await during(desk);
        return ok(aPage([aRemoteComment({ remoteId: 100 + page })], { total: 3, pages: 3 }));
      },
    },
    [decision(1, { state: 'done' }), decision(2, { state: 'done' })],
  );
  desk.engine.pull(null);
  await desk.idle();
  return desk;
}

test('what is decided during a long pull is sent before its next page', async () => {
  const desk = await longPull(async ({ library }) => {
    await library.transact((tx) => {
      for (const n of [1, 2]) tx.put('operations', decision(n));
      return ok(null);
    });
  });
  expect(desk.calls.map(([name]) => name).slice(-5)).toEqual([
    'listComments',
    'listComments',
    'setCommentStatus',
    'setCommentStatus',
    'listComments',
  ]);
  expect(desk.operation(2)?.state).toBe('done');
  expect(desk.library.get('sites', 'site-1')?.pulledAt).not.toBeNull();
});

test('nothing is sent between two pages once the worker stops', async () => {
  const desk = await longPull(async ({ library, engine }) => {
    await library.transact((tx) => ok(tx.put('operations', decision(1))));
    void engine.stop();
  });
  expect(desk.sent()).toEqual([]);
  expect(desk.operation(1)?.state).toBe('queued');
});
