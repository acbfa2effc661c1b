// What a person meets when a file is damaged, when the disk is full, and when it lets nothing be written.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { fillDisk, type SmallDisk, smallDisk } from '../support/small-disk.ts';
import { contentsOf, damageComments, intoShards } from './damaged-library.ts';
import { expect, openPractice, test } from './desk.ts';

const TITLE = 'Три дни в Родопите';
const BODY = 'Тръгнахме от Смолян в пет и половина.';
/** More than a block of any disk. */
const LONG = `${BODY} `.repeat(200);

/** A small disk under the library, for one test; skips it where none can be mounted. */
function diskUnder(folder: string): SmallDisk {
  const disk = smallDisk(folder, 4096);
  if (!('reason' in disk)) return disk;
  test.skip(true, disk.reason);
  throw new Error(disk.reason);
}

/** Notes what main asks the person, and answers with the first button. */
async function answerDialogs(app: ElectronApplication): Promise<() => Promise<number>> {
  await app.evaluate(({ dialog }) => {
    const asked: unknown[] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = async (...args: unknown[]) => {
      asked.push(args.at(-1));
      return { response: 0, checkboxChecked: false };
    };
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'asked').length as number);
}

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
  open,
  userData,
}) => {
  const library = path.join(userData, 'library');
  const disk = diskUnder(library);
  try {
    const first = await open();
    const { app, desk, page } = first;
    const { status, comments } = desk;
    const asked = await answerDialogs(app);
    await openPractice(desk);
    await desk.navigation.to('pending');
    await expect(comments.current).toBeVisible();
    const filler = path.join(library, 'filler');
    await fillDisk(filler, 0);

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

    await rm(filler);
    await expect(status.saved).toBeVisible();
    await expect(comments.reply.saved).toBeVisible();
    await expect(status.alert).toHaveCount(0);
    await app.close();
    const second = await open();
    await second.desk.navigation.to('pending');
    await expect.poll(() => second.desk.comments.total('pending')).toBe(pending);
    await expect(second.desk.comments.reply.text).toHaveValue(LONG);
    await second.app.close();
  } finally {
    disk.unmount();
  }
});

test('a library that can only be read is read, and says that nothing is saved and why', async ({
  open,
  userData,
}) => {
  const library = path.join(userData, 'library');
  const disk = diskUnder(library);
  try {
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
  } finally {
    disk.unmount();
  }
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
