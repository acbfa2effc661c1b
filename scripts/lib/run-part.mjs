import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { countsOf, lastWords } from './counts.mjs';

/**
 * @typedef {object} Part
 * @property {string} name how `--only` calls it
 * @property {string} title
 * @property {readonly string[]} command
 * @property {import('./counts.d.mts').Runner} [runner] whose report tells the number of tests
 * @property {readonly string[]} [needs] parts without whose success this one makes no sense
 * @property {number} minutes after which it is stopped and has failed
 */

/** @type {Set<import('node:child_process').ChildProcess>} */
const running = new Set();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
  process.on(signal, () => {
    for (const child of running) killGroup(child);
    process.exit(1);
  });
}

/**
 * Runs a part to its end.
 *
 * @param {Part} part
 * @param {{ quiet: boolean }} options quiet: the output is not shown, only kept and given back
 * @returns {Promise<import('./counts.d.mts').Counts & { seconds: number, output: string }>}
 */
export async function runPart(part, { quiet }) {
  const started = Date.now();
  const scratch = mkdtempSync(join(tmpdir(), 'copydesk-part-'));
  const reportFile = join(scratch, 'report.json');
  const [program, ...args] = [...part.command, ...reportArguments(part.runner, reportFile)];
  try {
    const { ok, output } = await runProcess(program, args, part.minutes, quiet, {
      PLAYWRIGHT_JSON_OUTPUT_FILE: reportFile,
    });
    const counts = countsOf(part.runner, reportFile, ok);
    const unexplained = counts.failed > 0 && counts.failures.length === 0;
    return {
      ...counts,
      failures: unexplained ? [lastWords(part.title, output)] : counts.failures,
      seconds: (Date.now() - started) / 1000,
      output,
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Makes the runner write a report beside what it shows. */
function reportArguments(runner, reportFile) {
  if (runner === 'vitest')
    return ['--reporter=default', '--reporter=json', `--outputFile.json=${reportFile}`];
  if (runner === 'playwright') return ['--reporter=list,json'];
  return [];
}

async function runProcess(program, args, minutes, quiet, env) {
  const child = spawn(program, args, {
    // A group of its own, so that a part that hangs is stopped with everything it has started.
    detached: process.platform !== 'win32',
    env: { ...(process.stdout.isTTY ? { FORCE_COLOR: '1' } : {}), ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  /** @type {Buffer[]} */
  const chunks = [];
  for (const stream of ['stdout', 'stderr']) {
    child[stream].on('data', (chunk) => {
      chunks.push(chunk);
      if (!quiet) process[stream].write(chunk);
    });
  }
  let late = '';
  const limit = setTimeout(() => {
    late = `Stopped after ${minutes} minutes.\n`;
    if (!quiet) console.error(late);
    killGroup(child);
  }, minutes * 60_000);
  const [status] = await once(child, 'close').catch((error) => {
    chunks.push(Buffer.from(`${error.message}\n`));
    if (!quiet) console.error(error.message);
    return [1];
  });
  clearTimeout(limit);
  running.delete(child);
  return { ok: status === 0, output: Buffer.concat(chunks).toString('utf8') + late };
}

function killGroup(child) {
  if (child.pid === undefined) return;
  try {
    if (process.platform === 'win32') child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended by itself at the same moment.
  }
}
