// After damage that the app tells of, what waits may be older than what was sent: nothing goes to a site twice for it.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { doubtWhatWasSent } from '../../../main/services/after-damage.ts';
import { aComment, anOperation, aPost, aReply, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { watched } from './damaged-library.ts';
import { aSiteOf, editing } from './site-of-one-post.ts';
import { known, PUBLISHED, writing } from './writing.ts';

test('an older outbox does not publish a post a second time', async () => {
  const desk = await writing([aPost({ fields: someFields({ title: 'Т', body: 'Б' }) })]);
  const site = aSiteOf(31);
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  await desk.library.compact();
  const file = path.join(desk.folder, 'operations/000000.ndjson');
  const older = await readFile(file, 'utf8');
  await site.flush(desk.library, desk.clock);
  const sent = site.writes();
  await desk.library.compact();
  await desk.library.close();
  await writeFile(file, older);
  const { library, clock } = await watched(desk.folder);
  await site.flush(library, clock);
  expect(site.writes()).toEqual(sent);
  expect(library.openOperations()).toEqual([]);
});

test('nor does it put old words over newer ones', async () => {
  const desk = await writing([known({ id: 'post-1' })]);
  const site = aSiteOf(5);
  const edit = editing(desk);
  const first = await edit('Първо', 1);
  await desk.library.compact();
  const file = path.join(desk.folder, 'operations/000000.ndjson');
  const older = await readFile(file, 'utf8');
  await site.flush(desk.library, desk.clock);
  await edit('Второ', first);
  await site.flush(desk.library, desk.clock);
  await desk.library.compact();
  await desk.library.close();
  await writeFile(file, older);
  const { library, clock } = await watched(desk.folder);
  await site.flush(library, clock);
  expect(site.words()).toBe('Второ');
  expect(library.get('posts', 'post-1')?.fields.body).toBe('Второ');
});

const LOST_LINES = {
  what: 'journal',
  collection: null,
  file: '',
  quarantined: null,
  kept: 1,
  lost: 1,
} as const;

test('what was asked for after the newest confirmation is not over, though no word was changed since', async () => {
  const desk = await writing([aPost({ fields: someFields({ title: 'Т', body: 'Б' }) })]);
  const site = aSiteOf(31);
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: 1, status: 'draft' }));
  await site.flush(desk.library, desk.clock);
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  must(await doubtWhatWasSent(desk.library, [LOST_LINES], desk.clock));
  expect(desk.library.openOperations()).toMatchObject([{ task: { kind: 'update-post' }, state: 'queued' }]);
});

test('nor is anything where the post itself is older than what was confirmed', async () => {
  const desk = await writing([known({ id: 'post-1' })]);
  const site = aSiteOf(5);
  const older = known({ id: 'post-1' });
  const save = async (body: string, expectedRevision: number) => {
    const saved = must(
      await desk.posts.save({ postId: 'post-1', expectedRevision, title: PUBLISHED.title, body }),
    );
    return saved.revision;
  };
  const third = await save('3', await save('2', await save('1', 1)));
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: third, status: 'publish' }));
  await site.flush(desk.library, desk.clock);
  must(await desk.library.transact((tx) => ok(tx.put('posts', older))));
  const fresh = await save('Ново', 1);
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: fresh, status: 'publish' }));
  must(await doubtWhatWasSent(desk.library, [LOST_LINES], desk.clock));
  expect(desk.library.openOperations()).toMatchObject([{ task: { kind: 'update-post' }, state: 'queued' }]);
});

test('words that were put back to what they were are over with their confirmation, and what lay between too', async () => {
  const desk = await writing([known({ id: 'post-1' })]);
  const site = aSiteOf(5);
  const edit = editing(desk);
  const first = await edit('Едно', 1);
  await site.flush(desk.library, desk.clock);
  const second = await edit('Друго', first);
  const older = desk.library.openOperations();
  await edit('Едно', second);
  await site.flush(desk.library, desk.clock);
  must(await desk.library.transact((tx) => ok(older.map((operation) => tx.put('operations', operation)))));
  must(await doubtWhatWasSent(desk.library, [LOST_LINES], desk.clock));
  await site.flush(desk.library, desk.clock);
  expect(site.words()).toBe('Едно');
});

test('words of a reply that are in their box already are not there twice', async () => {
  const { library, clock } = await writing();
  const reply = {
    id: 'local/1',
    remoteId: null,
    parentRemoteId: 7,
    raw: 'Благодаря!',
    status: 'approved',
  } as const;
  must(
    await library.transact((tx) => {
      tx.put('replyDrafts', { id: 'site-1/7', content: 'Благодаря!', savedAt: '' });
      return ok(tx.put('comments', aComment(reply)));
    }),
  );
  must(await doubtWhatWasSent(library, [{ ...LOST_LINES, what: 'shard', collection: 'comments' }], clock));
  expect(library.get('replyDrafts', 'site-1/7')?.content).toBe('Благодаря!');
});

test('words of a reply that are only a part of others there return all the same', async () => {
  const { library, clock } = await writing();
  const reply = { id: 'local/1', remoteId: null, parentRemoteId: 7, raw: 'Да', status: 'approved' } as const;
  must(
    await library.transact((tx) => {
      tx.put('replyDrafts', { id: 'site-1/7', content: 'Да, но утре.', savedAt: '' });
      return ok(tx.put('comments', aComment(reply)));
    }),
  );
  must(await doubtWhatWasSent(library, [{ ...LOST_LINES, what: 'shard', collection: 'comments' }], clock));
  expect(library.get('replyDrafts', 'site-1/7')?.content).toBe('Да, но утре.\n\nДа');
});

test('where the end of the journal is lost, what waits is looked for at its site first', async () => {
  const desk = await writing([aPost({ fields: someFields({ title: 'Т', body: 'Б' }) })]);
  const site = aSiteOf(31);
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  const [name = ''] = (await readdir(desk.folder)).filter((each) => each.startsWith('journal-'));
  const before = await readFile(path.join(desk.folder, name));
  await site.flush(desk.library, desk.clock);
  await desk.library.close();
  await writeFile(path.join(desk.folder, name), before);
  const { library } = await watched(desk.folder);
  expect(library.openOperations()).toMatchObject([{ checkFirst: true, unconfirmed: true }]);
});

test.each([
  ['done', undefined],
  ['cancelled', 'Благодаря!'],
] as const)(
  'a reply that an older file of comments brings back goes again; its upload is %s',
  async (state, words) => {
    const { library, clock } = await writing();
    const task = aReply({ content: 'Благодаря!' });
    must(
      await library.transact((tx) => {
        const reply = { id: 'local/1', remoteId: null, parentRemoteId: 7, raw: 'Благодаря!' };
        tx.put('comments', aComment({ ...reply, status: 'approved' }));
        return ok(tx.put('operations', anOperation({ task, state })));
      }),
    );
    const repair = {
      what: 'shard',
      collection: 'comments',
      file: '',
      quarantined: null,
      kept: 1,
      lost: null,
    } as const;
    must(await doubtWhatWasSent(library, [repair], clock));
    expect(library.get('comments', 'local/1')).toBeUndefined();
    expect(library.get('replyDrafts', 'site-1/7')?.content).toBe(words);
  },
);
