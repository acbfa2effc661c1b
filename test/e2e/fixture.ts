// Starts the app for a spec: in Electron or in the stand-in, in a fresh user-data folder per test. Several launches
// in one test share the folder, so that a spec can restart the app or kill it and look what is left.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { _electron, test as base, type ElectronApplication, type Page } from '@playwright/test';
import { endWithDescendants } from './processes.ts';

/** How a spec wants the app to be started. */
export interface LaunchOptions {
  env?: Record<string, string>;
  /** Arguments behind the app's folder. */
  args?: string[];
  /** The system's languages, most wanted first: `bg-BG,en-US`. */
  locale?: string;
  /** The system prefers dark. */
  dark?: boolean;
  /** Exact size of the page in CSS pixels. */
  size?: { width: number; height: number };
}

/** A started app with its first window. */
export interface Launched {
  app: ElectronApplication;
  page: Page;
  /** SIGKILL, as a crash or a dead battery would; resolves when the app and its Chromium are gone. */
  kill(): Promise<void>;
}

interface Fixtures {
  /** Folder of the app to start: the product, unless a spec brings its own. */
  appFolder: string;
  userData: string;
  launch(options?: LaunchOptions): Promise<Launched>;
}

const root = path.resolve(import.meta.dirname, '../..');

/** Whether the specs run in the stand-in for Electron's binary. */
export const inStandIn = process.env.ELECTRON_OVERRIDE_DIST_PATH !== undefined;

export const test = base.extend<Fixtures>({
  appFolder: ['.', { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
  userData: async ({}, use, info) => {
    await use(info.outputPath('user-data'));
  },
  launch: async ({ appFolder, userData }, use) => {
    const open = new Set<ElectronApplication>();
    await use(async (options = {}) => {
      const app = await start(appFolder, userData, options);
      open.add(app);
      app.once('close', () => open.delete(app));
      const page = await firstPage(app, options);
      return { app, page, kill: () => kill(app) };
    });
    for (const app of open) await app.close();
  },
});
export { expect } from '@playwright/test';

async function start(folder: string, userData: string, options: LaunchOptions): Promise<ElectronApplication> {
  if (folder === '.' && !existsSync(path.join(root, 'out/main/index.js'))) {
    throw new Error('There is nothing to start: run `npm run build` first.');
  }
  const { locale = 'en-US', dark = false } = options;
  const env: Record<string, string> = {};
  for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value;
  return _electron.launch({
    cwd: root,
    args: [folder, `--user-data-dir=${userData}`, ...(options.args ?? [])],
    colorScheme: null, // the app decides, through nativeTheme
    env: {
      ...env,
      LANGUAGE: locale.replaceAll(',', ':').replaceAll('-', '_'),
      COPYDESK_HOST_LOCALE: locale,
      COPYDESK_HOST_DARK: dark ? '1' : '0',
      ...options.env,
    },
  });
}

async function firstPage(app: ElectronApplication, { dark, size }: LaunchOptions): Promise<Page> {
  const page = await app.firstWindow();
  await page.waitForURL((url) => url.protocol !== 'about:' && url.protocol !== 'data:');
  await page.waitForLoadState('domcontentloaded');
  if (dark && !inStandIn) {
    await app.evaluate(({ nativeTheme }) => {
      nativeTheme.themeSource = 'dark';
    });
  }
  if (size) {
    const window = await app.browserWindow(page);
    await window.evaluate((w, { width, height }) => w.setContentSize(width, height), size);
    await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
  }
  return page;
}

async function kill(app: ElectronApplication): Promise<void> {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('The app has no process');
  const closed = new Promise<void>((resolve) => app.once('close', () => resolve()));
  await endWithDescendants(pid);
  await closed;
}
