import { spawnSync } from 'node:child_process';
import { existsSync, statSync, utimesSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** What npm writes when it has finished installing. */
const INSTALLED = 'node_modules/.package-lock.json';

/**
 * Whether the installed packages are those of the lockfile, as far as the files' times tell.
 *
 * @param {string} [folder] of the project
 */
export function isInstalled(folder = root) {
  const installed = path.join(folder, INSTALLED);
  if (!existsSync(installed)) return false;
  return statSync(installed).mtimeMs >= statSync(path.join(folder, 'package-lock.json')).mtimeMs;
}

/**
 * Installs the project's packages when they are missing or older than the lockfile; silent otherwise. Ends the
 * process with npm's own words when that fails.
 */
export function ensureDependencies() {
  if (isInstalled()) return;
  const fresh = !existsSync(path.join(root, INSTALLED));
  console.log(fresh ? 'Installing packages, once …' : 'Packages have changed, installing …');
  const npm = npmCommand();
  // Not `npm ci`: it insists on every optional package of every platform, of which some registries lack a few. The
  // lockfile is followed all the same, and `--no-save` leaves it as it is.
  const options = ['--no-save', '--no-audit', '--no-fund', '--fetch-retries=5'];
  const run = spawnSync(npm.file, [...npm.args, 'install', ...options], {
    cwd: root,
    encoding: 'utf8',
    shell: npm.shell,
  });
  if (run.status !== 0) {
    console.error(`${run.stdout ?? ''}${run.stderr ?? ''}${run.error?.message ?? ''}`.trim());
    console.error('npm could not install the packages (see above).');
    process.exit(1);
  }
  // npm leaves the file alone when nothing had to be changed.
  utimesSync(path.join(root, INSTALLED), new Date(), new Date());
}

/** npm as it was called, or the one on the PATH. */
function npmCommand() {
  const own = process.env.npm_execpath;
  if (own?.endsWith('.js')) return { file: process.execPath, args: [own], shell: false };
  return { file: 'npm', args: [], shell: process.platform === 'win32' };
}
