// npm run bench: measures the library, the list and a pull as ratios within one run. `--json FILE` writes them for
// machines, `--markdown FILE` for people; `--only=writes,load` measures some sections.
import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { findChromium } from '../test/host/chromium-path.mjs';
import { ensureDebianPackages } from './lib/debian.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { node24 } from './lib/node24.mjs';

const root = path.resolve(import.meta.dirname, '..');
ensureDependencies();
if (findChromium() === undefined) ensureDebianPackages(['chromium']);
mkdirSync(path.join(root, '.cache'), { recursive: true });
const { status } = spawnSync(node24(), ['test/bench/run.ts', ...process.argv.slice(2)], {
  cwd: root,
  stdio: 'inherit',
});
process.exitCode = status ?? 1;
