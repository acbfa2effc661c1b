// A letter of a draft rots on the disk: what can still be read is kept, and nobody is told that all is well.
import { readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Language } from '../../renderer/i18n/language.ts';
import { expectAccessible } from './accessible.ts';
import { expect, test } from './desk.ts';
import { FIRST, MORE, TRAIN, write, written } from './lost-drafts.ts';

/** Puts a Latin letter in the place of the same Cyrillic one, in the last line of the file that has these words. */
async function rot(file: string, words: string): Promise<void> {
  const lines = (await readFile(file, 'utf8')).split('\n');
  const at = lines.findLastIndex((line) => line.includes(words));
  expect(at).toBeGreaterThanOrEqual(0);
  lines[at] = lines[at]?.replace(words, words.replace('е', 'e')) ?? '';
  await writeFile(file, lines.join('\n'));
}

for (const language of ['en', 'bg'] satisfies Language[]) {
  test(`in a file of posts: the draft is named, with the versions to compare it with (${language})`, async ({
    open,
    userData,
  }) => {
    const library = await written(open, userData, [TRAIN], { language });
    await rot(path.join(library, 'posts/000000.ndjson'), 'Влакът тръгва в шест');
    const { desk, page } = await open({ language, size: { width: 900, height: 700 } });
    const { libraryNotice, t } = desk;
    await expect(libraryNotice.root).toContainText(t('library:damage.readable'));
    await expect(libraryNotice.root).toContainText(t('library:damage.doubtful', { count: 1 }));
    await expect(libraryNotice.root).toContainText(TRAIN);
    await expect(libraryNotice.root).toContainText(t('library:left.open'));
    await expectAccessible(page, 'wrong letters');
  });
}

test('in the journal: the words of that save are a version of the draft', async ({ open, userData }) => {
  const first = await open();
  await first.desk.welcome.startPost.click();
  await write(first.page, [TRAIN]);
  await first.app.close();
  const library = path.join(userData, 'library');
  const [journal = ''] = (await readdir(library)).filter((name) => name.startsWith('journal-'));
  await rot(path.join(library, journal), 'тръгва в шест и десет.');
  const { desk } = await open();
  const { libraryNotice, writing, t } = desk;
  await expect(libraryNotice.root).toContainText(t('library:counted.changes', { count: 1 }));
  await expect(libraryNotice.root).toContainText(TRAIN);
  await writing.row('all', TRAIN).click();
  await expect(writing.body).toContainText(`${FIRST}${MORE}${MORE}`);
  await writing.body.press('ControlOrMeta+Shift+H');
  await expect(writing.versions.dialog).toContainText(t('revisions:kind.conflict'));
});
