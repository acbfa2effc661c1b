// A restore while a request is under way and its answer does not come: the app ends, starts, and nothing is there twice.

import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connectForGood, expect, type Opened, test } from './desk.ts';
import { restoreNewest } from './restoring.ts';

let wp: WordPress;

withWordPress((started) => {
  wp = started;
});

const TITLE = 'Десет часа до Видин';
const BODY = 'Влакът тръгва в шест и десет, ако не вали.';

const ours = () =>
  wp.sql(
    `SELECT post_status status, post_content body FROM wp_posts
     WHERE post_type = 'post' AND (post_title = '${TITLE}' OR post_name LIKE '%copydesk%')`,
  );

/** A post waits for a network, and is in the backup. */
async function waitingAndBackedUp({ desk }: Opened): Promise<void> {
  await connectForGood(desk, wp);
  await wp.goOffline();
  await desk.navigation.newPost.click();
  await desk.writing.type(TITLE, BODY);
  await expect(desk.status.saved).toBeVisible();
  await desk.writing.send('publish').click();
  await expect(desk.status.waiting(1)).toBeVisible();
  await desk.navigation.to('settings');
  await desk.backups.now.click();
  await expect(desk.backups.rows).toHaveCount(1);
  await wp.goOnline();
}

test('restored while a new post is being sent: the site makes one of it', async ({ open }) => {
  const first = await open();
  await waitingAndBackedUp(first);
  const held = Promise.withResolvers<void>();
  wp.faults.next({ method: 'POST', path: /\/posts(\?|$)/ }, { kind: 'delay', until: held.promise });
  await first.page.keyboard.press('ControlOrMeta+Shift+s');
  await expect.poll(() => wp.faults.hits.delay).toBe(1);
  await restoreNewest(first);

  wp.faults.requests.length = 0;
  const second = await open();
  const asked = () => wp.faults.requests.some(({ query }) => query.toString().includes('copydesk-'));
  await expect.poll(asked, { timeout: 120_000 }).toBe(true);
  held.resolve();
  await expect(second.desk.status.allSent).toBeVisible({ timeout: 120_000 });
  await wp.faults.settled();
  expect(await ours()).toEqual([{ status: 'publish', body: BODY }]);
  await second.desk.navigation.to('allPosts');
  await expect(second.desk.writing.row('all', TITLE)).toHaveCount(1);
});

test('restored during a pull that does not come on: the next start pulls to the end', async ({ open }) => {
  const first = await open();
  await waitingAndBackedUp(first);
  await expect(first.desk.status.allSent).toBeVisible({ timeout: 120_000 });
  const held = Promise.withResolvers<void>();
  wp.faults.next({ method: 'GET', path: /\/comments\?/ }, { kind: 'delay', until: held.promise });
  await first.page.keyboard.press('F5');
  await expect.poll(() => wp.faults.hits.delay).toBe(1);
  await restoreNewest(first);

  const second = await open();
  await expect(second.desk.status.allSent).toBeVisible({ timeout: 120_000 });
  held.resolve();
  await wp.faults.settled();
  expect(await ours()).toEqual([{ status: 'publish', body: BODY }]);
  await second.desk.navigation.to('allPosts');
  await expect(second.desk.writing.row('all', TITLE)).toHaveCount(1);
});
