// npm run tour: plays the main job by itself, without a display. `npm run tour -- --help` tells the options.
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import { ensureBuilt } from './lib/build.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { chooseRunner, missingChromium } from './lib/launch.mjs';
import { node24 } from './lib/node24.mjs';

const root = path.resolve(import.meta.dirname, '..');

try {
  ensureDependencies();
  ensureBuilt();
  const { kind, env } = chooseRunner();
  const missing = kind === 'stand-in' ? missingChromium() : undefined;
  if (missing) throw new Error(missing);
  const { status } = spawnSync(node24(), ['test/tour/tour.ts', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, ...env },
  });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
