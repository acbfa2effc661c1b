// Lists and threads whose comments damage has taken, while their site cannot be asked for them.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { ok } from '../../main/domain/result.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import { openLibrary } from '../../main/library/library.ts';
import type { Language } from '../../renderer/i18n/language.ts';
import { aComment, aPost, aSite, someFields } from '../support/builders.ts';
import { must } from '../support/must.ts';
import { noBugs } from '../support/no-bugs.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

const LOOK = { id: 'main', language: 'system', theme: 'light', showKeys: true, window: null } as const;

/** A library with a site nobody can sign in to, a post, and a comment under it that was open and is gone with its file. */
async function withoutComments(folder: string): Promise<void> {
  const library = must(await openLibrary(folder, realFiles, noBugs));
  const fields = someFields({ title: 'Три дни в Родопите', status: 'publish' });
  const place = { view: 'comments', filter: 'pending', postId: null, commentId: aComment().id } as const;
  must(
    await library.transact((tx) => {
      tx.put('sites', aSite({ pulledAt: '2026-11-01T10:00:00.000Z' }));
      tx.put('posts', aPost({ remoteId: 5, fields }));
      tx.put('comments', aComment({ postRemoteId: 5 }));
      tx.put('preferences', { ...LOOK, place });
      return ok(null);
    }),
  );
  await library.compact();
  await library.close();
  await rm(path.join(folder, 'comments'), { recursive: true });
}

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`lists of comments that are gone do not say that there were none (${language})`, async ({
    open,
    userData,
  }) => {
    await withoutComments(path.join(userData, 'library'));
    const { desk, page } = await open({ language, size: { width: 900, height: 700 } });
    const { comments, libraryNotice, navigation, t } = desk;
    await expect(libraryNotice.root).toContainText(t('library:counted.comments', { count: 1 }));
    // Where somebody was reading it that is told, with room around.
    const notice = comments.pane.getByRole('alert');
    await expect(notice).toContainText(t('errors:notFound.comment.todo'));
    const [room, box] = await Promise.all([comments.pane.boundingBox(), notice.boundingBox()]);
    expect((box?.y ?? 0) - (room?.y ?? 0)).toBeGreaterThanOrEqual(16);
    for (const filter of ['pending', 'approved', 'spam', 'trash'] as const) {
      await navigation.to(filter);
      await expect(page.getByRole('heading', { name: t('comments:empty.lost.title') })).toBeVisible();
      await expect(page.getByText(t('comments:empty.lost.lead'))).toBeVisible();
      await expect(comments.empty(filter)).toHaveCount(0);
    }
    await expectAccessible(page, 'lists of lost comments');
    // Whoever has taken notice is told of the list alone again.
    await libraryNotice.acknowledge.press('Enter');
    await expect(comments.empty('trash')).toBeVisible();
  });
}
