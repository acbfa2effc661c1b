import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chooseRunner } from './launch.mjs';

/** How long the packaged app may take to show its window, in milliseconds. */
const PATIENCE = 120_000;

/**
 * Starts the packaged app from its archive, away from the sources, and looks at its window.
 *
 * @returns {Promise<string[]>} what is wrong
 */
export async function bootProblems(asarFile) {
  const asar = (await import('@electron/asar')).default;
  const scratch = mkdtempSync(path.join(tmpdir(), 'copydesk-boot-'));
  const runner = chooseRunner();
  Object.assign(process.env, runner.env); // Playwright asks the electron package in this process
  const { _electron } = await import('@playwright/test');
  let app;
  try {
    asar.extractAll(asarFile, path.join(scratch, 'app'));
    app = await _electron.launch({
      args: [path.join(scratch, 'app'), `--user-data-dir=${path.join(scratch, 'user-data')}`],
      cwd: scratch,
      timeout: PATIENCE,
      env: { ...process.env, COPYDESK_HOST_PACKAGED: '1', COPYDESK_HOST_HEADED: '0' },
    });
    const problems = await windowProblems(app);
    // Its thread runs from the archive, too.
    const index = path.join(scratch, 'user-data/search/index.sqlite');
    return (await appears(index)) ? problems : [...problems, 'the search index was not made'];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  } finally {
    await app?.close().catch(() => undefined);
    rmSync(scratch, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Whether a file is there in time. */
async function appears(file) {
  for (const end = Date.now() + PATIENCE; Date.now() < end; ) {
    if (existsSync(file)) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return false;
}

async function windowProblems(app) {
  const problems = [];
  const page = await app.firstWindow({ timeout: PATIENCE });
  page.on('pageerror', (error) => problems.push(`the page threw: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') problems.push(`the page reported: ${message.text()}`);
  });
  await page.waitForFunction(
    () => performance.getEntriesByName('first-contentful-paint').length > 0 && document.title !== '',
    undefined,
    { timeout: PATIENCE },
  );
  const title = await page.title();
  if (!title.includes('Copydesk')) problems.push(`the window is called "${title}"`);
  const text = await page.evaluate(() => document.body.textContent?.trim() ?? '');
  if (text === '') problems.push('the window is empty');
  return problems;
}
