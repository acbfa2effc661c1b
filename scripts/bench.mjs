// npm run bench: measures the library, the search, the page and the app in its window as ratios within one run. About
// a quarter of an hour on a quiet machine. `--json FILE` writes the figures for machines, `--markdown FILE` for people;
// `--only=writes,load` measures some sections.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../test/host/chromium-path.mjs';
import { ensureBuilt } from './lib/build.mjs';
import { ensureDebianPackages } from './lib/debian.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { chooseRunner } from './lib/launch.mjs';
import { node24 } from './lib/node24.mjs';

const root = path.resolve(import.meta.dirname, '..');
ensureDependencies();
ensureBuilt();
// Also beside Electron: the list and the editor are measured in a Chromium alone.
if (findChromium() === undefined) ensureDebianPackages(['chromium']);
mkdirSync(path.join(root, '.cache'), { recursive: true });
const { status } = spawnSync(node24(), ['test/bench/run.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
  env: { ...process.env, ...chooseRunner().env },
});
process.exitCode = status ?? 1;
