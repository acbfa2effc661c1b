// The product in its window, for a spec: the app is started, and the window is spoken to through its page objects.
import { expect } from '@playwright/test';
import type { Language } from '../../renderer/i18n/language.ts';
import { Desk } from '../pages/desk.ts';
import { localeOf } from '../support/launch.ts';
import type { WordPress } from '../wordpress/server.ts';
import type { WordPressUsers } from '../wordpress/users.ts';
import { test as base, inStandIn, type Launched, type LaunchOptions } from './fixture.ts';

export { expect } from './fixture.ts';

/** A started app and its window. */
export interface Opened extends Launched {
  desk: Desk;
}

interface Fixtures {
  /** Starts the app, in the folder of the test: a second time it is the same person coming back. */
  open(options?: LaunchOptions & { language?: Language }): Promise<Opened>;
}

export const test = base.extend<Fixtures>({
  open: async ({ launch }, use) => {
    await use(async ({ language = 'en', ...options } = {}) => {
      const launched = await launch({ locale: localeOf(language), ...options });
      return { ...launched, desk: new Desk(launched.page, language) };
    });
  },
});

/** Connects a blog on the first screen and waits until everything has come. */
export async function connect(desk: Desk, wp: WordPress, who: keyof WordPressUsers = 'admin'): Promise<void> {
  const { login, password } = wp.users[who];
  await desk.welcome.connect.send({ address: wp.url, login, password });
  await expect(desk.status.synced).toBeVisible();
}

/** Connects a blog in a way that needs no password at the next start. */
export async function connectForGood(
  desk: Desk,
  wp: WordPress,
  who: keyof WordPressUsers = 'admin',
): Promise<void> {
  await desk.welcome.heading.waitFor();
  const { keepHere } = desk.welcome.connect;
  // Where the system has a keychain nothing is asked: it is used. The stand-in has none.
  if (inStandIn || (await keepHere.isVisible())) await keepHere.click();
  await connect(desk, wp, who);
}

/** Opens the practice blog and waits until everything has come. */
export async function openPractice(desk: Desk): Promise<void> {
  await desk.welcome.openPractice.click();
  await expect(desk.status.synced).toBeVisible();
}
