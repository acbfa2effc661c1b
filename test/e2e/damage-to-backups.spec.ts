// From what is said of damage to the backups: by mouse and by key, to where something can be restored.
import path from 'node:path';
import { damageComments, intoShards } from './damaged-library.ts';
import { expect, type Opened, openPractice, test } from './desk.ts';

/** An app that has found damage, after so many backups. */
async function damaged(open: (options?: object) => Promise<Opened>, userData: string, backups: number) {
  const library = path.join(userData, 'library');
  const first = await open();
  await openPractice(first.desk);
  await first.desk.navigation.to('settings');
  for (let made = 0; made < backups; made += 1) await first.desk.backups.now.click();
  await expect(first.desk.backups.rows).toHaveCount(backups);
  await first.app.close();
  await intoShards(library);
  await damageComments(library);
  const second = await open({ size: { width: 900, height: 700 } });
  // It opens where it was left: in the settings.
  await expect(second.desk.libraryNotice.toBackups).toBeVisible();
  return second;
}

test('with a backup the focus is on restoring the newest, in view', async ({ open, userData }) => {
  const { desk, page } = await damaged(open, userData, 1);
  const { libraryNotice, backups } = desk;
  const restore = backups.rows.first().getByRole('button');
  await libraryNotice.toBackups.click();
  await expect(restore).toBeFocused();
  await expect(restore).toBeInViewport({ ratio: 1 });
  await expect(backups.section.getByRole('heading')).toBeInViewport({ ratio: 1 });

  await libraryNotice.toBackups.focus();
  await page.keyboard.press('Enter');
  await expect(restore).toBeFocused();
  await expect(backups.section.getByRole('heading')).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Enter');
  await expect(backups.question).toBeVisible();
  await expect(backups.keep).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(restore).toBeFocused();
});

test('without a backup the focus is on making one', async ({ open, userData }) => {
  const { desk } = await damaged(open, userData, 0);
  await desk.libraryNotice.toBackups.press('Space');
  await expect(desk.backups.now).toBeFocused();
  await expect(desk.backups.now).toBeInViewport({ ratio: 1 });
});
