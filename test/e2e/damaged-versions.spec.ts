// A post and one of its versions whose text files are gone: nobody is sent to what is damaged, nor given it for whole.
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { ok } from '../../main/domain/result.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import { openLibrary } from '../../main/library/library.ts';
import type { Language } from '../../renderer/i18n/language.ts';
import { aPost, aRevision, someFields } from '../support/builders.ts';
import { must } from '../support/must.ts';
import { noBugs } from '../support/no-bugs.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';

const TITLE = 'Десет часа до Видин';
const SHORT = 'Влакът тръгва в шест и десет.';
const LONG = 'Пътниците седят отляво, после се местят отдясно, без никой да им е казал. '.repeat(30);

/** A draft with a short version and a longer, newer one, both of whose long texts are gone with their files. */
async function withoutTexts(folder: string): Promise<void> {
  const library = must(await openLibrary(folder, realFiles, noBugs));
  const fieldsOf = (body: string) => someFields({ title: TITLE, body });
  const keep = (id: string, body: string, day: string) =>
    library.transact((tx) => {
      const when = `2026-11-${day}T08:00:00.000Z`;
      return ok(tx.put('revisions', aRevision({ id, at: when, keptAt: when, fields: fieldsOf(body) })));
    });
  must(await keep('short', SHORT, '02'));
  must(await keep('long', LONG, '03'));
  const post = aPost({ siteId: null, fields: fieldsOf(`${LONG}И край.`) });
  must(await library.transact((tx) => ok(tx.put('posts', post))));
  await library.compact();
  await library.close();
  await rm(path.join(folder, 'bodies'), { recursive: true });
}

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`a version with a damaged text is told, and cannot be restored (${language})`, async ({
    open,
    userData,
  }) => {
    await withoutTexts(path.join(userData, 'library'));
    const { desk, page } = await open({ language, size: { width: 900, height: 700 } });
    const { libraryNotice, navigation, writing, t } = desk;
    const { versions } = writing;
    await navigation.to('allPosts');
    await expect(libraryNotice.root).toContainText(t('library:left.open'));
    // One of the two: of the other there is nothing to be chosen.
    const one = t('library:left.versions', { count: 1, date: '' }).trim();
    await expect(libraryNotice.root).toContainText(`(${one}`);
    await writing.row('all', TITLE).click();
    await expect(versions.button).toHaveText(versions.count(3));
    await page.keyboard.press('ControlOrMeta+Shift+H');
    await expect(versions.chosen).toContainText(t('revisions:damaged'));
    await expect(versions.comparison).toContainText(t('errors:validation.damaged-text.what'));
    await expect(versions.comparison).not.toContainText(t('revisions:sameAsNow'));
    await expect(versions.restore).toBeDisabled();
    await expectAccessible(page, 'a damaged version');
    await page.keyboard.press('Enter');
    await expect(versions.dialog).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await expect(versions.restore).toBeEnabled();
    await expect(versions.chosen).not.toContainText(t('revisions:damaged'));
    await page.keyboard.press('Enter');
    await expect(versions.dialog).toBeHidden();
    await expect(writing.body).toHaveText(SHORT);
  });
}
