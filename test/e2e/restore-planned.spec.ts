// A restore is planned, and the app has not started anew: what else starts meanwhile changes nothing, and no start loses it.
import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './desk.ts';
import { ownLibrary, startAndEnd } from './other-processes.ts';
import { backUpDraft, offerFrom } from './restoring.ts';

const TITLE = 'Три дни в Родопите';
const WORDS = 'Тръгнахме от Смолян в пет и половина.';

test('a second start, a kill and another owner of the library leave it planned; the next start restores', async ({
  open,
  userData,
}) => {
  const library = path.join(userData, 'library');
  const beside = async () => (await readdir(userData)).filter((name) => name.startsWith('library')).sort();
  const planned = ['library', 'library-restore.json', 'library-restored'];
  const first = await open();
  const { writing, backups } = first.desk;
  const file = await backUpDraft(first, userData, { title: TITLE, words: WORDS });
  await writing.title.fill('Съвсем друго');
  await offerFrom(first, file);
  // It hangs where it should end.
  await first.app.evaluate(({ app }) => {
    app.exit = () => {};
  });
  await backups.replace.click();
  await expect(first.page.getByText(first.desk.t('backups:restarting'))).toBeVisible();
  await expect.poll(beside).toEqual(planned);

  expect(await startAndEnd(userData)).toMatchObject({ code: 0 });
  expect(await beside()).toEqual(planned);
  await first.kill();

  await writeFile(path.join(library, 'go'), '');
  const end = await ownLibrary(library);
  const refused = await startAndEnd(userData);
  expect(refused.said).toContain('Another Copydesk is working with this library.');
  expect(await beside()).toEqual(planned);
  await end();

  const second = await open();
  await expect(second.desk.writing.title).toHaveValue(TITLE);
  await expect(second.desk.writing.body).toHaveText(WORDS);
  expect(await beside()).toEqual(['library']);
  await second.desk.navigation.to('settings');
  await expect(second.desk.backups.rows).toContainText(second.desk.t('backups:beforeRestore'));
});
