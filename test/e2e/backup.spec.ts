// The whole library in one file, and back: what was changed or lost meanwhile is as it was, after restarts, too.
import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, openPractice, test } from './desk.ts';
import { backUpDraft, choosing, menu, replaced, restoreFrom } from './restoring.ts';

const TITLE = 'Три дни в Родопите';
const WORDS = 'Тръгнахме от Смолян в пет и половина.';

test('what was changed after a backup is as it was once it is restored, also after a restart', async ({
  open,
  userData,
}) => {
  const first = await open();
  const file = await backUpDraft(first, userData, { title: TITLE, words: WORDS });
  await first.desk.writing.title.fill('Съвсем друго');
  await first.page.keyboard.press('ControlOrMeta+s');
  await expect(first.desk.status.saved).toBeVisible();
  await expect(first.desk.writing.row('all', 'Съвсем друго')).toBeVisible();
  await restoreFrom(first, file);

  const second = await open();
  await expect(second.desk.writing.title).toHaveValue(TITLE);
  await expect(second.desk.writing.body).toHaveText(WORDS);
  const said = second.desk.t('backups:restored', { date: '' });
  await expect(second.desk.navigation.note).toContainText(said.slice(said.indexOf('.')));
  // What was here before can be come back to.
  await second.desk.navigation.to('settings');
  await expect(second.desk.backups.rows).toHaveCount(1);
  await expect(second.desk.backups.rows).toContainText(second.desk.t('backups:beforeRestore'));
  // Above the list stands the newest of all that are in it.
  await expect(second.desk.backups.section).toContainText(second.desk.t('backups:newest'));
  await second.app.close();

  const third = await open();
  await third.desk.navigation.to('allPosts');
  await expect(third.desk.writing.row('all', TITLE)).toBeVisible();
  expect(await readdir(userData)).toEqual(
    expect.not.arrayContaining(['library-restored', 'library-restore.json']),
  );
});

test('a backup can be made now, is listed, and restored; Esc leaves everything as it is', async ({
  open,
}) => {
  const first = await open();
  await openPractice(first.desk);
  await first.desk.navigation.to('settings');
  await expect(first.desk.backups.section).toContainText(first.desk.t('backups:none'));
  await first.desk.backups.now.click();
  await expect(first.desk.backups.rows).toHaveCount(1);
  await first.desk.backups.now.click();
  await expect(first.desk.backups.rows).toHaveCount(1);

  await choosing(first.app, 'nowhere');
  await first.desk.backups.rows.getByRole('button').click();
  await expect(first.desk.backups.question).toContainText(first.desk.t('backups:question.isKept'));
  await expect(first.desk.backups.keep).toBeFocused();
  await first.page.keyboard.press('Escape');
  await expect(first.desk.backups.question).toBeHidden();

  await first.desk.backups.rows.getByRole('button').click();
  await replaced(first);
  const second = await open();
  await expect(second.desk.status.synced).toBeVisible();
  const said = second.desk.t('backups:restored', { date: '' });
  await expect(second.desk.navigation.note).toContainText(said.slice(said.indexOf('.')));
  await second.desk.navigation.to('allPosts');
  await expect(second.desk.writing.list('all').getByRole('option').first()).toBeVisible();
});

test('a file that is no backup is refused in words, and nothing is asked', async ({ open, userData }) => {
  const file = path.join(userData, '..', 'letter.copydesk-backup');
  await writeFile(file, 'Здравей');
  const opened = await open();
  await expect(opened.desk.welcome.heading).toBeVisible();
  await choosing(opened.app, file);
  await menu(opened, 'restore');
  await expect(opened.page.getByText(opened.desk.t('errors:backup.foreign.todo'))).toBeVisible();
  await expect(opened.desk.backups.question).toBeHidden();
});

test('a library that cannot be opened is replaced by its newest backup, and kept beside it', async ({
  open,
  launch,
  userData,
}) => {
  const first = await open();
  await first.desk.welcome.startPost.click();
  await first.desk.writing.type(TITLE, WORDS);
  await expect(first.desk.status.saved).toBeVisible();
  await first.desk.navigation.to('settings');
  await first.desk.backups.now.click();
  await expect(first.desk.backups.rows).toHaveCount(1);
  await first.app.close();
  const library = path.join(userData, 'library');
  for (const name of await readdir(library)) await rm(path.join(library, name), { recursive: true });
  await writeFile(path.join(library, 'library.json'), 'not what it was');

  // The person takes what is offered first.
  const answer = path.join(userData, 'answer.cjs');
  await writeFile(
    answer,
    "require('electron').dialog.showMessageBox = async () => ({ response: 0, checkboxChecked: false });",
  );
  const { page } = await launch({ preload: answer });
  await expect(page.getByRole('textbox', { name: /.+/ }).filter({ hasText: WORDS })).toBeVisible();
  const kept = (await readdir(userData)).find((name) => name.startsWith('library-damaged-'));
  expect(await readFile(path.join(userData, kept ?? '', 'library.json'), 'utf8')).toBe('not what it was');
});
