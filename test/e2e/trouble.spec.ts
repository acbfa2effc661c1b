// What a person meets when a file is damaged, when the disk is full, and when it lets nothing be written.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fillDisk, type SmallDisk, smallDisk } from '../support/small-disk.ts';
import { contentsOf, damageComments, intoShards } from './damaged-library.ts';
import { test as base, expect, openPractice } from './desk.ts';
import { answerDialogs } from './native-dialogs.ts';

const TITLE = 'Три дни в Родопите';
const BODY = 'Тръгнахме от Смолян в пет и половина.';
/** More than a block of any disk. */
const LONG = `${BODY} `.repeat(200);

/** A small disk of its own under the library. */
interface DiskUnder extends Pick<SmallDisk, 'allowWriting'> {
  fill(): Promise<void>;
  /** Takes away what it was filled with. */
  makeRoom(): Promise<void>;
}

/** Tests that ask for the disk are skipped where none can be mounted. */
const test = base.extend<{ disk: DiskUnder }>({
  disk: async ({ userData }, use) => {
    const library = path.join(userData, 'library');
    const disk = smallDisk(library, 4096);
    if ('reason' in disk) return base.skip(true, disk.reason);
    const filler = path.join(library, 'filler');
    await use({ ...disk, fill: () => fillDisk(filler, 0), makeRoom: () => rm(filler) });
    disk.unmount();
  },
});

test('damage is told in people’s words until it is acknowledged, and what the site has comes back', async ({
  open,
  userData,
}) => {
  const library = path.join(userData, 'library');
  const first = await open();
  await openPractice(first.desk);
  await first.desk.navigation.to('pending');
  const pending = await first.desk.comments.total('pending');
  await first.app.close();
  await intoShards(library);
  await damageComments(library);

  const second = await open();
  const { libraryNotice, navigation, comments } = second.desk;
  await expect(libraryNotice.root).toContainText('What could not be read: 3 comments.');
  await expect(libraryNotice.root).toContainText('Your sites have been synced since');
  await navigation.to('pending');
  await expect.poll(() => comments.total('pending')).toBe(pending);
  await libraryNotice.details.click();
  await expect(libraryNotice.section).toContainText('saved from the same files');
  await libraryNotice.showDamaged.click();
  await second.app.close();

  const third = await open();
  await expect(third.desk.libraryNotice.section).toContainText('3 comments');
  await expect(third.desk.libraryNotice.root).toHaveCount(0);
  await third.desk.navigation.to('pending');
  await expect(third.desk.comments.list('pending')).toBeFocused();
  for (const _ of ['navigation', 'notice']) await third.page.keyboard.press('Shift+F6');
  await expect(third.desk.libraryNotice.details).toBeFocused();
  await third.desk.libraryNotice.acknowledge.press('Enter');
  await expect(third.desk.libraryNotice.root).toBeHidden();
  await expect(third.page.getByRole('main').locator(':focus')).toBeVisible();
  await third.app.close();

  const fourth = await open();
  await expect(fourth.desk.status.synced).toBeVisible();
  await expect(fourth.desk.libraryNotice.root).toHaveCount(0);
});

test('a library of which nothing is left is not taken for a new one', async ({ open, userData }) => {
  const library = path.join(userData, 'library');
  const first = await open();
  await openPractice(first.desk);
  await first.app.close();
  await intoShards(library);
  for (const name of ['sites', 'posts', 'comments', 'preferences']) {
    await rm(path.join(library, name), { recursive: true });
  }
  const second = await open();
  await expect(second.desk.welcome.heading).toBeVisible();
  const { root } = second.desk.libraryNotice;
  await expect(root).toContainText('1 connected site');
  await expect(root).toContainText('Connect the site again');
});

test('on a full disk words stay in memory, nothing looks done, and all is saved by itself once there is room', async ({
  disk,
  open,
}) => {
  const first = await open();
  const { app, desk, page } = first;
  const { status, comments } = desk;
  const asked = await answerDialogs(app);
  await openPractice(desk);
  await desk.navigation.to('pending');
  await expect(comments.current).toBeVisible();
  await disk.fill();

  // The last block of the journal has room for a few decisions: these are saved.
  await expect(async () => {
    await page.keyboard.press('a');
    await expect(comments.said('The disk is full.')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(status.alert).toContainText('The disk is full');
  const pending = await comments.total('pending');
  await page.keyboard.press('r');
  await expect(comments.reply.text).toBeFocused();
  await page.keyboard.insertText(LONG);
  await expect(comments.reply.form.getByRole('alert')).toContainText('The disk is full');
  await expect(status.alert).toHaveText(/Not saved: the disk is full/);
  await expect(status.saved).toBeHidden();
  const window = await app.browserWindow(page);
  await window.evaluate((w) => w.close());
  await expect.poll(asked).toBe(1);
  await expect(comments.reply.text).toHaveValue(LONG);

  await disk.makeRoom();
  await expect(status.saved).toBeVisible();
  await expect(comments.reply.saved).toBeVisible();
  await expect(status.alert).toHaveCount(0);
  await app.close();
  const second = await open();
  await second.desk.navigation.to('pending');
  await expect.poll(() => second.desk.comments.total('pending')).toBe(pending);
  await expect(second.desk.comments.reply.text).toHaveValue(LONG);
  await second.app.close();
});

test('a library that can only be read is read, and says that nothing is saved and why', async ({
  disk,
  open,
}) => {
  const first = await open();
  await first.desk.welcome.startPost.click();
  await first.desk.writing.type(TITLE, BODY);
  await expect(first.desk.status.saved).toBeVisible();
  await first.app.close();
  disk.allowWriting(false);

  const second = await open();
  const { libraryNotice, writing, status } = second.desk;
  await expect(writing.title).toHaveValue(TITLE);
  await expect(libraryNotice.root).toContainText('Your library can only be read: nothing is saved.');
  await expect(libraryNotice.root).toContainText('The system does not let Copydesk write');
  await expect(status.alert).toBeVisible();
  await writing.body.press('ControlOrMeta+End');
  await second.page.keyboard.type(' И още.');
  await expect(status.alert).toContainText('Your text is kept in memory');

  disk.allowWriting(true);
  await expect(status.saved).toBeVisible();
  await expect(libraryNotice.root).toHaveCount(0);
  await second.app.close();
  const third = await open();
  await expect(third.desk.writing.body).toHaveText(`${BODY} И още.`);
  await third.app.close();
});

test('why one version could not be restored is not said of the next one', async ({ disk, open }) => {
  const { desk, page } = await open();
  const { versions } = desk.writing;
  await desk.welcome.startPost.click();
  await desk.writing.type(TITLE, BODY);
  await expect(desk.status.saved).toBeVisible();
  for (const count of [2, 3]) {
    await page.keyboard.insertText(LONG);
    await expect(versions.button).toHaveText(versions.count(count));
  }
  await disk.fill();
  await versions.button.click();
  await expect(versions.list).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(versions.problem).toBeVisible();
  await page.keyboard.press('ArrowDown');
  await expect(versions.problem).toHaveCount(0);
});

test('damaged beyond opening, the library is explained and left exactly as it is', async ({ userData }) => {
  const library = path.join(userData, 'library');
  await mkdir(library, { recursive: true });
  await writeFile(path.join(library, 'library.json'), '{"version":1,"sites":{');
  const before = await contentsOf(library);
  // In the stand-in, since Electron's dialog waits for somebody to close it.
  const args = ['.', `--user-data-dir=${userData}`];
  const app = spawn(path.resolve('test/host/electron'), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  app.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  expect(await once(app, 'close')).toEqual([1, null]);
  expect(said).toContain('The library cannot be opened');
  expect(said).toContain('is damaged. Nothing is opened in its place');
  expect(said).toContain('Show folder');
  expect(await contentsOf(library)).toEqual(before);
});
