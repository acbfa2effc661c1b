import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect as expectSoon, type Page } from '@playwright/test';
import type { Language } from '../../renderer/i18n/language.ts';
import { Desk } from '../pages/desk.ts';
import { firstPage, launchApp, localeOf, resizePage, type Size, setTheme } from '../support/launch.ts';

/** For what never comes: a machine under load may take its time. */
export const expect = expectSoon.configure({ timeout: 45_000 });

/** How the app looks in a window. */
export interface Look {
  language: Language;
  theme: 'light' | 'dark';
  size: Size;
}

export interface TourWindow {
  desk: Desk;
  page: Page;
  /** What the page complained about: a tour with complaints has failed. */
  complaints: string[];
  resize(size: Size): Promise<void>;
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
export async function openWindow(folder: string, { language, theme, size }: Look): Promise<TourWindow> {
  const app = await launchApp(folder, { locale: localeOf(language), dark: theme === 'dark' });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(message.text());
  });
  await firstPage(app);
  const resize = (wanted: Size) => resizePage(app, page, wanted);
  await resize(size);
  await setTheme(app, theme);
  return { desk: new Desk(page, language), page, complaints, resize, close: () => app.close() };
}
