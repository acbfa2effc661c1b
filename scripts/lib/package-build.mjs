import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { makeElectronStub } from './electron-stub.mjs';
import { node24 } from './node24.mjs';

const root = path.resolve(import.meta.dirname, '../..');

/** What electron-builder made, and from what. */
export const packaged = (output) => ({
  folder: path.join(output, 'linux-unpacked'),
  asar: path.join(output, 'linux-unpacked/resources/app.asar'),
});

/**
 * Runs electron-builder for Linux. Without Electron's binary it packages around a stub.
 *
 * @param {string} output folder for the packages
 * @returns {{ ok: boolean, stub: boolean, said: string }}
 */
export function buildPackages(output) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/electron/package.json'), 'utf8'));
  const dist = path.join(root, 'node_modules/electron/dist');
  const stub = !existsSync(path.join(dist, 'version'));
  const electronDist = stub ? path.join(root, '.cache/electron-stub') : dist;
  if (stub) makeElectronStub(electronDist, version);
  const cli = path.join(root, 'node_modules/electron-builder/cli.js');
  const args = [
    ...[cli, '--linux', 'dir', 'tar.gz', `-c.electronDist=${electronDist}`, `-c.electronVersion=${version}`],
    ...[`-c.directories.output=${output}`, '--publish', 'never'],
  ];
  const run = spawnSync(node24(), args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, ...sevenZip() },
  });
  return { ok: run.status === 0, stub, said: `${run.stdout ?? ''}${run.stderr ?? ''}` };
}

/** electron-builder would download its own 7-Zip for tar.gz; Debian's p7zip-full does as well. */
function sevenZip() {
  const installed = ['/usr/bin/7za', '/usr/bin/7z'].find((file) => existsSync(file));
  return installed ? { ELECTRON_BUILDER_7ZIP_PATH: installed } : {};
}
