// What damage has changed letters of is not sent as it is, and there is a way out of it.
import { expect, test } from 'vitest';
import type { Operation } from '../../../main/domain/operation.ts';
import { ok } from '../../../main/domain/result.ts';
import type { Repair } from '../../../main/library/repairs.ts';
import { doubtWhatWasSent } from '../../../main/services/after-damage.ts';
import { OutboxService } from '../../../main/services/outbox.ts';
import { IDLE } from '../../../main/sync/site-activity.ts';
import { aComment, anOperation, aPost, aReply, aSite, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { known, writing } from './writing.ts';

const altered = (id: string): Repair => ({
  ...{ what: 'shard', collection: 'operations', file: 'operations/000000.ndjson' },
  ...{ quarantined: null, kept: 2, lost: 0, doubtful: [id] },
});

type Desk = Awaited<ReturnType<typeof writing>>;

const outboxOf = ({ library, clock }: Desk) => {
  const state = (siteId: string) => ({ siteId, pulledAt: null, error: null, offlineSince: null, ...IDLE });
  return new OutboxService(library, clock, { wake: () => {}, state });
};

/** A reply that waits, with other letters than in its thread. */
async function replying(state: Operation['state']) {
  const desk = await writing();
  const raw = 'Да, разбира се.';
  await desk.library.transact((tx) => {
    tx.put('comments', aComment());
    tx.put(
      'comments',
      aComment({ id: 'local/1', remoteId: null, parentRemoteId: 7, raw, status: 'approved' }),
    );
    return ok(tx.put('operations', anOperation({ task: aReply({ content: 'На, разбира се.' }), state })));
  });
  must(await doubtWhatWasSent(desk.library, [altered('op-1')], desk.clock));
  return { ...desk, outbox: outboxOf(desk), operation: () => desk.library.get('operations', 'op-1') };
}

test('a reply can be withdrawn, and its words return as they were written', async () => {
  const { outbox, library, operation } = await replying('queued');
  expect(operation()).toMatchObject({ state: 'failed', lastError: { what: 'altered' } });
  expect(must(await outbox.list()).needsYou).toMatchObject([{ mayCancel: true }]);
  must(await outbox.cancel({ operationId: 'op-1' }));
  expect(operation()?.state).toBe('cancelled');
  expect(library.get('replyDrafts', 'site-1/7')?.content).toBe('Да, разбира се.');
});

test.each(['sending', 'sent-unconfirmed'] as const)(
  'one that may have left (%s) is looked for before it goes out after all',
  async (state) => {
    const { outbox, operation } = await replying(state);
    must(await outbox.retry({ operationId: 'op-1' }));
    expect(operation()).toMatchObject({ state: 'sent-unconfirmed', checkFirst: true });
  },
);

test('a new post is sent anew with the right words, after its site was asked', async () => {
  const desk = await writing([aPost({ fields: someFields({ title: 'Т', body: 'Добро' }) })]);
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  const [first] = desk.library.openOperations();
  if (first?.task.kind !== 'create-post') throw new Error('Nothing waits');
  const task = { ...first.task, fields: { ...first.task.fields, body: 'Зло' } };
  await desk.library.transact((tx) => ok(tx.put('operations', { ...first, task })));
  must(await doubtWhatWasSent(desk.library, [altered(first.id)], desk.clock));
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  expect(desk.library.get('operations', first.id)?.state).toBe('cancelled');
  expect(desk.library.openOperations()).toMatchObject([
    { task: { kind: 'create-post', fields: { body: 'Добро' } }, state: 'queued', checkFirst: true },
  ]);
});

test('an upload is not over where damage has emptied both sides of its post', async () => {
  const torn = someFields({ slug: 'kafe', status: 'publish', body: '' });
  const base = { fields: torn, token: { modifiedGmt: '', revisionId: null } };
  const desk = await writing([known({ id: 'post-1', fields: torn, base, revision: 6 })]);
  const fields = { ...torn, body: 'Нашето. '.repeat(200) };
  const task = { kind: 'update-post', postId: 'post-1', revision: 5, fields } as const;
  await desk.library.transact((tx) => ok(tx.put('operations', anOperation({ task }))));
  const lost = { what: 'journal', collection: null, file: '', quarantined: null, kept: 1, lost: 1 } as const;
  must(await doubtWhatWasSent(desk.library, [lost], desk.clock));
  expect(desk.library.openOperations()).toMatchObject([{ state: 'failed', lastError: { what: 'update' } }]);
});

test('a site whose address is altered, too, is named as it is', async () => {
  const desk = await writing();
  await desk.library.transact((tx) => {
    tx.put('sites', aSite({ url: 'https;//bavnivlakove.example' }));
    return ok(tx.put('operations', anOperation()));
  });
  must(await doubtWhatWasSent(desk.library, [altered('op-1')], desk.clock));
  expect(desk.library.openOperations()).toMatchObject([
    { lastError: { what: 'altered', host: 'https;//bavnivlakove.example' } },
  ]);
});
