// From what is said of damage to the backups: by mouse and by key, to where something can be restored.
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../renderer/i18n/language.ts';
import { expectAccessible } from './accessible.ts';
import { damageComments, intoShards } from './damaged-library.ts';
import { expect, type Opened, openPractice, test } from './desk.ts';
import { choosing, replaced } from './restoring.ts';

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

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`where the whole library is gone the first screen leads to the backups that are left (${language})`, async ({
    open,
    userData,
  }) => {
    const first = await open({ language });
    await first.desk.welcome.startPost.click();
    await first.desk.writing.type('Десет часа до Видин', 'Влакът тръгва в шест.');
    await expect(first.desk.status.saved).toBeVisible();
    await first.desk.navigation.to('settings');
    await first.desk.backups.now.click();
    await expect(first.desk.backups.rows).toHaveCount(1);
    await first.app.close();
    await rm(path.join(userData, 'library'), { recursive: true });

    const second = await open({ language, size: { width: 900, height: 700 } });
    const { backups, t } = second.desk;
    await expect(backups.restoreHere).toBeVisible();
    await expect(second.page.getByRole('main').getByRole('alert')).toContainText(t('backups:gone.what'));
    await expectAccessible(second.page, 'first screen with backups');
    await choosing(second.app, 'nowhere');
    await backups.restoreHere.press('Enter');
    // Of an empty library there is nothing to keep.
    await expect(backups.question).toContainText(t('backups:question.replaces'));
    await expect(backups.question).not.toContainText(t('backups:question.isKept'));
    await replaced(second);

    const { desk } = await open({ language });
    await desk.navigation.to('allPosts');
    await expect(desk.writing.row('all', 'Десет часа до Видин')).toBeVisible();
  });
}

test('backups that cannot be read are told there, with their folder, and read again', async ({
  open,
  userData,
}) => {
  const { app, desk, page } = await damaged(open, userData, 1);
  const { backups, libraryNotice, t } = desk;
  const folder = path.join(userData, 'backups');
  await rename(folder, `${folder}-away`);
  await writeFile(folder, 'Not a folder');
  await page.reload();
  await libraryNotice.toBackups.press('Enter');
  await expect(backups.again).toBeFocused();
  await expect(backups.section.getByRole('alert')).toContainText([folder]);
  await expectAccessible(page, 'backups that cannot be read');
  await app.evaluate(({ shell }) => {
    shell.openPath = async () => 'No application is registered';
  });
  await backups.showFolder.click();
  await expect(page.getByText(t('settings:library.notShown'))).toBeVisible();
  await backups.again.press('Enter');
  await expect(backups.again).toBeFocused();

  await rm(folder);
  await rename(`${folder}-away`, folder);
  await backups.again.press('Enter');
  await expect(backups.rows).toHaveCount(1);
  await expect(backups.section).toBeFocused();
});

test('without a backup the focus is on making one', async ({ open, userData }) => {
  const { desk } = await damaged(open, userData, 0);
  await desk.libraryNotice.toBackups.press('Space');
  await expect(desk.backups.now).toBeFocused();
  await expect(desk.backups.now).toBeInViewport({ ratio: 1 });
});
