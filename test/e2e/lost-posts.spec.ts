// Drafts that damage took: told by name, and back from the versions that are left, also long after the notice.
import { readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '../../renderer/i18n/language.ts';
import { expectAccessible } from './accessible.ts';
import { damagePosts, intoShards } from './damaged-library.ts';
import { expect, type Opened, test } from './desk.ts';

const TRAIN = 'Десет часа до Видин';
const COFFEE = 'Кафе на гара Септември';
const TEA = 'Чай в купето';
const FIRST = 'Влакът тръгва в шест и десет.';
const MORE = ' Пътниците седят отляво, после се местят отдясно, без никой да им е казал.'.repeat(3);
/** Behind the newest version: of these words nothing is left. */
const LAST = ' И край.';

/** Drafts with two versions each, written as the editor saves them. */
async function write(page: Page, titles: readonly string[], more = MORE): Promise<void> {
  await page.evaluate(
    async ({ titles, texts }) => {
      const { posts } = globalThis.copydesk;
      for (const title of titles) {
        const made = await posts.create({ siteId: null });
        if (!made.ok) throw new Error(made.error.kind);
        let { revision } = made.value;
        for (const body of texts) {
          const saved = await posts.save({ postId: made.value.id, expectedRevision: revision, title, body });
          if (!saved.ok) throw new Error(saved.error.kind);
          revision = saved.value.revision;
        }
      }
    },
    { titles, texts: [FIRST, `${FIRST}${more}`, `${FIRST}${more}${more}`, `${FIRST}${more}${more}${LAST}`] },
  );
}

type Open = (options?: { language?: Language }) => Promise<Opened>;

/** A closed library, all of it in shards, in which these drafts were written; its folder. */
async function written(
  open: Open,
  userData: string,
  titles: readonly string[],
  { language = 'en', more = MORE }: { language?: Language; more?: string } = {},
): Promise<string> {
  const first = await open({ language });
  await first.desk.welcome.startPost.click();
  await write(first.page, titles, more);
  await first.app.close();
  const library = path.join(userData, 'library');
  await intoShards(library);
  return library;
}

/** The app on a library in which these drafts were written and then damaged. */
async function afterDamage(
  open: Open,
  userData: string,
  titles: readonly string[],
  language: Language = 'en',
): Promise<Opened> {
  await damagePosts(await written(open, userData, titles, { language }));
  return open({ language });
}

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
