import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { runApp } from '../../../scripts/lib/run-app.mjs';
import { tempFolder } from '../../support/temp-folder.ts';

/** Runs a few lines of Node in place of the app. */
async function run(lines: string, onOpen: () => void = () => {}) {
  const file = path.join(await tempFolder(), 'app.mjs');
  await writeFile(file, lines);
  return runApp(process.execPath, [file], { onOpen });
}

test('the exit code is the app’s', async () => {
  expect(await run('process.exit(3)')).toBe(3);
  expect(await run('')).toBe(0);
});

test('a program that is not there is an error', async () => {
  await expect(runApp('/there/is/no/such/program', [], {})).rejects.toThrow('ENOENT');
});

test('the window is said to be open when the app says so, not before', async () => {
  const onOpen = vi.fn();
  await run('process.send("something else")', onOpen);
  expect(onOpen).not.toHaveBeenCalled();
  await run('process.send("window-open")', onOpen);
  expect(onOpen).toHaveBeenCalledTimes(1);
});

test.skipIf(process.platform === 'win32')(
  'a signal reaches the app alone, which may take its time',
  async () => {
    const before = process.listenerCount('SIGINT');
    const quitting = `
    process.on('SIGINT', () => setTimeout(() => process.exit(process.env.COPYDESK_SAY_WHEN_OPEN === '1' ? 0 : 9), 50));
    setInterval(() => {}, 1000);
    process.send('window-open');`;
    expect(await run(quitting, () => void process.emit('SIGINT', 'SIGINT'))).toBe(0);
    expect(process.listenerCount('SIGINT')).toBe(before);
  },
);

test.skipIf(process.platform === 'win32')(
  'an app that a signal ended has the code that shells give it',
  async () => {
    const deaf = `setInterval(() => {}, 1000); process.send('window-open');`;
    expect(await run(deaf, () => void process.emit('SIGTERM', 'SIGTERM'))).toBe(143);
  },
);

test.skipIf(process.platform === 'win32')('an app can be asked to quit, and takes its time too', async () => {
  const file = path.join(await tempFolder(), 'app.mjs');
  await writeFile(
    file,
    `process.on('SIGTERM', () => setTimeout(() => process.exit(5), 50));
    setInterval(() => {}, 1000);
    process.send('window-open');`,
  );
  const quitting = new AbortController();
  const options = { onOpen: () => quitting.abort(), quit: quitting.signal };
  expect(await runApp(process.execPath, [file], options)).toBe(5);
});

test.skipIf(process.platform === 'win32')('an app has a process group of its own', async () => {
  // There is no group of that number unless the app leads it.
  expect(await run('process.kill(-process.pid, 0)')).toBe(0);
});
