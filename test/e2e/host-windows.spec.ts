// Shows that the stand-in behaves like Electron: where pages may go, how windows and the app end, what the system is
// said to prefer. The same specs run in Electron.
import type { ElectronApplication } from '@playwright/test';
import { expect, inStandIn, test } from './fixture.ts';
import { withDescendants } from './processes.ts';

test.use({ appFolder: 'test/host/sample-app' });

const logOf = (app: ElectronApplication) => app.evaluate(() => globalThis.log);

/** Everything a program prints until it ends, and how it ends. */
function untilExit(app: ElectronApplication): Promise<{ lines: string[]; code: number | null }> {
  let text = '';
  app.process().stdout?.on('data', (chunk) => {
    text += chunk;
  });
  return new Promise((resolve) => {
    app.process().once('close', (code) => resolve({ lines: text.trim().split('\n'), code }));
  });
}

/** Links handed to the system instead of being opened. */
async function watchLinks(app: ElectronApplication): Promise<() => Promise<string[]>> {
  await app.evaluate(({ shell }) => {
    const links: string[] = [];
    Object.assign(globalThis, { links });
    shell.openExternal = async (url) => {
      links.push(url);
    };
  });
  return () => app.evaluate(() => Reflect.get(globalThis, 'links'));
}

test('navigation: leaving the app is refused, whoever starts it', async ({ launch }) => {
  const { app, page } = await launch();
  const links = await watchLinks(app);
  await page.getByRole('link', { name: 'leave' }).click();
  await expect.poll(links).toEqual(['https://example.com/away']);
  await page.evaluate(() => {
    location.href = 'https://example.com/script';
  });
  await expect.poll(links).toEqual(['https://example.com/away', 'https://example.com/script']);
  await page.getByRole('link', { name: 'write' }).click();
  await expect.poll(links).toHaveLength(3);
  await expect(page.getByRole('status')).toHaveText('ready, bridge 1');
  const asked = (await logOf(app)).filter((line) => line.endsWith('/away'));
  expect(asked).toEqual([
    'will-frame-navigate https://example.com/away',
    'will-navigate https://example.com/away',
  ]);
});

test('navigation: inside the app it is asked about and allowed', async ({ launch }) => {
  const { app, page } = await launch();
  await page.getByRole('link', { name: 'other' }).click();
  await expect(page.getByRole('heading')).toHaveText('Other');
  expect(await logOf(app)).toContain('will-navigate sample://ui/other.html');
  const window = await app.browserWindow(page);
  expect(await window.evaluate((w) => w.webContents.getURL())).toBe('sample://ui/other.html');
});

test('navigation: a frame is asked about too, and stays where it is', async ({ launch }) => {
  const { app, page } = await launch();
  const link = page.frameLocator('iframe').getByRole('link', { name: 'go' });
  await link.click();
  await expect.poll(() => logOf(app)).toContain('will-frame-navigate sample://ui/forbidden.html');
  expect(await logOf(app)).not.toContain('will-navigate sample://ui/forbidden.html');
  await expect(link).toBeVisible();
});

test('navigation: a reload of the page is asked about, one of a test or of main is not', async ({
  launch,
}) => {
  const { app, page } = await launch();
  const asked = async () =>
    (await logOf(app)).filter((line) => line === 'will-navigate sample://ui/index.html');
  await page.reload();
  const window = await app.browserWindow(page);
  const loaded = page.waitForEvent('load');
  await window.evaluate((w) => w.webContents.reload());
  await loaded;
  expect(await asked()).toHaveLength(0);
  const reloaded = page.waitForEvent('load');
  await page.evaluate(() => location.reload());
  await reloaded;
  expect(await asked()).toHaveLength(1);
});

test('navigation: windows opened by the page are refused', async ({ launch }) => {
  const { app, page } = await launch();
  await page.getByRole('link', { name: 'open' }).click();
  await expect.poll(() => logOf(app)).toContain('window-open https://example.com/new');
  expect(await page.evaluate(() => window.open('https://example.com/script'))).toBeNull();
  await expect.poll(() => logOf(app)).toContain('window-open https://example.com/script');
  await expect.poll(() => app.windows().length).toBe(1);
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
  await expect(page.getByRole('status')).toHaveText('ready, bridge 1');
});

test('protocol: a handler sees the address, method, body and origin as the app knows them', async ({
  launch,
}) => {
  const { page } = await launch();
  const seen = await page.evaluate(async () =>
    (await fetch('/echo?q=1', { method: 'PUT', body: 'hi' })).json(),
  );
  expect(seen).toMatchObject({ method: 'PUT', url: 'sample://ui/echo?q=1', body: 'hi' });
  expect(seen.headers).toMatchObject({ origin: 'sample://ui', referer: 'sample://ui/index.html' });
  expect(seen.headers).not.toHaveProperty('host');
});

test('life-cycle: closing the last window quits, in order', async ({ launch }) => {
  const { app, page } = await launch();
  const end = untilExit(app);
  const window = await app.browserWindow(page);
  await window.evaluate((w) => w.close()).catch(() => undefined); // the answer may be lost with the app
  expect(await end).toEqual({
    lines: ['close', 'closed', 'window-all-closed', 'before-quit', 'will-quit', 'quit'],
    code: 0,
  });
});

test('life-cycle: quitting closes the windows first', async ({ launch }) => {
  const { app } = await launch();
  const end = untilExit(app);
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  expect(await end).toEqual({ lines: ['before-quit', 'close', 'closed', 'will-quit', 'quit'], code: 0 });
});

test('life-cycle: a prevented before-quit or close keeps the app, and quitting works later', async ({
  launch,
}) => {
  const { app, page } = await launch();
  await app.evaluate(({ app: electron }) => {
    globalThis.prevent.beforeQuit = true;
    electron.quit();
    globalThis.prevent.beforeQuit = false;
    globalThis.prevent.close = true;
    electron.quit();
    globalThis.prevent.close = false;
  });
  const window = await app.browserWindow(page);
  expect(await window.evaluate((w) => w.isDestroyed())).toBe(false);
  const ends = (await logOf(app)).filter((line) => !line.startsWith('will-frame'));
  expect(ends).toEqual(['before-quit', 'before-quit', 'close']);
  const end = untilExit(app);
  await app.evaluate(({ app: electron }) => electron.quit()).catch(() => undefined);
  expect((await end).lines).toEqual(['before-quit', 'close', 'closed', 'will-quit', 'quit']);
});

test('life-cycle: SIGTERM quits in order', async ({ launch }) => {
  const { app } = await launch();
  const end = untilExit(app);
  app.process().kill('SIGTERM');
  expect(await end).toEqual({ lines: ['before-quit', 'close', 'closed', 'will-quit', 'quit'], code: 0 });
});

test('life-cycle: after SIGKILL nothing is left running, and the app starts again at once', async ({
  launch,
}) => {
  const first = await launch();
  await first.page.evaluate(() => localStorage.setItem('key', 'kept'));
  const window = await first.app.browserWindow(first.page);
  await window.evaluate((w) => w.webContents.session.flushStorageData());
  expect(withDescendants(first.app.process().pid ?? 0).length).toBeGreaterThan(3);
  await first.kill();
  const second = await launch();
  await expect(second.page.getByRole('status')).toHaveText('ready, bridge 1');
  await second.kill();
  const third = await launch();
  expect(await third.page.evaluate(() => localStorage.getItem('key'))).toBe('kept');
});

test('life-cycle: a crashed page is reported and can be loaded again', async ({ launch }) => {
  const { app, page } = await launch();
  const reason = app.evaluate(
    ({ BrowserWindow }) =>
      new Promise((resolve) => {
        const contents = BrowserWindow.getAllWindows()[0]?.webContents;
        contents?.once('render-process-gone', (_event, details) => resolve(details.reason));
        contents?.forcefullyCrashRenderer();
      }),
  );
  expect(['crashed', 'killed']).toContain(await reason);
  const window = await app.browserWindow(page);
  await window.evaluate((w) => w.loadURL('sample://ui/index.html'));
  expect(await window.evaluate((w) => w.webContents.executeJavaScript('window.sample.echo(1)'))).toBe(1);
});

test('system: the colour scheme follows nativeTheme', async ({ launch }) => {
  const { app, page } = await launch({ dark: true });
  const isDark = () => page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches);
  expect(await isDark()).toBe(true);
  const choose = (source: 'light' | 'dark') =>
    app.evaluate(({ nativeTheme }, wanted) => {
      nativeTheme.themeSource = wanted;
    }, source);
  await choose('light');
  await expect.poll(isDark).toBe(false);
  await page.reload();
  expect(await isDark()).toBe(false);
  await choose('dark');
  await expect.poll(isDark).toBe(true);
});

test('system: the language reaches main and page', async ({ launch }) => {
  const { app, page } = await launch({ locale: 'bg-BG,en-US' });
  expect(await app.evaluate(({ app: electron }) => electron.getLocale())).toBe('bg');
  const wanted = await app.evaluate(({ app: electron }) => electron.getPreferredSystemLanguages());
  expect(wanted[0]).toBe('bg-BG');
  expect(await page.evaluate(() => navigator.language)).toMatch(/^bg/);
  const month = await page.evaluate(() =>
    new Date(2026, 0, 15).toLocaleDateString(undefined, { month: 'long' }),
  );
  expect(month).toBe('януари');
});

for (const size of [
  { width: 1440, height: 900 },
  { width: 900, height: 700 },
]) {
  test(`window: ${size.width}×${size.height} is the size of the page and of its picture`, async ({
    launch,
  }) => {
    const { page } = await launch({ size });
    expect(await page.evaluate(() => ({ width: innerWidth, height: innerHeight }))).toEqual(size);
    const png = await page.screenshot();
    // Width and height stand at bytes 16 and 20 of a PNG.
    expect({ width: png.readUInt32BE(16), height: png.readUInt32BE(20) }).toEqual(size);
  });
}

test('window: title, visibility and state', async ({ launch }) => {
  const { app, page } = await launch();
  const window = await app.browserWindow(page);
  await expect.poll(() => window.evaluate((w) => w.getTitle())).toBe('Sample page');
  await expect.poll(() => window.evaluate((w) => w.isVisible())).toBe(true);
  expect(await window.evaluate((w) => w.getContentSize())).toEqual([900, 700]);
});

test('app: a second instance hands over its arguments and ends', async ({ launch, userData }) => {
  const { app } = await launch();
  const { spawn } = await import('node:child_process');
  const binary = app.process().spawnfile;
  const args = ['test/host/sample-app', `--user-data-dir=${userData}`, 'copydesk://hello'];
  const second = spawn(binary, inStandIn ? args : ['--no-sandbox', ...args], { stdio: 'ignore' });
  expect(await new Promise((resolve) => second.once('exit', resolve))).toBe(3);
  await expect.poll(() => logOf(app)).toContain('second-instance copydesk://hello');
});
