// Versions whose post damage took, where the site has brought that post here again: they are put back to it.
import path from 'node:path';
import { ok } from '../../main/domain/result.ts';
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

/** A site nobody can sign in to has brought its post; of the one that was here before, two versions are left. */
async function withVersionsOfAnother(folder: string): Promise<void> {
  const library = must(await openLibrary(folder, realFiles, noBugs));
  const fields = someFields({ title: TITLE, status: 'publish' });
  const place = { siteId: 'site-1', remoteId: 5 };
  must(
    await library.transact((tx) => {
      tx.put('sites', aSite({ pulledAt: '2026-11-01T10:00:00.000Z' }));
      tx.put('posts', aPost({ id: 'again', remoteId: 5, fields: { ...fields, body: THEIRS } }));
      for (const [id, body] of [
        ['first', 'Влакът.'],
        ['second', MINE],
      ] as const)
        tx.put('revisions', aRevision({ id, postId: 'lost', fields: { ...fields, body }, place }));
      return ok(null);
    }),
  );
  await library.close();
}

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`they are called versions, not posts, and putting them back leaves the post as it is (${language})`, async ({
    open,
    userData,
  }) => {
    await withVersionsOfAnother(path.join(userData, 'library'));
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
}
