import { expect, test } from 'vitest';
import { openDesk } from '../support/desk.ts';
import { must } from '../support/must.ts';
import { planRestore, restored, startAnew } from '../support/restored-desk.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { type SeededThread, seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { waitUntil } from '../wordpress/wait-until.ts';
import { withWordPress } from './blog.ts';

let wp: WordPress;
let thread: SeededThread;

withWordPress(async (started) => {
  wp = started;
  thread = await seedThread(wp);
});

const TITLE = 'Десет часа до Видин';
const BODY = '<!-- wp:paragraph -->\n<p>Влакът тръгва в шест.</p>\n<!-- /wp:paragraph -->';
const ANSWER = 'Благодаря, ще проверя разписанието!';

/** What we have sent, in any status: posts and answers. */
const sent = async () => ({
  posts: await wp.sql(
    `select post_status status, post_content body from wp_posts where post_type = 'post' and post_title = '${TITLE}'`,
  ),
  answers: await wp.sql(
    `select comment_approved status from wp_comments where comment_content = '${ANSWER}'`,
  ),
});
const once = {
  posts: [{ status: 'publish', body: BODY }],
  answers: [{ status: '1' }],
};

/** A desk without a network: a post, an answer and a decision wait, and all of it is backed up. */
async function waitingAndBackedUp() {
  const folder = await tempFolder();
  const desk = await openDesk(folder);
  const site = await desk.connect(wp, wp.users.admin);
  await wp.goOffline();
  const draft = await desk.write(site.id, TITLE, BODY);
  must(await desk.posts.send({ ...draft, status: 'publish' }));
  const [first, second] = thread.pending;
  const answered = `${site.id}/${first?.id}`;
  must(await desk.comments.reply({ commentId: answered, content: ANSWER, approve: true }));
  const spam = `${site.id}/${second?.id}`;
  must(await desk.comments.decide({ commentIds: [spam], decision: 'spam' }));
  await desk.noticedOffline(site.id);
  must(await desk.backups.backUpNow({}));
  return { folder, desk, siteId: site.id, postId: draft.postId, spam: String(second?.id) };
}

const statusOf = async (id: string) =>
  (await wp.sql(`select comment_approved status from wp_comments where comment_ID = ${id}`))[0]?.status;

test('what was sent after the backup is not sent again', async () => {
  const { folder, desk, spam, postId } = await waitingAndBackedUp();
  await wp.goOnline();
  must(await desk.outbox.sendNow({}));
  await desk.settle();
  expect(await sent()).toEqual(once);
  wp.faults.requests.length = 0;

  const again = await restored(folder, desk);
  await again.settle();
  expect(await sent()).toEqual(once);
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
  expect(await sent()).toEqual(once);
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
