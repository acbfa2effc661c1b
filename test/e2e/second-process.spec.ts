// A library that another process owns is refused with a sentence, and left alone. (A second start of the same app on
// the same data never comes that far: Electron's single-instance lock leads it to the first window.)
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from './fixture.ts';
import { ownLibrary, startAndEnd } from './other-processes.ts';

/** What a folder holds, the signal to the owner apart. */
async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name !== 'go');
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, place) => [name, texts[place] ?? '']));
}

test('while another process owns the library, the app says so, changes nothing and ends', async ({
  launch,
  userData,
}) => {
  const folder = path.join(userData, 'library');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'go'), '');
  const end = await ownLibrary(folder);
  const before = await contents(folder);

  const { said, code } = await startAndEnd(userData);
  expect(said).toContain('The library cannot be opened');
  expect(said).toContain('Another Copydesk is working with this library.');
  expect(code).toBe(1);
  expect(await contents(folder)).toEqual(before);

  await end();
  const { page } = await launch();
  await expect(page.getByRole('main')).toBeVisible();
});
