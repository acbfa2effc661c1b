// With the site's server stopped everything goes on: what was decided and written waits in sight, through a restart,
// and arrives once and in order when the server is back.
import { readPublicPage } from '../support/public-thread.ts';
import { type SeededThread, seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connectForGood, expect, type Opened, test } from './desk.ts';

let wp: WordPress;
let thread: SeededThread;

withWordPress(async (started) => {
  wp = started;
  thread = await seedThread(wp);
});

const BLOG = 'Записки край пътя';
const TITLE = 'Написано в тунела';
const BODY = 'Тук няма обхват, но има време.';
const REPLY = 'Yes, please do!';

/** Approves the first pending comment, replies to the second, and publishes a post. */
async function work({ desk, page }: Opened): Promise<void> {
  const { comments, status, t } = desk;
  await page.keyboard.press('ControlOrMeta+1');
  await expect(comments.current).toHaveAccessibleName('Димитър от Пловдив, #7 if approved');
  await page.keyboard.press('a');
  await expect(comments.said(t('comments:done.approve', { name: 'Димитър от Пловдив' }))).toBeVisible();
  await expect(comments.current).toHaveAccessibleName('Eli Whitmore, #12 if approved');
  await expect(status.waiting(1)).toBeVisible();

  await page.keyboard.press('r');
  await page.keyboard.type(REPLY);
  await comments.reply.send.click();
  await expect(comments.article(null, 'Мария Петрова')).toContainText(REPLY);
  await expect(status.waiting(2)).toBeVisible();

  await desk.navigation.newPost.click();
  await desk.writing.type(TITLE, BODY);
  await expect(status.saved).toBeVisible();
  await desk.writing.send('publish').click();
  await expect(status.waiting(3)).toBeVisible();
}

async function expectOutbox({ desk }: Opened): Promise<void> {
  const { outbox, status, t } = desk;
  await status.waiting(3).click();
  await expect(outbox.headline).toHaveText(t('outbox:lead.waiting', { count: 3 }));
  await expect(outbox.rows('waiting')).toHaveCount(3);
  const rows = outbox.rows('waiting');
  await expect(rows.nth(0)).toContainText('Димитър от Пловдив');
  await expect(rows.nth(1)).toContainText(REPLY);
  await expect(rows.nth(2)).toContainText(TITLE);
  const host = new URL(wp.url).host;
  await expect(outbox.section('waiting')).toContainText(t('outbox:why.hostSilent', { host }));
  await expect(status.offline(BLOG)).toBeVisible();
  await expect(status.allSent).toBeHidden();
  await expect(status.saved).toBeVisible();
}

/** Presses "Send now" at a time when nothing would be sent without it: the next try is further away than the answer. */
async function sendAtOnce({ desk: { outbox, t } }: Opened): Promise<void> {
  const next = new RegExp(t('outbox:why.nextTry', { when: 'in (\\d+) sec' }));
  const secondsLeft = async () =>
    Number(next.exec((await outbox.section('waiting').textContent()) ?? '')?.[1] ?? 0);
  await expect.poll(secondsLeft, { timeout: 40_000 }).toBeGreaterThan(8);
  await wp.goOnline();
  const before = wp.faults.requests.length;
  await outbox.sendNow.click();
  await expect.poll(() => wp.faults.requests.length, { timeout: 6_000 }).toBeGreaterThan(before);
}

test('work done while the server is stopped waits, survives a restart, and arrives once', async ({
  open,
}) => {
  const first = await open();
  await connectForGood(first.desk, wp);
  await expect(first.desk.status.allSent).toBeVisible();
  await wp.goOffline();
  await work(first);
  await expectOutbox(first);
  await first.app.close();

  const second = await open();
  const { desk } = second;
  await expectOutbox(second);
  await desk.navigation.to('allPosts');
  await desk.writing.row('all', TITLE).click();
  await expect(desk.writing.body).toHaveText(BODY);
  expect(await wp.journal()).toEqual([]);

  await desk.status.waiting(3).click();
  await sendAtOnce(second);
  await expect(desk.status.allSent).toBeVisible();
  await expect(desk.outbox.rows('waiting')).toHaveCount(0);
  await expect(desk.outbox.rows('sentToday')).toHaveCount(3);
  await expect(desk.status.offline(BLOG)).toBeHidden();
  await expect(desk.status.synced).toBeVisible();

  const counted = ['transition_comment_status', 'wp_insert_comment', 'wp_insert_post'];
  const happened = (await wp.journal()).filter(({ object }) => object !== 'revision');
  expect(happened.map(({ event }) => event).filter((event) => counted.includes(event))).toEqual(counted);
  const readers = (await readPublicPage(thread.url)).comments;
  expect(readers.filter(({ author }) => author === 'Димитър от Пловдив')).toHaveLength(1);
  expect(readers.filter(({ text }) => text === REPLY)).toHaveLength(1);
  const [reply] = await wp.sql(`SELECT comment_parent FROM wp_comments WHERE comment_content = '${REPLY}'`);
  expect(Number(reply?.comment_parent)).toBe(thread.pending[1]?.id);
  expect((await readPublicPage(`${wp.url}/napisano-v-tunela/`)).text).toBe(BODY);
  const posts = await wp.sql(
    `SELECT post_status FROM wp_posts WHERE post_title = '${TITLE}' AND post_type = 'post'`,
  );
  expect(posts).toEqual([{ post_status: 'publish' }]);
});

test('what waits can be withdrawn, and nothing of it ever reaches the site', async ({ open }) => {
  const app = await open();
  const { desk, page } = app;
  await connectForGood(desk, wp);
  await wp.goOffline();
  await page.keyboard.press('ControlOrMeta+1');
  await expect(desk.comments.current).toHaveAccessibleName('Димитър от Пловдив, #7 if approved');
  await page.keyboard.press('s');
  await desk.status.waiting(1).click();
  await desk.outbox.button(desk.outbox.row('waiting', 'Димитър от Пловдив'), 'cancel').click();
  await expect(desk.outbox.rows('waiting')).toHaveCount(0);
  await expect(desk.navigation.item('pending')).toHaveAccessibleName(/2$/);
  await wp.goOnline();
  await page.keyboard.press('F5');
  await expect(desk.status.offline(BLOG)).toBeHidden();
  await expect(desk.status.allSent).toBeVisible();
  expect(await wp.journal()).toEqual([]);
});

test('the outbox opens on what goes next, though it was last seen with what had been sent', async ({
  open,
}) => {
  const opened = await open();
  const { desk, page } = opened;
  await connectForGood(desk, wp);
  await desk.navigation.to('pending');
  await expect(desk.comments.current).toHaveAccessibleName(/Димитър от Пловдив/);
  await page.keyboard.press('a');
  await expect(desk.status.allSent).toBeVisible();
  await desk.navigation.to('outbox');
  await expect(desk.outbox.rows('sentToday')).toHaveCount(1);
  await expect(desk.outbox.current).toContainText('Димитър от Пловдив');

  await wp.goOffline();
  await desk.navigation.to('pending');
  await expect.poll(() => desk.comments.total('pending')).toBe(1);
  await expect(desk.comments.cursorRow('pending')).toContainText('Eli Whitmore');
  await page.keyboard.press('a');
  await expect(desk.comments.said(desk.t('comments:done.approve', { name: 'Eli Whitmore' }))).toBeVisible();
  await desk.status.waiting(1).click();
  await expect(desk.outbox.current).toContainText('Eli Whitmore');
  // It goes with its row from the moment on in which somebody moves it.
  await page.keyboard.press('j');
  await expect(desk.outbox.current).toContainText('Димитър от Пловдив');
  await page.keyboard.press('k');
  await expect(desk.outbox.current).toContainText('Eli Whitmore');
  await sendAtOnce(opened);
  await expect(desk.outbox.rows('sentToday')).toHaveCount(2);
  await expect(desk.outbox.current).toContainText('Eli Whitmore');
  await expect(desk.outbox.current).toBeFocused();
});
