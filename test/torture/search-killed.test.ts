import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tempFolder } from '../support/temp-folder.ts';
import { openSearch } from '../unit/search/open-search.ts';
import { aLargeLibrary } from './large-library.ts';

const program = path.join(import.meta.dirname, 'build-until-killed.ts');

/** Runs the program until it says this, then kills it as it stands. */
async function killAt(file: string, isThere: (said: string) => boolean): Promise<void> {
  const child = spawn(process.execPath, [program, file], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = once(child, 'exit');
  let said = '';
  child.stdout.setEncoding('utf8');
  child.stdout.on('data', (chunk: string) => {
    said += chunk;
    if (isThere(said)) child.kill('SIGKILL');
  });
  const [, signal] = await ended;
  expect([said.includes('bug'), signal]).toEqual([false, 'SIGKILL']);
}

const doneAtLeast = (count: number) => (said: string) =>
  said.split('\n').some((line) => /^\d+$/.test(line) && Number(line) >= count);

test.each([
  ['as it begins', doneAtLeast(0)],
  ['in the midst of building', doneAtLeast(1_000)],
  ['near the end', doneAtLeast(2_800)],
  ['while it follows changes', (said: string) => said.includes('built')],
])(
  'an index whose process is killed %s is opened again and made right',
  { timeout: 60_000 },
  async (_, when) => {
    const folder = await tempFolder();
    await killAt(path.join(folder, 'search', 'index.sqlite'), when);
    const search = openSearch(aLargeLibrary(), folder);
    await search.built();
    expect((await search.find('коментар')).totals.comments).toBe(3_000);
    expect((await search.find('същи')).totals.comments).toBe(3_000);
    expect((await search.find('променен')).totals.comments).toBe(0);
    expect(search.bugs).toEqual([]);
  },
);
