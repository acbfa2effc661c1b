// Processes of their own that contend for one library.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { expect, onTestFinished, test } from 'vitest';
import { acquireOwnership, OWNER_FILE } from '../../main/library/owner-lock.ts';
import { must } from '../support/must.ts';
import { tempFolder } from '../support/temp-folder.ts';
import { deadPid, inUse, plant } from '../unit/library/locks.ts';

/** Starts a process that contends for `folder`; answers with what it says. */
function contender(folder: string): { child: ChildProcess; lines: AsyncIterator<string> } {
  const file = path.resolve('test/support/owner-process.ts');
  const child = spawn(process.execPath, [file, folder], { stdio: ['pipe', 'pipe', 'inherit'] });
  onTestFinished(() => void child.kill('SIGKILL'));
  return { child, lines: createInterface({ input: child.stdout })[Symbol.asyncIterator]() };
}

test.each(['no lock', 'a dead lock'])(
  'of four processes, exactly one gets a library with %s',
  async (lock) => {
    for (let round = 0; round < 2; round += 1) {
      const folder = await tempFolder();
      if (lock === 'a dead lock') await plant(folder, { pid: await deadPid() });
      const all = Array.from({ length: 4 }, () => contender(folder));
      for (const { lines } of all) expect((await lines.next()).value).toBe('ready');
      await fs.writeFile(path.join(folder, 'go'), '');
      const said = await Promise.all(all.map(async ({ lines }) => (await lines.next()).value));
      expect(said.sort()).toEqual(['in-use', 'in-use', 'in-use', 'owner']);
      for (const { child } of all) child.kill('SIGKILL');
    }
  },
);

test('a second process is refused while the first lives, and owns the library once that is killed', async () => {
  const folder = await tempFolder();
  await fs.writeFile(path.join(folder, 'go'), '');
  const first = contender(folder);
  await first.lines.next();
  expect((await first.lines.next()).value).toBe('owner');
  const lock = await fs.readFile(path.join(folder, OWNER_FILE), 'utf8');
  expect(await acquireOwnership(folder)).toEqual(inUse(folder));
  expect(await fs.readFile(path.join(folder, OWNER_FILE), 'utf8')).toBe(lock);
  first.child.kill('SIGKILL');
  await once(first.child, 'exit');
  await must(await acquireOwnership(folder)).release();
});
