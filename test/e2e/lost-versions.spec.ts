// Versions whose post damage took, where the site has brought that post here again: they are put back to it.
import path from 'node:path';
import { ok } from '../../main/domain/result.ts';
import type { Revision } from '../../main/domain/revision.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import { openLibrary } from '../../main/library/library.ts';
import type { Language } from '../../renderer/i18n/language.ts';
import { aPost, aRevision, aSite, someFields } from '../support/builders.ts';
import { must } from '../support/must.ts';
import { noBugs } from '../support/no-bugs.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

const TITLE = 'Десет часа до Видин';
const MINE = 'Влакът тръгва в шест и десет.';
const THEIRS = 'Влакът тръгва в седем.';

const COFFEE = 'Кафе на гара Септември';
const TEA = 'Чай в купето';

/**
 * A site nobody can sign in to has brought these posts; of those that were here before, and of others that are nowhere,
 * two versions each are left, of the last of them the newest.
 */
async function withVersions(folder: string, posts: { gone?: string[]; here: string[] }): Promise<void> {
  const library = must(await openLibrary(folder, realFiles, noBugs));
  const fieldsOf = (title: string, body: string) => someFields({ title, body, status: 'publish' });
  const keep = (title: string, place: Revision['place']) =>
    library.transact((tx) => {
      for (const body of ['Влакът.', MINE])
        tx.put(
          'revisions',
          aRevision({
            id: `${title} ${body}`,
            postId: `lost ${title}`,
            fields: fieldsOf(title, body),
            place,
          }),
        );
      return ok(null);
    });
  must(await library.transact((tx) => ok(tx.put('sites', aSite({ pulledAt: '2026-11-01T10:00:00.000Z' })))));
  for (const title of posts.gone ?? []) must(await keep(title, { siteId: null, remoteId: null }));
  for (const [n, title] of posts.here.entries()) {
    const remoteId = 5 + n;
    const post = aPost({ id: `again ${title}`, remoteId, fields: fieldsOf(title, THEIRS) });
    must(await library.transact((tx) => ok(tx.put('posts', post))));
    must(await keep(title, { siteId: 'site-1', remoteId }));
  }
  await library.close();
}

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`they are called versions, not posts, and putting them back leaves the post as it is (${language})`, async ({
    open,
    userData,
  }) => {
    await withVersions(path.join(userData, 'library'), { here: [TITLE] });
    const { desk, page } = await open({ language, size: { width: 900, height: 700 } });
    const { lostPosts, navigation, writing, t } = desk;
    await navigation.to('allPosts');
    await expect(lostPosts.line).toHaveText(t('revisions:lost.countJoining', { count: 1 }));
    await lostPosts.line.press('Enter');
    const dialog = page.getByRole('dialog', { name: t('revisions:lost.titleJoining') });
    await expect(dialog).toContainText(t('revisions:lost.leadJoining'));
    await expect(dialog.getByRole('listitem')).toContainText(t('revisions:lost.joins'));
    await expectAccessible(page, 'versions that can be put back');
    await expect(dialog.getByRole('button', { name: t('revisions:lost.putBack') })).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText(t('revisions:lost.joined', { title: TITLE }))).toBeVisible();
    await expect(lostPosts.line).toHaveCount(0);
    await writing.row('all', TITLE).click();
    await expect(writing.body).toHaveText(THEIRS);
    // Two and what is there now.
    await expect(writing.versions.button).toHaveText(writing.versions.count(3));
  });

  test(`of several they are deleted without their post, and put back together (${language})`, async ({
    open,
    userData,
  }) => {
    await withVersions(path.join(userData, 'library'), { here: [COFFEE, TITLE] });
    const { desk, page } = await open({ language, size: { width: 900, height: 700 } });
    const { lostPosts, navigation, writing, t } = desk;
    await navigation.to('allPosts');
    await lostPosts.line.press('Enter');
    const dialog = page.getByRole('dialog', { name: t('revisions:lost.titleJoining') });
    const putAll = dialog.getByRole('button', { name: t('revisions:lost.putAll'), exact: true });
    await expect(putAll).toBeFocused();
    const action = t('revisions:lost.discardVersions');
    await dialog.getByRole('button', { name: t('revisions:lost.of', { action, title: COFFEE }) }).click();
    await expect(dialog.getByRole('listitem')).toHaveCount(1);
    const said = dialog.getByRole('status');
    await expect(said).toContainText(t('revisions:lost.discardedVersions', { title: COFFEE }));
    await expectAccessible(page, 'versions that were deleted');
    await said.getByRole('button', { name: t('common:action.undo') }).press('Enter');
    await expect(dialog.getByRole('listitem')).toHaveCount(2);
    await putAll.press('Enter');
    await expect(dialog).toBeHidden();
    await expect(page.getByText(t('revisions:lost.allJoined', { count: 2 }))).toBeVisible();
    await writing.row('all', COFFEE).click();
    await expect(writing.body).toHaveText(THEIRS);
    await expect(writing.versions.button).toHaveText(writing.versions.count(3));
  });

  test(`beside posts that are gone each is told apart, and one of those is shown once all are back (${language})`, async ({
    open,
    userData,
  }) => {
    await withVersions(path.join(userData, 'library'), { gone: [TEA], here: [TITLE, COFFEE] });
    const { desk, page } = await open({ language, size: { width: 900, height: 700 } });
    const { lostPosts, navigation, writing, t } = desk;
    await navigation.to('allPosts');
    await lostPosts.line.press('Enter');
    await expect(lostPosts.dialog).toContainText(t('revisions:lost.leadMixed'));
    await expect(lostPosts.all).toBeFocused();
    await expect(lostPosts.rows).toHaveText([TEA, COFFEE, TITLE].map((title) => new RegExp(`^${title}`)));
    await expect(lostPosts.rows.first()).not.toContainText(t('revisions:lost.joins'));
    await expect(lostPosts.rows.last()).toContainText(t('revisions:lost.joins'));
    await expectAccessible(page, 'posts and versions');
    await lostPosts.all.press('Enter');
    await expect(lostPosts.dialog).toBeHidden();
    const words = `${t('revisions:lost.allBack', { count: 1 })}. ${t('revisions:lost.allJoined', { count: 2 })}`;
    await expect(page.getByText(words)).toBeVisible();
    await expect(writing.title).toHaveValue(TEA);
    await expect(writing.body).toHaveText(MINE);
  });
}
