import { expect, test } from 'vitest';
import type { Operation } from '../../../main/domain/operation.ts';
import { ok } from '../../../main/domain/result.ts';
import { OutboxService } from '../../../main/services/outbox.ts';
import { IDLE } from '../../../main/sync/site-activity.ts';
import { anOperation, aPost, aReply, aSite, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const upload = { postId: 'post-1', revision: 1, fields: someFields() };
const create = { kind: 'create-post', lookupSlug: 'copydesk-1', remoteId: null, ...upload } as const;

async function outboxWith(operations: Operation[]) {
  const library = await openedLibrary(await tempFolder());
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put('posts', aPost());
    for (const operation of operations) tx.put('operations', operation);
    return ok(null);
  });
  const state = (siteId: string) => ({ siteId, pulledAt: null, error: null, offlineSince: null, ...IDLE });
  const outbox = new OutboxService(library, manualClock(), { wake: () => {}, state });
  return {
    outbox,
    states: () => library.all('operations').map((operation) => [operation.id, operation.state]),
  };
}

test.each([
  ['a post', create],
  ['a reply', aReply()],
] as const)('%s that failed but may stand on the site is not forgotten', async (_name, task) => {
  const operation = anOperation({ task, state: 'failed', unconfirmed: true });
  const { outbox, states } = await outboxWith([operation]);
  expect(await outbox.cancel({ operationId: operation.id })).toMatchObject({
    ok: false,
    error: { kind: 'validation', reason: 'already-sent' },
  });
  expect(states()).toEqual([[operation.id, 'failed']]);
});

test('what comes from a backup is not withdrawn before its site was asked', async () => {
  const operation = anOperation({ task: create, checkFirst: true });
  const { outbox, states } = await outboxWith([operation]);
  expect(await outbox.cancel({ operationId: operation.id })).toMatchObject({
    ok: false,
    error: { reason: 'already-sent' },
  });
  expect(states()).toEqual([[operation.id, 'queued']]);
});

test('withdrawing a new post withdraws the update that was to follow it', async () => {
  const { outbox, states } = await outboxWith([
    anOperation({ id: 'first', sequence: 1, task: create, state: 'failed' }),
    anOperation({ id: 'second', sequence: 2, task: { kind: 'update-post', ...upload }, state: 'queued' }),
    anOperation({ id: 'other', sequence: 3, task: { kind: 'update-post', ...upload, postId: 'post-9' } }),
  ]);
  must(await outbox.cancel({ operationId: 'first' }));
  expect(states()).toEqual([
    ['first', 'cancelled'],
    ['second', 'cancelled'],
    ['other', 'queued'],
  ]);
});
