import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureDependencies } from './lib/install.mjs';
import { node24 } from './lib/node24.mjs';

// npm run test:torture: what `npm test` does to a library a few hundred times, thousands of times.
// SEED=… repeats a run; KILLS, POWER_LOSSES and FAILING_RUNS say how often.

ensureDependencies();
const root = path.resolve(import.meta.dirname, '..');
const often = { KILLS: '2000', POWER_LOSSES: '3000', FAILING_RUNS: '3000' };
const { status } = spawnSync(
  node24(),
  [
    path.join(root, 'node_modules/vitest/vitest.mjs'),
    'run',
    '--project',
    'torture',
    ...process.argv.slice(2),
  ],
  { cwd: root, stdio: 'inherit', env: { ...often, ...process.env } },
);
process.exitCode = status ?? 1;
