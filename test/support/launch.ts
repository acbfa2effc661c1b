// Starts the app, in Electron or in the stand-in: whichever the environment names (see playwright.config.ts).
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import type { Language } from '../../renderer/i18n/language.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** For what never comes: a machine under load may take its time. In milliseconds. */
const PATIENCE = 90_000;

/** How the app is to be started. */
export interface LaunchOptions {
  env?: Record<string, string>;
  /** A script that is run in the main process before the app's own. */
  preload?: string;
  /** Arguments behind the app's folder. */
  args?: string[];
  /** The system's languages, most wanted first: `bg-BG,en-US`. */
  locale?: string;
  /** The system prefers dark. */
  dark?: boolean;
}

export interface Size {
  width: number;
  height: number;
}

/** What a system is set to whose user reads this language. */
export const localeOf = (language: Language): string => (language === 'bg' ? 'bg-BG' : 'en-US');

/** Starts the built app of a folder on a folder for its data. */
export async function launchApp(
  userData: string,
  { locale = 'en-US', dark = false, env, preload, args = [] }: LaunchOptions,
  folder = '.',
): Promise<ElectronApplication> {
  const app = await _electron.launch({
    cwd: root,
    timeout: PATIENCE,
    args: [...(preload === undefined ? [] : ['-r', preload]), folder, `--user-data-dir=${userData}`, ...args],
    colorScheme: null, // the app decides, through nativeTheme
    env: {
      ...(process.env as Record<string, string>),
      LANGUAGE: locale.replaceAll(',', ':').replaceAll('-', '_'),
      COPYDESK_HOST_LOCALE: locale,
      COPYDESK_HOST_DARK: dark ? '1' : '0',
      ...env,
    },
  });
  app.context().setDefaultTimeout(PATIENCE);
  return app;
}

/** The first window, once its page is the app's own. */
export async function firstPage(app: ElectronApplication): Promise<Page> {
  const page = await app.firstWindow({ timeout: PATIENCE });
  await page.waitForURL((url) => url.protocol !== 'about:' && url.protocol !== 'data:');
  await page.waitForLoadState('domcontentloaded');
  return page;
}

/** Gives the page exactly this size, in CSS pixels. */
export async function resizePage(app: ElectronApplication, page: Page, size: Size): Promise<void> {
  const window = await app.browserWindow(page);
  await window.evaluate((w, { width, height }) => w.setContentSize(width, height), size);
  await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, size);
}

/** Lets the app believe that the system prefers light or dark. */
export function setTheme(app: ElectronApplication, theme: 'light' | 'dark'): Promise<void> {
  return app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
}
