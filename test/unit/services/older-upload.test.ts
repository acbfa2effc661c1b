// An upload that comes back with an older outbox does not go over what the site has by now.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { tryAgain } from '../../../main/services/enqueue.ts';
import { RevisionService } from '../../../main/services/revisions.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { damagePosts, watched } from './damaged-library.ts';
import { aSiteOf, editing, fileAsNow, OUTBOX_FILE } from './site-of-one-post.ts';
import { known, PUBLISHED, writing } from './writing.ts';

/** A published post of which new words wait to be sent, and its site. */
async function uploading() {
  const desk = await writing([known({ id: 'post-1' })]);
  const site = aSiteOf(5);
  const revision = await editing(desk)('Наше', 1);
  const older = await fileAsNow(desk, OUTBOX_FILE);
  const { library, clock, posts } = desk;
  return {
    ...{ desk, site, revision, older, posts },
    send: () => site.flush(library, clock),
    pull: () => site.pull(library, clock),
    post: () => library.get('posts', 'post-1'),
    save: (body: string, expectedRevision: number) =>
      posts.save({ postId: 'post-1', expectedRevision, title: PUBLISHED.title, body }),
  };
}

type Site = ReturnType<typeof aSiteOf>;

/** Everything that waits in a library comes to its turn, more often than it needs. */
async function sendAll({ library, clock }: Awaited<ReturnType<typeof watched>>, site: Site) {
  for (let n = 0; n < 8; n += 1) await site.flush(library, clock);
}

test('what somebody has written at the site since stays there', async () => {
  const at = await uploading();
  await at.send();
  at.site.change({ body: 'Тяхно' });
  await at.pull();
  expect(at.post()?.fields.body).toBe('Тяхно');
  await sendAll(await at.older.putBack(), at.site);
  expect(at.site.words()).toBe('Тяхно');
});

test('where a person has written on since, the upload waits for a word of theirs', async () => {
  const at = await uploading();
  await at.send();
  at.site.change({ body: 'Тяхно' });
  await at.pull();
  must(await at.save('Тяхно и още', at.post()?.revision ?? 0));
  const opened = await at.older.putBack();
  await sendAll(opened, at.site);
  expect(at.site.words()).toBe('Тяхно');
  const [operation] = opened.library.openOperations();
  expect(operation).toMatchObject({
    state: 'failed',
    lastError: { kind: 'after-restore', what: 'update', host: 'bavnivlakove.example' },
  });
  if (operation) await opened.library.transact((tx) => ok(tx.put('operations', tryAgain(operation))));
  await sendAll(opened, at.site);
  expect(at.site.words()).toBe('Наше');
  expect(opened.library.get('posts', 'post-1')?.fields.body).toBe('Тяхно и още');
});

test('what is in the trash of the site is not published again', async () => {
  const desk = await writing([aPost({ fields: someFields({ title: 'Т', body: 'Б' }) })]);
  const site = aSiteOf(31);
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: 1, status: 'draft' }));
  await site.flush(desk.library, desk.clock);
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  const older = await fileAsNow(desk, OUTBOX_FILE);
  await site.flush(desk.library, desk.clock);
  expect(site.fields().status).toBe('publish');
  site.change({ status: 'trash' });
  await site.pull(desk.library, desk.clock);
  await sendAll(await older.putBack(), site);
  expect(site.fields().status).toBe('trash');
});

test('nor is what is published a draft again by an upload of the same words', async () => {
  const desk = await writing([aPost({ fields: someFields({ title: 'Т', body: 'Б' }) })]);
  const site = aSiteOf(31);
  const send = async (status: 'draft' | 'publish', expectedRevision: number) => {
    must(await desk.posts.send({ postId: 'post-1', expectedRevision, status }));
    const file = await fileAsNow(desk, OUTBOX_FILE);
    await site.flush(desk.library, desk.clock);
    return file;
  };
  await send('draft', 1);
  const { revision } = must(
    await desk.posts.save({ postId: 'post-1', expectedRevision: 1, title: 'Т', body: 'Б2' }),
  );
  const older = await send('draft', revision);
  await send('publish', revision);
  await sendAll(await older.putBack(), site);
  expect(site.fields().status).toBe('publish');
});

test.each([
  ['sent before', true],
  ['never sent', false],
])('it does not go over the version of the site that a person has chosen; %s', async (_name, isSent) => {
  const at = await uploading();
  if (isSent) {
    await at.send();
    must(await at.save('Наше 2', at.revision));
  }
  at.site.change({ body: 'Тяхно' });
  await (isSent ? at.pull() : at.send());
  expect(at.post()?.conflict?.fields.body).toBe('Тяхно');
  must(await at.posts.resolveConflict({ postId: 'post-1', keep: 'theirs' }));
  await sendAll(await at.older.putBack(), at.site);
  expect(at.site.words()).toBe('Тяхно');
});

test('nor where only the line of the journal is damaged that ended it', async () => {
  const { desk, site, send, pull } = await uploading();
  await send();
  site.change({ body: 'Тяхно' });
  await pull();
  await desk.library.close();
  const [name = ''] = (await readdir(desk.folder)).filter((each) => each.startsWith('journal-'));
  const file = path.join(desk.folder, name);
  const lines = (await readFile(file, 'utf8')).split('\n');
  const at = lines.findIndex((line) => line.includes('"state":"done"'));
  expect(at).toBeGreaterThan(0);
  lines[at] = lines[at]?.replace(/.{60}/, '$&\u0000') ?? '';
  await writeFile(file, lines.join('\n'));
  await sendAll(await watched(desk.folder), site);
  expect(site.words()).toBe('Тяхно');
});

test.each(['a pull', 'a person'])('it is over though its post was lost; %s brings that back', async (who) => {
  const { desk, site, revision, older, send } = await uploading();
  await send();
  await editing(desk)('Второ', revision);
  await send();
  await desk.library.compact();
  await desk.library.close();
  await older.restore();
  await damagePosts(desk.folder, 'post-1');
  const opened = await watched(desk.folder);
  expect(opened.library.get('posts', 'post-1')).toBeUndefined();
  expect(opened.library.openOperations()).toEqual([]);
  if (who === 'a pull') await site.pull(opened.library, opened.clock);
  else must(await new RevisionService(opened.library, opened.clock).bringBack({ postIds: null }));
  await sendAll(opened, site);
  expect(site.words()).toBe('Второ');
});

test('a post that is there is not made anew, though it is older here than what was confirmed', async () => {
  const desk = await writing([aPost({ fields: someFields({ title: 'Т', body: 'Б' }) })]);
  const site = aSiteOf(31);
  must(await desk.posts.send({ postId: 'post-1', expectedRevision: 1, status: 'publish' }));
  const outbox = await fileAsNow(desk, OUTBOX_FILE);
  await site.flush(desk.library, desk.clock);
  const posts = await fileAsNow(desk, 'posts/000000.ndjson');
  await editing(desk)('Друго', 1);
  await site.flush(desk.library, desk.clock);
  site.change({ slug: 'drugo' });
  const writes = site.writes();
  await desk.library.compact();
  await desk.library.close();
  await posts.restore();
  await outbox.restore();
  const opened = await watched(desk.folder);
  await sendAll(opened, site);
  expect(site.writes()).toEqual(writes);
  expect(opened.library.openOperations()).toEqual([]);
});
