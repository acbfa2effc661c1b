// Drafts that damage took: told by name, and back from the versions that are left, also long after the notice.
import path from 'node:path';
import type { Language } from '../../renderer/i18n/language.ts';
import { expectAccessible } from './accessible.ts';
import { damagePosts, intoShards } from './damaged-library.ts';
import { expect, test } from './desk.ts';
import { afterDamage, COFFEE, FIRST, MORE, TEA, TRAIN, write } from './lost-drafts.ts';

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`lost drafts are named, and brought back one by one and together, by keyboard (${language})`, async ({
    open,
    userData,
  }) => {
    const { desk, page } = await afterDamage(open, userData, [TRAIN, COFFEE, TEA], language);
    const { libraryNotice, lostPosts, writing } = desk;
    for (const title of [TRAIN, COFFEE, TEA]) await expect(libraryNotice.root).toContainText(title);
    await expect(libraryNotice.root).toContainText(desk.t('library:damage.onlyHereToo'));
    await expectAccessible(page, 'notice with lost posts');
    await libraryNotice.bringBack.press('Enter');
    await expect(lostPosts.all).toBeFocused();
    await expect(lostPosts.rows).toHaveCount(3);
    await expectAccessible(page, 'lost posts');
    await page.keyboard.press('Escape');
    await expect(lostPosts.dialog).toBeHidden();
    await expect(libraryNotice.bringBack).toBeFocused();
    await page.keyboard.press('Enter');

    await lostPosts.button('bringBack', COFFEE).press('Enter');
    await expect(lostPosts.rows).toHaveCount(2);
    await expect(lostPosts.said).toContainText(COFFEE);
    await expect(lostPosts.all).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(lostPosts.dialog).toBeHidden();
    await expect(writing.list('all')).toBeFocused();
    for (const title of [TRAIN, COFFEE, TEA]) await expect(writing.row('all', title)).toBeVisible();
    // Nothing of them is left that only a backup could bring.
    await expect(libraryNotice.root).toContainText(desk.t('library:damage.back', { count: 3 }));
    for (const key of ['library:damage.onlyHere', 'library:damage.onlyHereToo'] as const)
      await expect(libraryNotice.root).not.toContainText(desk.t(key));
    await writing.row('all', TRAIN).click();
    await expect(writing.body).toHaveText(`${FIRST}${MORE}${MORE}`);
    // Three earlier ones and what is there now.
    await expect(writing.versions.button).toHaveText(writing.versions.count(4));
    await expect(lostPosts.line).toHaveCount(0);
  });
}

test('what was not decided stays to be found after the notice: in the list, by name, and at the next start', async ({
  open,
  userData,
}) => {
  const second = await afterDamage(open, userData, [TRAIN, TEA]);
  const { desk, page } = second;
  await expect(page.getByText(desk.t('writing:list.lostTitle'))).toBeVisible();
  await expect(page.getByText(desk.t('writing:list.emptyTitle'))).toHaveCount(0);
  // Where somebody was writing it is told, too.
  await expect(desk.writing.editor).toContainText(desk.t('revisions:lost.gone', { title: TRAIN }));
  await expectAccessible(page, 'in the place of a lost post');
  await desk.libraryNotice.acknowledge.press('Enter');
  await expect(desk.libraryNotice.root).toBeHidden();
  await expect(desk.lostPosts.line).toHaveText(desk.lostPosts.count(2));
  await second.app.close();

  const third = await open();
  const { lostPosts, writing, palette, libraryNotice } = third.desk;
  await expect(lostPosts.line).toHaveText(lostPosts.count(2));
  await expect(libraryNotice.root).toHaveCount(0);
  await palette.run('brought back');
  await lostPosts.button('discard', TEA).press('Enter');
  await expect(lostPosts.rows).toHaveCount(1);
  await lostPosts.undo.press('Enter');
  await expect(lostPosts.rows).toHaveCount(2);
  await lostPosts.button('discard', TEA).press('Enter');
  await expect(lostPosts.rows).toHaveCount(1);
  await lostPosts.button('discard', TRAIN).press('Enter');
  await expect(lostPosts.rows).toHaveCount(0);
  await expect(lostPosts.close).toBeFocused();
  await lostPosts.undo.press('Enter');
  await expect(lostPosts.rows).toHaveCount(1);
  await third.page.keyboard.press('Escape');
  await expect(lostPosts.line).toBeFocused();
  await third.page.keyboard.press('Enter');
  await expect(lostPosts.only).toBeFocused();
  await third.page.keyboard.press('Enter');
  await expect(writing.title).toHaveValue(TRAIN);
  await expect(writing.body).toHaveText(`${FIRST}${MORE}${MORE}`);
  await expect(lostPosts.line).toHaveCount(0);
  await third.app.close();

  const fourth = await open();
  await expect(fourth.desk.writing.title).toHaveValue(TRAIN);
  await expect(fourth.desk.lostPosts.line).toHaveCount(0);
});

test('a draft that was deleted on purpose is not among those that can be brought back', async ({
  open,
  userData,
}) => {
  const first = await open();
  await first.desk.welcome.startPost.click();
  await write(first.page, [TRAIN, TEA]);
  await first.page.evaluate(async (title) => {
    const { posts } = globalThis.copydesk;
    const listed = await posts.list({ siteId: null, filter: 'all', offset: 0, limit: 50 });
    const post = listed.ok ? listed.value.rows.find((row) => row.title === title) : undefined;
    if (post) await posts.remove({ postId: post.id });
  }, TEA);
  await first.app.close();
  const library = path.join(userData, 'library');
  await intoShards(library);
  await damagePosts(library);

  const { desk } = await open();
  await expect(desk.libraryNotice.root).toContainText(TRAIN);
  await expect(desk.libraryNotice.root).not.toContainText(TEA);
  await expect(desk.lostPosts.line).toHaveText(desk.lostPosts.count(1));
});
