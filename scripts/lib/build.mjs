import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { node24 } from './node24.mjs';

const root = path.resolve(import.meta.dirname, '../..');
const SOURCES = ['main', 'preload', 'renderer', 'vite.config.ts', 'package.json', 'package-lock.json'];
const RESULTS = [
  'out/main/index.js',
  'out/worker/search.cjs',
  'out/preload/index.cjs',
  'out/renderer/index.html',
];

/** Whether `out/` is there and no source is newer. */
export function isBuilt(folder = root) {
  const results = RESULTS.map((file) => path.join(folder, file));
  if (!results.every((file) => existsSync(file))) return false;
  const oldestResult = Math.min(...results.map((file) => statSync(file).mtimeMs));
  return SOURCES.every((name) => newest(path.join(folder, name)) <= oldestResult);
}

/** Builds the app when a source is newer than `out/`; ends the process when that fails. */
export function ensureBuilt() {
  if (isBuilt()) return;
  console.log('Building …');
  const vite = path.join(root, 'node_modules/vite/bin/vite.js');
  const run = spawnSync(node24(), [vite, 'build', '--logLevel', 'warn'], { cwd: root, stdio: 'inherit' });
  if (run.status === 0) return;
  console.error('The build failed (see above).');
  process.exit(1);
}

/** The latest change inside a file or folder, in milliseconds. */
function newest(place) {
  if (!existsSync(place)) return 0;
  const stat = statSync(place);
  if (!stat.isDirectory()) return stat.mtimeMs;
  // The folder's own time tells of files that were removed.
  return Math.max(stat.mtimeMs, ...readdirSync(place).map((name) => newest(path.join(place, name))));
}
