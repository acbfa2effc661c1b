import { expect, test } from 'vitest';
import { systemClock } from '../../../main/clock.ts';
import type { Operation } from '../../../main/domain/operation.ts';
import type { Post } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import { PostService } from '../../../main/services/posts.ts';
import { anOperation, aPost, aSite, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

const token = { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: null };
const onSite = someFields({ slug: 'kafe', status: 'publish' });
const older = someFields({ title: 'По-старо', slug: 'kafe', status: 'publish' });
const theirs = someFields({ title: 'Тяхно', slug: 'kafe', status: 'publish' });

/** A post whose title here is newer than anything in the outbox, with these operations in it. */
async function writing(operations: Partial<Operation>[], over: Partial<Post> = {}) {
  const library = await openedLibrary(await tempFolder());
  const post = aPost({ fields: someFields({ title: 'Ново' }), revision: 5, ...over });
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put('posts', post);
    operations.forEach((each, index) => {
      tx.put('operations', anOperation({ id: `op-${index + 1}`, sequence: index + 1, ...each }));
    });
    return ok(null);
  });
  const service = new PostService(library, systemClock);
  return {
    publish: () => service.send({ postId: post.id, expectedRevision: post.revision, status: 'publish' }),
    keep: (keep: 'mine' | 'theirs') => service.resolveConflict({ postId: post.id, keep }),
    outbox: () =>
      library
        .all('operations')
        .sort((a, b) => a.sequence - b.sequence)
        .map(({ task, state }) => [task.kind, state, 'fields' in task ? task.fields.title : '']),
    checked: () => library.all('operations').map(({ checkFirst = false }) => checkFirst),
  };
}

const creating = (remoteId: number | null): Operation['task'] => ({
  kind: 'create-post',
  ...{ postId: 'post-1', revision: 4, fields: older, lookupSlug: 'copydesk-1', remoteId },
});
const updating: Operation['task'] = {
  kind: 'update-post',
  ...{ postId: 'post-1', revision: 4, fields: older },
};
const halfMade = { remoteId: 5, base: { fields: { ...older, status: 'draft' as const }, token } };

test('what has not left takes the newer words', async () => {
  const { publish, outbox } = await writing([{ task: creating(null) }]);
  must(await publish());
  expect(outbox()).toEqual([['create-post', 'queued', 'Ново']]);
});

test('words of which the site is to be asked stay as they are; the newer ones follow as an update', async () => {
  const { publish, outbox } = await writing([{ task: creating(null), checkFirst: true }]);
  must(await publish());
  expect(outbox()).toEqual([
    ['create-post', 'queued', 'По-старо'],
    ['update-post', 'queued', 'Ново'],
  ]);
});

test.each<[string, Partial<Post>, boolean]>([
  ['a draft that its site may have got is asked for first', { fromBackup: true }, true],
  ['one that it cannot have is sent at once', {}, false],
  [
    'changes of a post that it has are, too',
    { fromBackup: true, remoteId: 5, base: { fields: onSite, token } },
    false,
  ],
])('%s', async (_what, over, isAsked) => {
  const { publish, checked } = await writing([], over);
  must(await publish());
  expect(checked()).toEqual([isAsked]);
});

test('a create whose draft is on the site keeps its words; the newer ones follow as an update', async () => {
  const { publish, outbox } = await writing([{ task: creating(5) }], halfMade);
  must(await publish());
  expect(outbox()).toEqual([
    ['create-post', 'queued', 'По-старо'],
    ['update-post', 'queued', 'Ново'],
  ]);
});

test('a failed create goes on before the update that waits behind it, which takes the newer words', async () => {
  const { publish, outbox } = await writing([{ task: creating(null), state: 'failed' }, { task: updating }]);
  must(await publish());
  expect(outbox()).toEqual([
    ['create-post', 'queued', 'По-старо'],
    ['update-post', 'queued', 'Ново'],
  ]);
});

test('no failed update stays that could put older words over newer ones', async () => {
  const { publish, outbox } = await writing([
    { task: creating(null), state: 'failed' },
    { task: updating, state: 'failed' },
  ]);
  must(await publish());
  expect(outbox()).toEqual([
    ['create-post', 'queued', 'По-старо'],
    ['update-post', 'cancelled', 'По-старо'],
    ['update-post', 'queued', 'Ново'],
  ]);
});

test.each(['mine', 'theirs'] as const)('choosing %s withdraws every earlier upload', async (keep) => {
  const { keep: choose, outbox } = await writing(
    [
      { task: updating, state: 'sent-unconfirmed', attempts: 1 },
      { task: updating, state: 'queued' },
    ],
    {
      remoteId: 5,
      base: { fields: onSite, token },
      conflict: { fields: theirs, token, noticedAt: '2026-11-10T10:00:00Z' },
    },
  );
  must(await choose(keep));
  expect(outbox().map(([, state]) => state)).toEqual(['cancelled', 'cancelled']);
});
