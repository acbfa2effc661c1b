// What damage has taken may have been on its way to a site.
import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { Repair } from '../../../main/library/repairs.ts';
import { doubtWhatWasSent } from '../../../main/services/after-damage.ts';
import { CommentService } from '../../../main/services/comments.ts';
import { PostService } from '../../../main/services/posts.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aComment, anOperation, aPost, someFields } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { watched } from './damaged-library.ts';
import { known, writing } from './writing.ts';

const ANSWERED = 'site-1/7';

/** Closes a library and makes its first operation unreadable; where it lies. */
async function loseOperation({ library, folder }: Awaited<ReturnType<typeof writing>>) {
  await library.compact();
  await library.close();
  const file = path.join(folder, 'operations/000000.ndjson');
  const lines = (await readFile(file, 'utf8')).split('\n');
  lines[1] = `${lines[1]?.slice(0, 40)}\u0000`;
  await writeFile(file, lines.join('\n'));
  return folder;
}

test('a draft whose upload is lost is looked for at its site before it is sent once more', async () => {
  const desk = await writing([aPost({ fields: someFields() }), known({ id: 'known' })]);
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  await desk.library.transact((tx) => {
    for (const operation of tx.openOperations())
      tx.put('operations', { ...operation, state: 'sending', attempts: 1 });
    return ok(null);
  });
  const { library, clock } = await watched(await loseOperation(desk));
  expect(library.get('posts', 'post-1')?.fromBackup).toBe(true);
  expect(library.get('posts', 'known')?.fromBackup).toBeUndefined();
  const posts = new PostService(library, clock);
  must(await posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  expect(library.openOperations()).toMatchObject([{ task: { kind: 'create-post' }, checkFirst: true }]);
});

test('on a disk that is full, too, once there is room', async () => {
  const desk = await writing([aPost(), known({ id: 'known' })]);
  must(await desk.posts.send({ postId: 'known', expectedRevision: 1, status: 'publish' }));
  const folder = await loseOperation(desk);
  const disk = breakableFiles();
  disk.fail();
  const { library, clock } = await watched(folder, disk.files);
  expect(library.get('posts', 'post-1')?.fromBackup).toBeUndefined();
  disk.heal();
  clock.advance(3_000);
  await eventually(() => expect(library.get('posts', 'post-1')?.fromBackup).toBe(true));
  await library.settled();
  expect(clock.pending).toBe(0);
});

/** A library with a reply that waits; what is decided about it later does not reach it without its operation. */
async function replying() {
  const desk = await writing();
  await desk.library.transact((tx) => ok(tx.put('comments', aComment({ id: ANSWERED, remoteId: 7 }))));
  const comments = new CommentService(desk.library, desk.clock);
  return { ...desk, comments, reply: { commentId: ANSWERED, content: 'Благодаря!', approve: true } };
}

test('a reply that nothing sends any more is in its reply box again', async () => {
  const desk = await replying();
  must(await desk.comments.reply({ ...desk.reply, approve: false }));
  const { library, clock } = await watched(await loseOperation(desk));
  const { thread, replyDraft } = must(await new CommentService(library, clock).get({ commentId: ANSWERED }));
  expect(thread.comments.map(({ id }) => id)).toEqual([ANSWERED]);
  expect(replyDraft).toBe('Благодаря!');
});

const LOST: Repair = {
  ...{ what: 'shard', collection: 'operations', file: 'operations/000000.ndjson' },
  ...{ quarantined: null, kept: 3, lost: 1 },
};

test.each<[string, Partial<Repair>, true | undefined]>([
  ['operations', {}, true],
  ['nobody knows how many operations', { lost: null }, true],
  ['operations that were found elsewhere', { lost: 0 }, undefined],
  ['posts', { collection: 'posts' }, true],
  ['comments', { collection: 'comments' }, undefined],
  ['the journal', { what: 'journal', collection: null, lost: null }, true],
  ['the list of files', { what: 'index', collection: null }, true],
  ['the manifest', { what: 'manifest', collection: null, lost: null }, true],
  ['a long text', { what: 'body', collection: 'posts' }, undefined],
])('damage of %s makes drafts doubtful or not', async (_what, over, doubted) => {
  const { library, post } = await writing([aPost()]);
  must(await doubtWhatWasSent(library, [{ ...LOST, ...over }], manualClock()));
  expect(post()?.fromBackup).toBe(doubted);
});

test('a reply that is still on its way stays', async () => {
  const { library, comments, clock, reply } = await replying();
  must(await comments.reply(reply));
  const before = library.all('comments');
  must(await doubtWhatWasSent(library, [LOST], clock));
  expect(library.all('comments')).toEqual(before);
  expect(library.openOperations()).toHaveLength(2);
});

test('one that was taken back goes with what was decided about it, and its words are there once', async () => {
  const { library, comments, clock, reply } = await replying();
  const { commentId } = must(await comments.reply(reply));
  await library.transact((tx) => {
    for (const operation of tx.openOperations())
      if (operation.task.kind === 'create-reply')
        tx.put('operations', { ...operation, state: 'sending', attempts: 1 });
    return ok(null);
  });
  must(await comments.undo());
  await library.transact((tx) => {
    for (const { id, task } of tx.openOperations())
      if (task.kind === 'create-reply') tx.remove('operations', id);
    tx.put('operations', anOperation({ id: 'other' }));
    return ok(null);
  });
  must(await doubtWhatWasSent(library, [LOST], clock));
  expect(library.get('comments', commentId)).toBeUndefined();
  expect(library.get('replyDrafts', ANSWERED)?.content).toBe('Благодаря!');
  expect(
    library.openOperations().flatMap(({ task }) => ('commentId' in task ? task.commentId : [])),
  ).not.toContain(commentId);
  expect(library.openOperations().map(({ id }) => id)).toContain('other');
});
