// Starts the app for a spec: in Electron or in the stand-in, in a fresh user-data folder per test. Several launches
// in one test share the folder, so that a spec can restart the app or kill it and look what is left.
import { existsSync } from 'node:fs';
import { test as base, type ElectronApplication, type Page } from '@playwright/test';
import {
  firstPage,
  launchApp,
  type LaunchOptions as Options,
  resizePage,
  type Size,
  setTheme,
} from '../support/launch.ts';
import { endWithDescendants } from './processes.ts';

/** How a spec wants the app to be started. */
export interface LaunchOptions extends Options {
  /** Exact size of the page in CSS pixels. */
  size?: Size;
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
  /** Folder of that app's data. */
  userData: string;
  launch(options?: LaunchOptions): Promise<Launched>;
}

/** Whether the specs run in the stand-in for Electron's binary. */
export const inStandIn = process.env.ELECTRON_OVERRIDE_DIST_PATH !== undefined;

export const test = base.extend<Fixtures>({
  appFolder: ['.', { option: true }],
  userData: async ({ appFolder }, use, info) => {
    await use(info.outputPath('user-data', appFolder));
  },
  launch: async ({ appFolder, userData }, use) => {
    const open = new Set<ElectronApplication>();
    await use(async (options = {}) => {
      if (appFolder === '.' && !existsSync('out/main/index.js')) {
        throw new Error('There is nothing to start: run `npm run build` first.');
      }
      const app = await launchApp(userData, options, appFolder);
      open.add(app);
      app.once('close', () => open.delete(app));
      const page = await firstPage(app);
      // The stand-in has been told by its environment.
      if (options.dark && !inStandIn) await setTheme(app, 'dark');
      if (options.size) await resizePage(app, page, options.size);
      return { app, page, kill: () => kill(app) };
    });
    for (const app of open) await app.close();
  },
});
export { expect } from '@playwright/test';

async function kill(app: ElectronApplication): Promise<void> {
  const { pid } = app.process();
  if (pid === undefined) throw new Error('The app has no process');
  const closed = new Promise<void>((resolve) => app.once('close', () => resolve()));
  await endWithDescendants(pid);
  await closed;
}
