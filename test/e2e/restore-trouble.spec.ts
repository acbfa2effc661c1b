// A restore that the disk does not let through: it is said why, nothing is half done, and it works once it may.
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { type SmallDisk, smallDisk } from '../support/small-disk.ts';
import { test as base, expect } from './desk.ts';
import { startAndEnd } from './other-processes.ts';
import { backUpDraft, offerFrom, replaced, restoreFrom } from './restoring.ts';

const TITLE = 'Три дни в Родопите';
const WORDS = 'Тръгнахме от Смолян в пет и половина.';

interface Mounts {
  /** A small disk of its own under one of the folders; the test is skipped where none can be mounted. */
  diskUnder(name: 'backups' | 'library' | '.'): SmallDisk;
}

const test = base.extend<Mounts>({
  diskUnder: async ({ userData }, use) => {
    const disks: SmallDisk[] = [];
    await use((name) => {
      const disk = smallDisk(path.join(userData, name), name === '.' ? 262_144 : 4096);
      if ('reason' in disk) {
        base.skip(true, disk.reason);
        throw new Error(disk.reason);
      }
      disks.push(disk);
      return disk;
    });
    for (const disk of disks) disk.unmount();
  },
});

const beside = async (userData: string) =>
  (await readdir(userData)).filter((name) => name.startsWith('library')).sort();

test('a folder of backups that takes nothing: the present library cannot be kept, so it is not replaced', async ({
  open,
  userData,
  diskUnder,
}) => {
  const disk = diskUnder('backups');
  const first = await open();
  const { writing, status, backups, t } = first.desk;
  const file = await backUpDraft(first, userData, { title: TITLE, words: WORDS });
  await writing.title.fill('Съвсем друго');
  await offerFrom(first, file);
  disk.allowWriting(false);
  await backups.replace.click();
  await expect(first.page.getByText(t('errors:backup.not-kept.todo'))).toBeVisible();
  await expect.poll(() => beside(userData)).toEqual(['library']);
  await first.page.keyboard.press('Escape');
  await writing.body.press('ControlOrMeta+End');
  await first.page.keyboard.insertText(' И още.');
  await expect(status.saved).toBeVisible();

  disk.allowWriting(true);
  await offerFrom(first, file);
  await replaced(first);
  const second = await open();
  await expect(second.desk.writing.title).toHaveValue(TITLE);
  await second.app.close();
});

test('a library that can only be read', async ({ open, userData, diskUnder }) => {
  const disk = diskUnder('library');
  const first = await open();
  const file = await backUpDraft(first, userData, { title: TITLE, words: WORDS });
  await first.app.close();
  disk.allowWriting(false);

  const second = await open();
  const { writing, backups, t } = second.desk;
  await writing.body.press('ControlOrMeta+End');
  await second.page.keyboard.insertText(' И още.');
  await expect(second.desk.status.alert).toBeVisible();
  await offerFrom(second, file);
  await backups.replace.click();
  await second.page.getByText(t('errors:backup.unsaved.todo')).waitFor();
  await expect.poll(() => beside(userData)).toEqual(['library']);
  await second.page.keyboard.press('Escape');
  await expect(writing.body).toHaveText(`${WORDS} И още.`);

  disk.allowWriting(true);
  await expect(second.desk.status.saved).toBeVisible();
  await second.app.close();
  const third = await open();
  await expect(third.desk.writing.body).toHaveText(`${WORDS} И още.`);
  await third.app.close();
});

test('a library that cannot be moved away is opened as it is, and says why it is not restored', async ({
  open,
  userData,
  diskUnder,
}) => {
  // Nobody can rename what a disk is mounted on.
  diskUnder('library');
  const first = await open();
  const file = await backUpDraft(first, userData, { title: TITLE, words: WORDS });
  await first.desk.writing.title.fill('Съвсем друго');
  await restoreFrom(first, file);

  const refused = await startAndEnd(userData);
  expect(refused.said).toContain('The backup is not restored yet');
  expect(await beside(userData)).toEqual(['library', 'library-restore.json', 'library-restored']);
  const answer = path.join(userData, 'answer.cjs');
  await writeFile(
    answer,
    "require('electron').dialog.showMessageBox = async ({ buttons }) => ({ response: buttons.indexOf('Open as it is') });",
  );
  const second = await open({ preload: answer });
  await expect(second.desk.writing.title).toHaveValue('Съвсем друго');
  expect(await beside(userData)).toEqual(['library']);
  await second.app.close();
});
