// Full-text search in the window: results while typing, keys, marks, operators, opening what was found, both languages.
// The practice blog has posts and comments in Bulgarian and English.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, openPractice, test } from './desk.ts';

const indexOf = (userData: string) => path.join(userData, 'search/index.sqlite');

async function expectNoViolations(page: Page, state: string): Promise<void> {
  // Half-way through a transition colours are none of the design's.
  await page.evaluate(() =>
    Promise.all(document.getAnimations().map((animation) => animation.finished.catch(() => undefined))),
  );
  const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).withTags(tags).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
  expect.soft(found, state).toEqual([]);
}

test('finds while one types, marks why, and opens a comment in its thread', async ({ open }) => {
  const { desk, page } = await open();
  await openPractice(desk);
  const { search, comments } = desk;
  await search.open();
  await expect(search.field).toBeFocused();
  await expect(search.nothing).toHaveText(desk.t('search:empty.title'));
  await expect(search.tab('all')).toHaveText(desk.t('search:tab.all'));
  await page.keyboard.type('влаковете');
  await expect(search.hits.first()).toBeVisible();
  await expect(search.marks.first()).toHaveText(/влак/iu);
  await expect(search.said).toHaveText(/\d+ posts?, \d+ comments?/);
  await expect(search.current).toHaveCount(1);
  await expect(search.hits.first()).toHaveAttribute('aria-selected', 'true');

  await search.tab('comments').click();
  await search.field.focus();
  await page.keyboard.press('ArrowDown');
  await expect(search.hits.nth(1)).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('ArrowUp');
  await expect(search.hits.first()).toHaveAttribute('aria-selected', 'true');
  const name = (await search.current.locator('b').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(search.view).toBeHidden();
  await expect(comments.current).toContainText(name);

  // Coming back, everything is as it was.
  await page.keyboard.press('/');
  await expect(search.field).toHaveValue('влаковете');
  await expect(search.tab('comments')).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Escape');
  await expect(comments.current).toContainText(name);
});

test('opens a post where it can be written, and Esc leads back to where one was', async ({ open }) => {
  const { desk, page } = await open();
  await openPractice(desk);
  const { search, writing } = desk;
  await desk.palette.open();
  await desk.palette.input.fill('лютеница');
  await desk.palette.result(desk.t('frame:palette.searchFor', { text: 'лютеница' })).click();
  await expect(search.field).toHaveValue('лютеница');
  await expect(search.field).toBeFocused();
  await search.tab('posts').click();
  await search.field.focus();
  const title = (await search.current.locator('b').textContent()) ?? '';
  expect(title).not.toBe('');
  await page.keyboard.press('Enter');
  await expect(writing.title).toHaveValue(title);

  await desk.navigation.to('spam');
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await expect(search.field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(search.view).toBeHidden();
  await expect(page).toHaveTitle(new RegExp(desk.t('frame:view.spam')));
});

test('operators narrow, become chips, and can be taken back; what is not known is told gently', async ({
  open,
}) => {
  const { desk, page } = await open({ language: 'bg' });
  await openPractice(desk);
  const { search } = desk;
  await search.open();
  await page.keyboard.type('е:чакащи ');
  await expect(search.operator('чакащи')).toBeVisible();
  await expect(search.field).toHaveValue('');
  await expect(search.hits.first()).toContainText(desk.t('status:comment.pending'));
  const pending = await search.count.textContent();
  await page.keyboard.type('има:линк ');
  await expect(search.operator('линк')).toBeVisible();
  await expect(search.count).not.toHaveText(pending ?? '');

  await page.keyboard.press('Backspace');
  await expect(search.field).toHaveValue('има:линк');
  await search.field.fill('категория:влакове');
  await expect(search.notes).toContainText('категория:');
  await search.operator('чакащи').click();
  await expect(search.operator('чакащи')).toBeHidden();
  await search.field.fill('няматакавадума');
  await expect(search.nothing).toHaveText(desk.t('search:nothing.title', { text: 'няматакавадума' }));
  await search.narrow.getByRole('button', { name: 'автор:' }).click();
  await expect(search.field).toHaveValue('няматакавадума автор:');
  await expect(search.field).toBeFocused();
});

test('a narrow window shows what narrows while there is room; a number not given yet is in brackets', async ({
  open,
}) => {
  const { desk, page } = await open({ size: { width: 900, height: 700 } });
  await openPractice(desk);
  const { search } = desk;
  await search.open();
  await expect(search.narrow).toBeVisible();
  await page.keyboard.type('is:pending post:лютеница ');
  await expect(search.hits.first()).toContainText(desk.t('search:numberIfApproved', { number: 47 }));
  await expect(search.narrow).toBeHidden();
});

test('beside the field J, K, Home and End walk, and what narrows can be taken away at once', async ({
  open,
}) => {
  const { desk, page } = await open();
  await openPractice(desk);
  const { search } = desk;
  await search.open();
  await page.keyboard.type('vlak');
  await expect(search.marks.first()).toHaveText(/влак/iu);
  await search.list.focus();
  await page.keyboard.press('End');
  await expect(search.hits.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('k');
  await expect(search.hits.last()).toHaveAttribute('aria-selected', 'false');
  await page.keyboard.press('j');
  await expect(search.hits.last()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Home');
  await expect(search.hits.first()).toHaveAttribute('aria-selected', 'true');
  await expect(search.field).toHaveValue('vlak');

  await search.field.fill('has:image before:2001 влак');
  await expect(search.hits).toHaveCount(0);
  await search.view.getByRole('button', { name: desk.t('search:nothing.widen') }).click();
  await expect(search.hits.first()).toBeVisible();
  await expect(search.field).toHaveValue('влак');
  await expect(search.field).toBeFocused();
});

test('what is decided and written is found as it is now', async ({ open }) => {
  const { desk, page } = await open();
  await openPractice(desk);
  const { search } = desk;
  await page.keyboard.press('ControlOrMeta+n');
  await expect(desk.writing.title).toBeFocused();
  await page.keyboard.type('Съвсем нова чернова');
  await page.keyboard.press('ControlOrMeta+Shift+f');
  await page.keyboard.type('съвсем нова');
  await expect(search.hit('Съвсем нова чернова')).toContainText(desk.t('status:post.draft'));
  await expect(search.tab('drafts')).toContainText('1');
});

test('a search is kept under a name, counts by itself, and is there after a restart', async ({ open }) => {
  const { desk, page, app } = await open();
  await openPractice(desk);
  const { search } = desk;
  await search.open();
  await page.keyboard.type('is:pending влак');
  await expect(search.hits.first()).toBeVisible();
  await page.keyboard.press('ControlOrMeta+s');
  await expect(search.naming).toContainText('is:pending влак');
  await search.keep();
  await expect(search.field).toBeFocused();
  const found = Number(((await search.count.textContent()) ?? '').replace(/\D/gu, ''));
  await expect(search.keptCount('Влак')).toHaveText(String(found));
  await expect(search.kept('Влак')).toHaveAttribute('aria-current', 'page');

  // A decision changes how many there are, and what is shown, at once.
  const name = (await search.current.locator('b').textContent()) ?? '';
  await page.keyboard.press('Enter');
  await expect(desk.comments.current).toContainText(name);
  await page.keyboard.press('a');
  expect(found).toBeGreaterThan(1);
  await expect(search.keptCount('Влак')).toHaveText(String(found - 1));

  await desk.palette.open();
  await desk.palette.input.fill('влак');
  await desk.palette.result('Влак').first().click();
  await expect(search.operator('pending')).toBeVisible();
  await expect(search.field).toHaveValue('влак');

  await search.kept('Влак').focus();
  await page.keyboard.press('F2');
  await search.keep('Мотриси');
  await expect(search.kept('Мотриси')).toBeFocused();
  await expect(desk.navigation.note).toHaveText(desk.t('search:saved.renamed', { name: 'Мотриси' }));
  await app.close();

  const again = await open();
  const { search: later } = again.desk;
  await expect(later.kept('Мотриси')).toBeVisible();
  await later.kept('Мотриси').click();
  await expect(later.field).toHaveValue('влак');
  await later.kept('Мотриси').focus();
  await again.page.keyboard.press('Delete');
  await again.page.getByRole('button', { name: again.desk.t('search:saved.forget.confirm') }).click();
  await expect(later.kept('Мотриси')).toBeHidden();
  const gone = again.desk.t('search:saved.forgotten', { name: 'Мотриси' });
  await expect(again.desk.navigation.note).toHaveText(gone);
});

test('a query of thousands of letters is not longer than what can be kept, and leaves room for its name', async ({
  open,
}) => {
  const { desk, page } = await open();
  const { search } = desk;
  await openPractice(desk);
  await search.open();
  await page.keyboard.insertText('author:петко ');
  await expect(search.operator('петко')).toBeVisible();
  await page.keyboard.insertText('дълго '.repeat(1_000));
  await search.save.click();
  await expect(search.naming.getByLabel(desk.t('search:saved.name'))).toBeInViewport();
  await search.keep('Дълго');
  await expect(search.kept('Дълго')).toBeVisible();
});

test('an index that was damaged while the app was closed is made anew', async ({ open, userData }) => {
  const first = await open();
  await openPractice(first.desk);
  await first.desk.search.open();
  await first.page.keyboard.type('влак');
  await expect(first.desk.search.hits.first()).toBeVisible();
  const count = await first.desk.search.count.textContent();
  await first.app.close();
  expect(existsSync(indexOf(userData))).toBe(true);
  writeFileSync(indexOf(userData), 'nothing of the kind');

  const { desk, page } = await open();
  await desk.comments.current.waitFor();
  await desk.search.open();
  await page.keyboard.type('влак');
  await expect(desk.search.count).toHaveText(count ?? '');
});

for (const language of ['en', 'bg'] as const) {
  test(`the search view passes axe in both themes (${language})`, async ({ open }) => {
    const { desk, page } = await open({ language });
    await openPractice(desk);
    const { search } = desk;
    await search.open();
    for (const theme of ['light', 'dark'] as const) {
      await page.evaluate((chosen) => globalThis.copydesk.app.changeSettings({ theme: chosen }), theme);
      await search.field.fill('');
      await expect(search.nothing).toBeVisible();
      await expectNoViolations(page, `empty, ${theme}`);
      await search.field.fill('foo:влак');
      await expect(search.notes).toBeVisible();
      await search.field.fill('влак');
      await expect(search.marks.first()).toBeVisible();
      await expectNoViolations(page, `found, ${theme}`);
      await search.field.fill('няматакавадума');
      await expect(search.hits).toHaveCount(0);
      await expectNoViolations(page, `nothing, ${theme}`);
    }
  });
}

test('an index that cannot be written is told of, and everything else works', async ({ open, userData }) => {
  mkdirSync(userData, { recursive: true });
  writeFileSync(path.join(userData, 'search'), 'a file where the folder should be');
  const { desk, page } = await open();
  await openPractice(desk);
  await expect(desk.comments.current).toBeVisible();
  await desk.search.open();
  await page.keyboard.type('влак');
  await expect(desk.search.view.getByRole('alert')).toContainText(desk.t('errors:search.disk.what'));
  await page.keyboard.press('Escape');
  await expect(desk.comments.current).toBeVisible();
});
