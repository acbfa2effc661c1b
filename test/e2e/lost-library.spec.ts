// Where damage took more than drafts: what is told when nobody can say what there was, and the first screen after it.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../renderer/i18n/language.ts';
import { expectAccessible } from './accessible.ts';
import { damagePosts } from './damaged-library.ts';
import { expect, test } from './desk.ts';
import { COFFEE, MORE, TRAIN, write, written } from './lost-drafts.ts';

test('where posts and versions are gone their texts are told, and nothing is called empty or unchanged', async ({
  open,
  userData,
}) => {
  // Long enough for files of their own.
  const library = await written(open, userData, [TRAIN], { more: MORE.repeat(5) });
  for (const name of ['posts', 'revisions']) await rm(path.join(library, name), { recursive: true });

  const { desk, page } = await open({ size: { width: 900, height: 700 } });
  const { libraryNotice } = desk;
  await expect(libraryNotice.root).toContainText(desk.t('library:texts', { count: 3 }));
  await expect(page.getByText(desk.t('writing:list.lostTitle'))).toBeVisible();
  await expect(page.getByText(desk.t('writing:list.emptyTitle'))).toHaveCount(0);
  await expect(desk.writing.editor).toContainText(desk.t('errors:notFound.post.what'));
  await expectAccessible(page, 'posts and versions gone');
  await expect(libraryNotice.root.getByRole('button', { name: desk.t('library:damage.show') })).toBeVisible();
  await libraryNotice.details.click();
  await expect(libraryNotice.showDamaged).toBeVisible();
});

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`the first screen leads to what can be brought back after the notice, too (${language})`, async ({
    open,
    userData,
  }) => {
    const library = await written(open, userData, [TRAIN, COFFEE], { language });
    await damagePosts(library);
    // Nothing says any more where the author was.
    await rm(path.join(library, 'preferences'), { recursive: true });

    const { desk, page } = await open({ language, size: { width: 900, height: 700 } });
    const { libraryNotice, lostPosts, writing } = desk;
    await expect(lostPosts.welcome).toHaveCount(0);
    await libraryNotice.acknowledge.press('Enter');
    await expect(page.getByText(lostPosts.count(2))).toBeVisible();
    await expect(lostPosts.welcome).toBeFocused();
    await expectAccessible(page, 'first screen with lost posts');
    await lostPosts.welcome.press('Enter');
    await expect(lostPosts.rows).toHaveCount(2);
    await page.keyboard.press('Escape');
    await expect(lostPosts.welcome).toBeFocused();
    await page.keyboard.press('Enter');
    await lostPosts.all.press('Enter');
    await expect(writing.row('all', TRAIN)).toBeVisible();
  });
}

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`posts and versions that are gone with the index are counted, and without any it is said that nobody can (${language})`, async ({
    open,
    userData,
  }) => {
    const library = await written(open, userData, [TRAIN, COFFEE], { language });
    const gone = ['index.json', 'posts/000000.ndjson', 'revisions/000000.ndjson'];
    for (const name of gone) await rm(path.join(library, name));
    const second = await open({ language, size: { width: 900, height: 700 } });
    const { t, libraryNotice } = second.desk;
    await expect(libraryNotice.root).toContainText(t('library:counted.posts', { count: 2 }));
    await expect(libraryNotice.root).toContainText(t('library:damage.onlyHere'));
    await expect(second.page.getByText(t('writing:list.emptyTitle'))).toHaveCount(0);
    await expectAccessible(second.page, 'posts gone with the index');
    await libraryNotice.acknowledge.click();
    await expect(libraryNotice.root).toHaveCount(0);
    await second.app.close();

    for (const name of ['index.json', 'shards.json']) await rm(path.join(library, name));
    const third = await open({ language });
    await expect(third.desk.libraryNotice.root).toContainText(t('library:uncounted.files'));
    await expect(third.desk.libraryNotice.root).toContainText(t('library:damage.unsure'));
    await expect(third.desk.libraryNotice.root).not.toContainText(t('library:damage.rest'));
  });

  test(`of a library that was lost before it was ever tidied all is told as gone (${language})`, async ({
    open,
    userData,
  }) => {
    const first = await open({ language });
    await first.desk.welcome.startPost.click();
    await write(first.page, [TRAIN]);
    await first.app.close();
    const library = path.join(userData, 'library');
    for (const name of await readdir(library))
      if (name.startsWith('journal-')) await rm(path.join(library, name));
    const { desk, page } = await open({ language, size: { width: 900, height: 700 } });
    const { t, libraryNotice } = desk;
    await expect(libraryNotice.root).toContainText(t('library:uncounted.all'));
    await expect(libraryNotice.root).not.toContainText(t('library:damage.rest'));
    await expectAccessible(page, 'all gone');
  });
}
