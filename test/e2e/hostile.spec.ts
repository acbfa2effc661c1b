// Strangers' comments and posts in the app itself: nothing in them runs and nothing is asked for, whatever they hold.
// That the same strings fire where nothing protects is shown in sanitizer.spec.ts.
import type { Page } from '@playwright/test';
import type { Desk } from '../pages/desk.ts';
import { attackStrings } from '../support/attack-strings.ts';
import { hostileComments } from '../support/hostile-comments.ts';
import { rewritePracticeBlog } from '../support/practice-file.ts';
import { seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connect, expect, openPractice, test } from './desk.ts';

let wp: WordPress;

withWordPress((started) => {
  wp = started;
});

/** Straight into the tables: WordPress's own functions would clean what comes in. */
const insertComments = (comments: unknown, postId: number) =>
  wp.seed(
    `global $wpdb;
     foreach ($input['comments'] as $one) {
       $row = ['comment_post_ID' => $input['post'], 'comment_author' => $one['author'], 'comment_author_email' => $one['email'],
         'comment_author_url' => $one['url'], 'comment_author_IP' => '192.0.2.9', 'comment_agent' => $one['agent'],
         'comment_content' => $one['text'], 'comment_date' => $one['date'], 'comment_date_gmt' => $one['date'],
         'comment_approved' => '0', 'comment_type' => 'comment'];
       if (!$wpdb->insert($wpdb->comments, $row)) throw new RuntimeException($wpdb->last_error . json_encode($one));
     }`,
    { comments, post: postId },
  );

const insertPosts = (bodies: readonly string[]) =>
  wp.seed(
    `global $wpdb;
     foreach ($input as $index => $html) {
       $at = gmdate('Y-m-d H:i:s', 1767225600 + 60 * $index);
       $row = ['post_author' => 1, 'post_title' => mb_strcut($html, 0, 4000), 'post_name' => "attack-$index", 'post_content' => $html,
         'post_excerpt' => $html, 'post_status' => 'publish', 'post_type' => 'post', 'post_date' => $at, 'post_date_gmt' => $at,
         'post_modified' => $at, 'post_modified_gmt' => $at, 'to_ping' => '', 'pinged' => '', 'post_content_filtered' => ''];
       if (!$wpdb->insert($wpdb->posts, $row)) throw new RuntimeException($wpdb->last_error);
     }`,
    bodies,
  );

/** Notes everything that hostile words could have caused, from now on. */
function watch(page: Page): () => Promise<unknown> {
  const home = page.url();
  const own = new URL('.', home).href;
  const caused: string[] = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(own)) caused.push(`asked for ${request.url()}`);
  });
  page.on('dialog', (dialog) => {
    caused.push(`opened a dialog: ${dialog.message()}`);
    void dialog.dismiss();
  });
  page.on('pageerror', (error) => caused.push(`threw ${error.message}`));
  page.context().on('page', () => caused.push('opened a window'));
  return async () => ({
    caused,
    ran: await page.evaluate(() => (globalThis as { __fired?: number[] }).__fired ?? []),
    at: page.url() === home ? 'home' : page.url(),
  });
}
const nothing = { caused: [], ran: [], at: 'home' };

/** Walks through all pending comments by keyboard, each shown with its thread and its author. */
async function readAll(desk: Desk, page: Page, total: number): Promise<void> {
  const { comments, t } = desk;
  await page.keyboard.press('ControlOrMeta+1');
  // The cursor stays on its comment while older ones are still coming.
  await page.keyboard.press('Home');
  for (let position = 1; position <= total; position += 1) {
    await expect(comments.actions).toContainText(t('common:list.position', { position, total }));
    await expect(comments.current).toHaveCount(1);
    if (position < total) await page.keyboard.press('j');
  }
  await expect(comments.current).toContainText('Мир вам.');
}

test('comments of a real WordPress, hostile in every field, do nothing when they are read', async ({
  open,
}) => {
  const { postId } = await seedThread(wp, { comments: [] });
  await insertComments(hostileComments, postId);
  const { desk, page, app } = await open();
  const happened = watch(page);
  await connect(desk, wp);
  await readAll(desk, page, hostileComments.length);
  // Once more as one thread, and one of them answered and decided: the app works on.
  await page.keyboard.press('t');
  await expect(desk.comments.thread.getByRole('article')).toHaveCount(hostileComments.length);
  await page.keyboard.press('r');
  await expect(desk.comments.reply.text).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('s');
  await expect(desk.navigation.item('spam')).toHaveAccessibleName(/1$/);
  await expect(desk.status.allSent).toBeVisible();
  expect(await happened()).toEqual(nothing);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test('the same in the practice blog', async ({ open, userData }) => {
  // Straight into its file: the blog's own functions would clean what comes in.
  await rewritePracticeBlog(userData, (state) => {
    const post = state.posts.find(({ status }) => status === 'publish');
    state.comments = hostileComments.map(({ author, email, url, agent, text, date }, index) => ({
      ...{ id: state.nextId.comment + index, post: post?.id ?? 0, parent: 0, author: 0, type: 'comment' },
      ...{ author_name: author, author_email: email, author_url: url, author_user_agent: agent },
      ...{ author_ip: '192.0.2.9', date_gmt: date.replace(' ', 'T'), content: text },
      ...{ status: 'hold', statusBefore: null },
    }));
    state.nextId.comment += hostileComments.length;
  });
  const { desk, page } = await open();
  const happened = watch(page);
  await openPractice(desk);
  await readAll(desk, page, hostileComments.length);
  expect(await happened()).toEqual(nothing);
});

test('posts of a real WordPress do nothing when they are listed, edited and read', async ({ open }) => {
  await insertPosts(attackStrings.map(({ html }) => html));
  const { desk, page } = await open();
  const happened = watch(page);
  await connect(desk, wp);
  const { writing } = desk;
  await expect(writing.list('all')).toBeVisible();
  const total = attackStrings.length + 1; // and the post that every new WordPress has
  const current = writing.list('all').getByRole('option', { selected: true });
  await writing.list('all').press('End');
  await expect(current).toHaveAttribute('aria-posinset', String(total));
  await writing.list('all').press('Home');
  for (let position = 1; position <= total; position += 1) {
    await expect(current).toHaveAttribute('aria-posinset', String(position));
    await writing.mode('write').click();
    await expect(writing.body).toBeVisible();
    await writing.mode('read').click();
    await expect(writing.editor.getByRole('article').first()).toBeVisible();
    await writing.list('all').press('ArrowDown');
  }
  expect(await happened()).toEqual(nothing);
});
