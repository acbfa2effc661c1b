// A library that another process owns is refused with a sentence, and left alone. (A second start of the same app on
// the same data never comes that far: Electron's single-instance lock leads it to the first window.)
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, test } from './fixture.ts';

const program = path.resolve(import.meta.dirname, '../support/owner-process.ts');

/** What a folder holds, the signal to the owner apart. */
async function contents(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).filter((name) => name !== 'go');
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, place) => [name, texts[place] ?? '']));
}

/** Starts the app in the stand-in, since Electron's dialog waits for somebody to close it; what it said at its end. */
async function startAndEnd(userData: string): Promise<{ said: string; code: unknown }> {
  const args = ['.', `--user-data-dir=${userData}`];
  const app = spawn(path.resolve('test/host/electron'), args, { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  app.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(app, 'close');
  return { said, code };
}

test('while another process owns the library, the app says so, changes nothing and ends', async ({
  launch,
  userData,
}) => {
  const folder = path.join(userData, 'library');
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, 'go'), '');
  const owner = spawn(process.execPath, [program, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  const lines = createInterface(owner.stdout)[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  expect((await lines.next()).value).toBe('owner');
  const before = await contents(folder);

  const { said, code } = await startAndEnd(userData);
  expect(said).toContain('The library cannot be opened');
  expect(said).toContain('Another Copydesk is working with this library.');
  expect(code).toBe(1);
  expect(await contents(folder)).toEqual(before);

  owner.kill('SIGKILL');
  await once(owner, 'exit');
  const { page } = await launch();
  await expect(page.getByRole('main')).toBeVisible();
});
