// Full-text search in the window: results while typing, keys, marks, operators, opening what was found, both languages.
// The practice blog has posts and comments in Bulgarian and English.
import { resizePage } from '../support/launch.ts';
import { expectAccessible } from './accessible.ts';
import { expect, openPractice, test } from './desk.ts';

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
  const { desk, page, app } = await open({ size: { width: 900, height: 700 } });
  await openPractice(desk);
  const { search } = desk;
  await search.open();
  await expect(search.narrow).toBeVisible();
  await resizePage(app, page, { width: 900, height: 480 });
  // It scrolls with what stands above it, and not in a box of its own.
  await search.narrow.getByRole('paragraph').last().scrollIntoViewIfNeeded();
  await expect(search.nothing).not.toBeInViewport();
  await expect(search.narrow.getByRole('paragraph').last()).toBeInViewport({ ratio: 1 });
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

for (const language of ['en', 'bg'] as const) {
  test(`the search view passes axe in both themes (${language})`, async ({ open }) => {
    const { desk, page } = await open({ language });
    await openPractice(desk);
    const { search } = desk;
    await search.open();
    await expect(search.nothing).toBeVisible();
    await expectAccessible(page, 'empty');
    await search.field.fill('foo:влак');
    await expect(search.notes).toBeVisible();
    await search.field.fill('влак');
    await expect(search.marks.first()).toBeVisible();
    await expectAccessible(page, 'found');
    await search.field.fill('няматакавадума');
    await expect(search.hits).toHaveCount(0);
    await expectAccessible(page, 'nothing');
  });
}
