// A backup holds other sites than the library that it replaces: those that came since are named before, and one that
// was disconnected asks for its password before anything is sent to it.
import path from 'node:path';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connectForGood, expect, test } from './desk.ts';
import { backUpTo, offerFrom, replaced } from './restoring.ts';

let wp: WordPress;

withWordPress((started) => {
  wp = started;
});

const BLOG = 'Записки край пътя';
const PRACTICE = 'Бавни влакове';
const TITLE = 'Десет часа до Видин';
const BODY = 'Влакът тръгва в шест и десет, ако не вали.';

test('a site that was disconnected since comes back, asks for its password, and gets what waits once', async ({
  open,
  userData,
}) => {
  const file = path.join(userData, '..', 'Copydesk.copydesk-backup');
  const first = await open();
  const { navigation, writing, status, settings } = first.desk;
  await connectForGood(first.desk, wp);
  await wp.goOffline();
  await navigation.newPost.click();
  await writing.type(TITLE, BODY);
  await writing.send('publish').click();
  await expect(status.waiting(1)).toBeVisible();
  await backUpTo(first, file);
  await navigation.to('settings');
  await settings.openPractice.click();
  await expect(navigation.site(PRACTICE)).toBeVisible();
  await navigation.to('settings');
  await settings
    .site(BLOG)
    .getByRole('button', { name: first.desk.t('sites:disconnect.action') })
    .click();
  const sure = first.page.getByRole('alertdialog');
  await sure.getByRole('button', { name: first.desk.t('sites:disconnect.confirm') }).click();
  await expect(settings.site(BLOG)).toBeHidden();
  await offerFrom(first, file);
  const { question } = first.desk.backups;
  await expect(question).toContainText(first.desk.t('backups:question.sitesGone', { sites: PRACTICE }));
  await expect(question).toContainText(first.desk.t('backups:question.sitesBack', { sites: BLOG }));
  await replaced(first);

  await wp.goOnline();
  wp.faults.requests.length = 0;
  const { desk } = await open();
  await expect(desk.status.needsPassword(BLOG)).toBeVisible();
  await expect(desk.navigation.site(PRACTICE)).toHaveCount(0);
  await desk.status.waiting(1).click();
  const row = desk.outbox.row('waiting', TITLE);
  await expect(row).toContainText(desk.t('outbox:why.password'));
  expect(wp.faults.requests).toEqual([]);
  // It may be on the site already; to forget it here would make it twice.
  await expect(desk.outbox.button(row, 'cancel')).toHaveCount(0);
  await desk.outbox.button(row, 'reconnect').click();
  await desk.reconnectDialog.password.fill(wp.users.admin.password);
  await desk.page.keyboard.press('Enter');
  await expect(desk.status.allSent).toBeVisible({ timeout: 120_000 });
  const posts = await wp.sql(
    `SELECT post_status status FROM wp_posts
     WHERE post_type = 'post' AND (post_title = '${TITLE}' OR post_name LIKE '%copydesk%')`,
  );
  expect(posts).toEqual([{ status: 'publish' }]);
});
