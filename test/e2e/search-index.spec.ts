// What becomes of search when its index is damaged, or cannot be written.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { expect, openPractice, test } from './desk.ts';

const indexOf = (userData: string) => path.join(userData, 'search/index.sqlite');

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
