// Answering readers of a real WordPress: the answer hangs under the right comment, once, and its words survive a kill.
import type { Desk } from '../pages/desk.ts';
import { readPublicPage } from '../support/public-thread.ts';
import { type SeededThread, seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connect, connectForGood, expect, test } from './desk.ts';

let wp: WordPress;
let thread: SeededThread;

withWordPress(async (started) => {
  wp = started;
  // Answers hang under what they answer, so that the public page shows the parent.
  await wp.seed("update_option('thread_comments', '1'); update_option('thread_comments_depth', '10');");
  thread = await seedThread(wp);
});

const OWNER = 'Мария Петрова';
const pendingAuthor = 'Димитър от Пловдив';
const pendingId = () => thread.pending[0]?.id ?? 0;

/** Goes to the comment that waits longest, which would be the seventh. */
async function toOldestPending({ comments, page }: Desk): Promise<void> {
  await page.keyboard.press('ControlOrMeta+1');
  await expect(comments.current).toHaveAccessibleName(`${pendingAuthor}, #7 if approved`);
}

const onPublicPage = async (words: string) =>
  (await readPublicPage(thread.url)).comments.filter(({ text }) => text === words);
const stored = (words: string) =>
  wp.sql(`SELECT comment_parent parent, user_id FROM wp_comments WHERE comment_content = '${words}'`);

test('a reply is shown on its way and then stands under its comment on the public page', async ({ open }) => {
  const { desk, page } = await open();
  const { comments, navigation, status, t } = desk;
  await connect(desk, wp);
  await navigation.to('approved');
  const answered = thread.comments.at(-1);
  await comments.row('approved', 'на тази бира идвам и аз').click();
  await expect(comments.current).toHaveAccessibleName(new RegExp(`${answered?.author}$`));
  const onItsWay = Promise.withResolvers<void>();
  wp.faults.next({ method: 'POST', path: /\/comments/ }, { kind: 'delay', until: onItsWay.promise });
  await page.keyboard.press('r');
  await expect(comments.reply.text).toBeFocused();
  await page.keyboard.type('Каня се!');
  await page.keyboard.press('ControlOrMeta+Enter');

  await expect(comments.said(t('comments:done.reply', { name: answered?.author ?? '' }))).toBeVisible();
  await expect(comments.reply.form).toBeHidden();
  await expect(comments.list('approved')).toBeFocused();
  await expect(comments.article(null, OWNER)).toContainText(t('status:comment.waiting'));
  await expect(status.waiting(1)).toBeVisible();
  onItsWay.resolve();
  await expect(status.allSent).toBeVisible();
  await expect(comments.article(12, OWNER)).toContainText('Каня се!');
  await expect(comments.article(12, OWNER)).not.toContainText(t('status:comment.waiting'));

  expect(await onPublicPage('Каня се!')).toMatchObject([{ author: OWNER, parent: answered?.id }]);
  expect(await stored('Каня се!')).toEqual([{ parent: String(answered?.id), user_id: '1' }]);
  await expect(desk.focused).toHaveCount(1);
});

test('sending twice at once, and once more in the box that opens anew, makes one reply', async ({ open }) => {
  const { desk, page } = await open();
  const { comments, navigation, status } = desk;
  await connect(desk, wp);
  await navigation.to('approved');
  await comments.row('approved', 'на тази бира идвам и аз').click();
  await page.keyboard.press('r');
  await page.keyboard.type('Един път.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(comments.reply.form).toBeHidden();
  await page.keyboard.press('r');
  await expect(comments.reply.text).toBeFocused();
  await expect(comments.reply.text).toHaveValue('');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => stored('Един път.')).not.toHaveLength(0);
  await expect(status.allSent).toBeVisible();
  expect(await stored('Един път.')).toHaveLength(1);
});

test('the words of a reply are there at once after J and K, and what is added is kept', async ({ open }) => {
  const { desk, page } = await open();
  const { comments } = desk;
  await connect(desk, wp);
  await toOldestPending(desk);
  await page.keyboard.press('r');
  await page.keyboard.type('Първо');
  await expect(comments.reply.saved).toBeVisible();
  await page.keyboard.type(' и второ');
  await comments.cursorRow('pending').click();
  await page.keyboard.press('j');
  await page.keyboard.press('k');
  await page.keyboard.press('r');
  await expect(comments.reply.text).toBeFocused();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(' и трето');
  await expect(comments.reply.text).toHaveValue('Първо и второ и трето');
  await page.keyboard.press('Escape');
  await page.keyboard.press('j');
  await expect(comments.current).not.toHaveAccessibleName(`${pendingAuthor}, #7 if approved`);
  await page.keyboard.press('k');
  await expect(comments.reply.text).toHaveValue('Първо и второ и трето');
});

test('Ctrl+Enter under a pending comment approves it and replies', async ({ open }) => {
  const { desk, page } = await open();
  const { comments, status, t } = desk;
  await connect(desk, wp);
  await toOldestPending(desk);
  await page.keyboard.press('r');
  await expect(comments.reply.approveAndSend).toBeVisible();
  await page.keyboard.type('На гарата, каса 2.');
  await page.keyboard.press('ControlOrMeta+Enter');

  await expect(comments.said(t('comments:done.approveAndReply', { name: pendingAuthor }))).toBeVisible();
  await expect(comments.rows('pending')).toHaveCount(1);
  await expect(comments.list('pending')).toBeFocused();
  await expect
    .poll(() => onPublicPage('На гарата, каса 2.'))
    .toMatchObject([{ author: OWNER, parent: pendingId() }]);
  await expect(status.allSent).toBeVisible();
  const events = (await wp.journal()).map(({ event }) => event);
  expect(events.filter((event) => event === 'wp_insert_comment')).toHaveLength(1);
  expect(events.indexOf('transition_comment_status')).toBeLessThan(events.indexOf('wp_insert_comment'));
});

test('Undo takes back the approval and the reply; its words are in their box again', async ({ open }) => {
  const { desk, page } = await open();
  const { comments, status, t } = desk;
  await connect(desk, wp);
  await toOldestPending(desk);
  await page.keyboard.press('r');
  await page.keyboard.type('На гарата, каса 3.');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect.poll(() => onPublicPage('На гарата, каса 3.')).toHaveLength(1);
  await expect(status.allSent).toBeVisible();

  await comments.undo.click();
  await expect(comments.said(t('comments:done.undoneReplyToTrash', { name: pendingAuthor }))).toBeVisible();
  await expect(comments.rows('pending')).toHaveCount(2);
  await expect(comments.list('pending')).toBeFocused();
  await expect(comments.current).toHaveAccessibleName(`${pendingAuthor}, #7 if approved`);
  await expect(comments.reply.text).toHaveValue('На гарата, каса 3.');
  await expect(status.allSent).toBeVisible();
  const onTheBlog = () =>
    wp.sql(
      `SELECT comment_approved status FROM wp_comments
       WHERE comment_ID = ${pendingId()} OR comment_content = 'На гарата, каса 3.' ORDER BY comment_ID`,
    );
  await expect.poll(onTheBlog).toEqual([{ status: '0' }, { status: 'trash' }]);
  expect((await readPublicPage(thread.url)).comments).toHaveLength(11);
});

test('the words of a reply survive SIGKILL and wait in their box', async ({ open }) => {
  const words = 'Започнат отговор, още не е';
  const first = await open();
  await connectForGood(first.desk, wp);
  await toOldestPending(first.desk);
  await first.page.keyboard.press('r');
  await first.page.keyboard.type(words);
  await expect(first.desk.comments.reply.saved).toBeVisible();
  await first.kill();

  const second = await open();
  const { comments } = second.desk;
  await expect(comments.current).toHaveAccessibleName(`${pendingAuthor}, #7 if approved`);
  await expect(comments.reply.text).toHaveValue(words);
  await expect(comments.reply.saved).toBeVisible();
  await second.page.keyboard.press('r');
  await second.page.keyboard.press('ControlOrMeta+End');
  await second.page.keyboard.type(' готов. Вече е.');
  await second.page.keyboard.press('ControlOrMeta+Enter');
  await expect(second.desk.status.allSent).toBeVisible();
  await expect.poll(() => onPublicPage(`${words} готов. Вече е.`)).toHaveLength(1);
});

test('an answer that is lost on its way back does not make a second reply', async ({ open }) => {
  const { desk, page } = await open();
  await connect(desk, wp);
  await toOldestPending(desk);
  wp.faults.next({ method: 'POST', path: /\/comments(\?|$)/ }, { kind: 'drop-after' });
  const noticed = Promise.withResolvers<void>();
  wp.faults.next({ method: 'GET', path: /\/comments/ }, { kind: 'delay', until: noticed.promise });
  await page.keyboard.press('r');
  await page.keyboard.type('Само веднъж.');
  await desk.comments.reply.send.click();
  await expect.poll(() => wp.faults.hits['drop-after']).toBe(1);
  await expect(desk.status.waiting(1)).toBeVisible();
  noticed.resolve();
  await expect(desk.status.allSent).toBeVisible({ timeout: 120_000 });
  expect(await stored('Само веднъж.')).toEqual([{ parent: String(pendingId()), user_id: '1' }]);
});
