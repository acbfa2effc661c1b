import { expect, test } from 'vitest';
import { openDesk } from '../support/desk.ts';
import { must } from '../support/must.ts';
import { planRestore, restored, startAnew } from '../support/restored-desk.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type SeededThread, seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { waitUntil } from '../wordpress/wait-until.ts';
import { withWordPress } from './blog.ts';
import { BODY, ONCE, sentTo, TITLE, waitingDesk } from './waiting-desk.ts';

let wp: WordPress;
let thread: SeededThread;

withWordPress(async (started) => {
  wp = started;
  thread = await seedThread(wp);
});

/** A desk without a network: a post, an answer and a decision wait, and all of it is backed up. */
async function waitingAndBackedUp() {
  const [first, second] = thread.pending;
  const waiting = await waitingDesk(wp, first?.id, true);
  const { desk, siteId } = waiting;
  must(await desk.comments.decide({ commentIds: [`${siteId}/${second?.id}`], decision: 'spam' }));
  await desk.noticedOffline(siteId);
  must(await desk.backups.backUpNow({}));
  return { ...waiting, spam: String(second?.id) };
}

const statusOf = async (id: string) =>
  (await wp.sql(`select comment_approved status from wp_comments where comment_ID = ${id}`))[0]?.status;

test('what was sent after the backup is not sent again', async () => {
  const { folder, desk, spam, postId } = await waitingAndBackedUp();
  await wp.goOnline();
  must(await desk.outbox.sendNow({}));
  await desk.settle();
  expect(await sentTo(wp)).toEqual(ONCE);
  wp.faults.requests.length = 0;

  const again = await restored(folder, desk);
  await again.settle();
  expect(await sentTo(wp)).toEqual(ONCE);
  expect(await statusOf(spam)).toBe('spam');
  expect(wp.faults.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
  expect(must(await again.outbox.counts({}))).toEqual({ waiting: 0, needsYou: 0 });
  expect(must(await again.posts.get({ postId }))).toMatchObject({ sync: 'same', status: 'publish' });
  expect(again.library.all('posts').filter(({ fields }) => fields.title === TITLE)).toHaveLength(1);
  expect(again.bugs).toEqual([]);
});

test('what was not sent is sent once, after the site was asked about all of it', async () => {
  const { folder, desk, spam } = await waitingAndBackedUp();
  expect((await planRestore(desk))?.counts.waiting).toBe(4);
  const again = await startAnew(folder, desk);
  expect(must(await again.outbox.list({})).waiting.map(({ waitingFor }) => waitingFor)).toEqual(
    Array(4).fill('check'),
  );
  wp.faults.requests.length = 0;
  await wp.goOnline();
  must(await again.outbox.sendNow({}));
  await again.settle();
  expect(await sentTo(wp)).toEqual(ONCE);
  expect(await statusOf(spam)).toBe('spam');
  const methods = wp.faults.requests.map(({ method }) => method);
  expect(methods.indexOf('POST')).toBeGreaterThan(3);
  expect(again.bugs).toEqual([]);
});

test('a draft that was published after the backup becomes that post again, and is not published twice', async () => {
  const folder = await tempFolder();
  const desk = await openDesk(folder);
  const site = await desk.connect(wp, wp.users.admin);
  const draft = await desk.write(site.id, TITLE, BODY);
  must(await desk.backups.backUpNow({}));
  must(await desk.posts.send({ ...draft, status: 'publish' }));
  await desk.settle();
  const again = await restored(folder, desk);
  await waitUntil(
    () => again.library.get('posts', draft.postId)?.remoteId !== null,
    () => JSON.stringify(again.library.get('posts', draft.postId)),
  );
  expect(again.library.all('posts').filter(({ fields }) => fields.title === TITLE)).toHaveLength(1);
  expect(must(await again.posts.get({ postId: draft.postId })).sync).toBe('same');
});
