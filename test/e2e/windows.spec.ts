// The window and the end of the app: bounds, a second start, closing, quitting, a crash of the page, the menu.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { rename, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { ElectronApplication } from '@playwright/test';
import { seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connect, connectForGood, expect, type Opened, test } from './desk.ts';
import { inStandIn } from './fixture.ts';
import { answerDialogs } from './native-dialogs.ts';

let wp: WordPress;

withWordPress((started) => {
  wp = started;
});

const TITLE = 'Писано до последния миг';
const BODY = 'Още една дума';

/** How the app ends. */
const ended = (app: ElectronApplication) =>
  new Promise<number | null>((resolve) => app.process().once('exit', (code) => resolve(code)));

const closeWindow = async ({ app, page }: Opened) => {
  const window = await app.browserWindow(page);
  await window.evaluate((w) => w.close()).catch(() => undefined); // the answer may be lost with the app
};
const quit = ({ app }: Opened) => app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);

test('the window opens where it was', async ({ open }) => {
  const first = await open();
  const bounds = { x: 120, y: 60, width: 1111, height: 777 };
  const window = await first.app.browserWindow(first.page);
  await window.evaluate((w, wanted) => w.setBounds(wanted), bounds);
  await first.app.close();
  const second = await open();
  const again = await second.app.browserWindow(second.page);
  expect(await again.evaluate((w) => w.getBounds())).toEqual(bounds);
  await expect.poll(() => again.evaluate((w) => w.isVisible())).toBe(true);
});

test('a second start shows the window of the first and ends', async ({ open, userData }) => {
  const { app, page, desk } = await open();
  await expect(desk.welcome.heading).toBeVisible();
  const window = await app.browserWindow(page);
  await window.evaluate((w) => w.minimize());
  const args = ['.', `--user-data-dir=${userData}`];
  const second = spawn(app.process().spawnfile, inStandIn ? args : ['--no-sandbox', ...args], {
    stdio: 'ignore',
  });
  expect(await once(second, 'exit')).toEqual([0, null]);
  await expect.poll(() => window.evaluate((w) => w.isMinimized())).toBe(false);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

for (const [how, leave] of [
  ['closing the window', closeWindow],
  ['quitting', quit],
] as const) {
  test(`${how} waits until the last word is saved`, async ({ open }) => {
    const first = await open();
    await first.desk.welcome.startPost.click();
    await first.desk.writing.type(TITLE, BODY);
    const end = ended(first.app);
    await leave(first);
    expect(await end).toBe(0);
    const second = await open();
    await expect(second.desk.writing.title).toHaveValue(TITLE);
    await expect(second.desk.writing.body).toHaveText(BODY);
  });
}

test('words that the disk refuses keep the window open until they are safe', async ({ open, userData }) => {
  const first = await open();
  const { app, desk, page } = first;
  // The person chooses to keep the window open.
  const asked = await answerDialogs(app);
  const library = path.join(userData, 'library');
  await desk.welcome.startPost.click();
  await desk.writing.type(TITLE, '');
  await expect(desk.status.saved).toBeVisible();
  await rename(library, `${library}-away`);
  await writeFile(library, 'a file where the folder was');
  await page.keyboard.type(BODY);
  await expect(desk.status.alert).toBeVisible();
  await expect(desk.status.saved).toBeHidden();
  await closeWindow(first);
  await expect.poll(asked).toBe(1);
  await expect(desk.status.alert).toBeVisible();

  await rm(library);
  await rename(`${library}-away`, library);
  await expect(desk.status.saved).toBeVisible();
  const end = ended(app);
  await closeWindow(first);
  expect(await end).toBe(0);
  const second = await open();
  await expect(second.desk.writing.body).toHaveText(BODY);
});

test('a page that crashes comes back by itself with the words that were saved', async ({ open }) => {
  const { app, page, desk } = await open();
  await desk.welcome.startPost.click();
  await desk.writing.type(TITLE, BODY);
  await expect(desk.status.saved).toBeVisible();
  const window = await app.browserWindow(page);
  await window.evaluate((w) => w.webContents.forcefullyCrashRenderer());
  const titleShown = () =>
    window.evaluate((w) =>
      w.webContents.executeJavaScript("document.querySelector('textarea')?.value ?? ''"),
    );
  await expect.poll(() => titleShown().catch(() => 'no page')).toBe(TITLE);
});

test('quitting while something is being sent ends cleanly, and it arrives once', async ({ open }) => {
  const first = await open();
  await connectForGood(first.desk, wp);
  await first.desk.navigation.newPost.click();
  await first.desk.writing.type(TITLE, BODY);
  wp.faults.next({ method: 'POST', path: /\/posts(\?|$)/ }, { kind: 'delay', ms: 1200 });
  await first.desk.writing.send('publish').click();
  await expect.poll(() => wp.faults.hits.delay).toBe(1);
  const end = ended(first.app);
  await quit(first);
  expect(await end).toBe(0);

  const second = await open();
  await expect(second.desk.writing.note(second.desk.t('writing:publish.same'))).toBeVisible({
    timeout: 120_000,
  });
  const posts = await wp.sql(
    `SELECT post_status FROM wp_posts WHERE post_type = 'post' AND post_title = '${TITLE}'`,
  );
  expect(posts).toEqual([{ post_status: 'publish' }]);
});

test('each command of the menu does its job', async ({ open }) => {
  await seedThread(wp);
  const { app, desk, page } = await open();
  await connect(desk, wp);
  const choose = (id: string) =>
    app.evaluate(({ Menu }, wanted) => Menu.getApplicationMenu()?.getMenuItemById(wanted)?.click(), id);
  await choose('go-comments');
  await expect(desk.comments.list('pending')).toBeVisible();
  await choose('go-outbox');
  await expect(desk.outbox.empty).toBeVisible();
  await choose('go-settings');
  await expect(desk.settings.root).toBeVisible();
  await choose('go-posts');
  await expect(desk.writing.list('all')).toBeVisible();
  await choose('keys');
  await expect(desk.keys).toBeVisible();
  await page.keyboard.press('Escape');
  await choose('new-post');
  await expect(desk.writing.title).toBeFocused();

  wp.faults.clear();
  await choose('pull');
  await expect.poll(() => wp.faults.requests.length).toBeGreaterThan(2);
  await wp.goOffline();
  await choose('go-comments');
  await expect(desk.comments.current).toBeVisible();
  await desk.comments.list('pending').press('a');
  await expect(desk.status.waiting(1)).toBeVisible();
  await expect(desk.status.offline('Записки край пътя')).toBeVisible();
  await wp.goOnline();
  await choose('send-now');
  await expect(desk.status.allSent).toBeVisible();
});

test('the menu leads to the folders of the library and of the logs', async ({ open, userData }) => {
  const { app, desk } = await open();
  await expect(desk.welcome.heading).toBeVisible();
  const shown = await app.evaluate(
    ({ Menu, shell }, labels) => {
      const opened: string[] = [];
      shell.openPath = async (folder) => {
        opened.push(folder);
        return '';
      };
      const items = Menu.getApplicationMenu()?.items.flatMap(({ submenu }) => submenu?.items ?? []) ?? [];
      for (const label of labels) items.find((item) => item.label === label)?.click();
      return opened;
    },
    [desk.t('menu:file.showLibrary'), desk.t('menu:help.showLogs')],
  );
  expect(shown).toEqual([path.join(userData, 'library'), path.join(userData, 'logs')]);
});
