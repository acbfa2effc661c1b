import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { _electron, type Page } from '@playwright/test';
import type { Language } from '../../renderer/i18n/language.ts';
import { Desk } from '../pages/desk.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** How the app looks in a window. */
export interface Look {
  language: Language;
  theme: 'light' | 'dark';
  size: { width: number; height: number };
}

export interface TourWindow {
  desk: Desk;
  page: Page;
  /** What the page complained about: a tour with complaints has failed. */
  complaints: string[];
  resize(size: Look['size']): Promise<void>;
  close(): Promise<void>;
}

/** A folder for the app's data that nobody else uses. */
export async function withDataFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'copydesk-tour-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Starts the built app on `folder` in the look that is wanted. */
export async function openWindow(folder: string, look: Look): Promise<TourWindow> {
  const { language, theme, size } = look;
  const locale = language === 'bg' ? 'bg-BG' : 'en-US';
  const app = await _electron.launch({
    cwd: root,
    args: ['.', `--user-data-dir=${folder}`],
    colorScheme: null, // the app decides, through nativeTheme
    env: {
      ...(process.env as Record<string, string>),
      LANGUAGE: locale.replaceAll('-', '_'),
      COPYDESK_HOST_LOCALE: locale,
      COPYDESK_HOST_DARK: theme === 'dark' ? '1' : '0',
    },
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await page.waitForURL((url) => url.protocol !== 'about:');
  const window = await app.browserWindow(page);
  const resize = async (wanted: Look['size']) => {
    await window.evaluate((w, { width, height }) => w.setContentSize(width, height), wanted);
    await page.waitForFunction(({ width, height }) => innerWidth === width && innerHeight === height, wanted);
  };
  await resize(size);
  await app.evaluate(({ nativeTheme }, source) => {
    nativeTheme.themeSource = source;
  }, theme);
  return { desk: new Desk(page, language), page, complaints, resize, close: () => app.close() };
}
