// English and Bulgarian from the first screen on: the system's language first, the person's choice from then on, and
// every piece of content in its own language.
import type { ElectronApplication, Locator } from '@playwright/test';
import { Desk } from '../pages/desk.ts';
import { type SeededThread, seedThread } from '../wordpress/seed.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';
import { connect, connectForGood, expect, test } from './desk.ts';

let wp: WordPress;
let thread: SeededThread;

withWordPress(async (started) => {
  wp = started;
  thread = await seedThread(wp);
});

const menuLabels = (app: ElectronApplication) =>
  app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label) ?? []);

/** The language that holds for an element: its own or that of what it stands in. */
const languageOf = (content: Locator) =>
  content.evaluate((element) => element.closest<HTMLElement>('[lang]')?.lang ?? '');

for (const [system, language] of [
  ['bg-BG', 'bg'],
  ['de-DE,bg-BG', 'bg'],
  ['fr-FR,en-GB,bg-BG', 'en'],
  ['ja-JP', 'en'],
] as const) {
  test(`on a system that prefers ${system} the app starts in ${language}`, async ({ launch }) => {
    const { app, page } = await launch({ locale: system });
    const desk = new Desk(page, language);
    await expect(desk.welcome.startPost).toBeVisible();
    await expect(page.locator('html')).toHaveAttribute('lang', language);
    await expect.poll(() => menuLabels(app)).toContain(desk.t('menu:view.label'));
  });
}

test('another language holds at once, keeps what was typed, and is remembered', async ({ open }) => {
  const first = await open({ language: 'bg' });
  const inEnglish = new Desk(first.page, 'en');
  await first.desk.welcome.connect.address.fill('блог.example');
  await first.desk.welcome.language('English').click();
  await expect(inEnglish.welcome.startPost).toBeVisible();
  await expect(inEnglish.welcome.connect.address).toHaveValue('блог.example');
  await expect(first.page.locator('html')).toHaveAttribute('lang', 'en');
  await expect.poll(() => menuLabels(first.app)).toContain(inEnglish.t('menu:view.label'));
  await first.app.close();

  const second = await open({ language: 'bg' });
  const desk = new Desk(second.page, 'en');
  await desk.welcome.startPost.click();
  await desk.writing.type('Заглавие', 'Думи.');
  await desk.navigation.to('settings');
  await desk.settings.language('Български').click();
  await expect(second.desk.settings.root).toBeVisible();
  await second.desk.navigation.to('allPosts');
  await expect(second.desk.writing.body).toHaveText('Думи.');
  await second.desk.palette.run(second.desk.t('frame:command.inEnglish'));
  await expect(desk.writing.panel).toBeVisible();
});

test('every comment and post carries its own language, whatever that of the app is', async ({ open }) => {
  const { desk, page } = await open({ language: 'en' });
  const { comments } = desk;
  await connect(desk, wp);
  expect(await languageOf(desk.navigation.site('Записки край пътя').getByText('Записки'))).toMatch(/^bg/);
  await desk.navigation.to('allPosts');
  expect(await languageOf(desk.writing.row('all', thread.title).getByText(thread.title))).toMatch(/^bg/);
  await page.keyboard.press('ControlOrMeta+1');
  await expect(comments.current).toHaveAccessibleName('Димитър от Пловдив, #7 if approved');
  expect(await languageOf(comments.current.getByText('За пръв път пиша тук'))).toMatch(/^bg/);
  expect(await languageOf(comments.row('pending', 'Greetings').getByText('Greetings'))).toBe('en');
  await page.keyboard.press('j');
  expect(await languageOf(comments.current.getByText('Greetings from Wales'))).toBe('en');
  expect(await languageOf(comments.thread.getByRole('heading').getByText(thread.title))).toMatch(/^bg/);
  expect(await languageOf(comments.button('approve'))).toBe('en');
  // The words of a reply are in the blog's language.
  await page.keyboard.press('r');
  expect(await languageOf(comments.reply.text)).toMatch(/^bg/);
});

// The year is named once it is over.
const inBulgarian = /^11\.05(\.2026)?, 07:02$/;
const inEnglish = /^11 May( 2026)?, 07:02$/;

test('a thread tells the time in the blog’s language and zone; what is around it, in the app’s', async ({
  open,
}) => {
  const { desk, page } = await open({ language: 'en' });
  await connectForGood(desk, wp);
  await page.keyboard.press('ControlOrMeta+1');
  const time = desk.comments.current.getByRole('time');
  await expect(time).toHaveText(inBulgarian);
  expect(await languageOf(time)).toBe('bg-BG');
  await expect(time).toHaveAttribute('title', 'Mon 11 May 2026, 07:02 (Europe/Sofia)');
  await expect(desk.comments.cursorRow('pending').getByRole('time')).toHaveText(/^11 May/);

  await desk.palette.run(desk.t('frame:command.inBulgarian'));
  const { comments } = new Desk(page, 'bg');
  await expect(comments.cursorRow('pending').getByRole('time')).toHaveText(/^11\.05/);
  const timeThen = comments.current.getByRole('time');
  await expect(timeThen).toHaveText(inBulgarian);
  await expect(timeThen).toHaveAttribute('title', 'пн, 11.05.2026, 07:02 (Europe/Sofia)');
});

test('the thread under a post of an English blog is in English, in a Bulgarian app, too', async ({
  open,
}) => {
  await wp.seed("update_option('WPLANG', '');");
  const { desk } = await open({ language: 'bg' });
  await connect(desk, wp);
  await desk.navigation.to('allPosts');
  await desk.writing.row('all', thread.title).click();
  await desk.writing.mode('read').click();
  const time = desk.page.getByRole('article').getByRole('time').filter({ hasText: '07:02' });
  await expect(time).toHaveText(inEnglish);
  expect(await languageOf(time)).toBe('en-US');
  await expect(time).toHaveAttribute('title', 'пн, 11.05.2026, 07:02 (Europe/Sofia)');
});
