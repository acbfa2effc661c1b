// Searches that are kept under a name: in the navigation and the palette, counted, renamed and forgotten.
import { expect, openPractice, test } from './desk.ts';

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
