import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** How often apt is tried, and how long is waited in between, in milliseconds: mirrors and networks have moments. */
const TRIES = 3;
const PAUSE = 5_000;

/**
 * Makes sure that Debian packages are installed. Silent when they are; as root on Debian it installs the
 * missing ones; anywhere else it reports what is missing and how to get it, and leaves the decision to the caller.
 *
 * @param {readonly string[]} names package names as apt knows them
 * @param {{ mayInstall?: boolean, pause?: number }} [options] for tests
 * @returns {{ ok: boolean, missing: string[], how: string }} `how` is a sentence for people, empty when ok
 */
export function ensureDebianPackages(names, { mayInstall = canInstall(), pause = PAUSE } = {}) {
  const missing = missingPackages(names);
  if (missing.length === 0) return { ok: true, missing, how: '' };
  if (!mayInstall) return { ok: false, missing, how: howToInstall(missing) };

  console.log(`Installing Debian packages: ${missing.join(' ')}`);
  for (let left = TRIES; ; left -= 1) {
    const failure =
      aptGet(['update', '-qq']) ?? aptGet(['install', '--no-install-recommends', '-y', '-qq', ...missing]);
    const still = missingPackages(missing);
    if (still.length === 0) return { ok: true, missing: still, how: '' };
    const said = `apt-get said: ${failure ?? 'nothing'}`;
    if (left <= 1) return { ok: false, missing: still, how: `${howToInstall(still)} ${said}` };
    console.log(`Not yet installed: ${still.join(' ')}. Trying again. ${said}`);
    sleep(pause);
  }
}

/** The packages dpkg does not list as fully installed; all of them where there is no dpkg. */
function missingPackages(names) {
  // It ends with 1 when it knows nothing of a name, and still prints the others.
  const { stdout } = spawnSync('dpkg-query', ['--status', ...names], { encoding: 'utf8' });
  const stanzas = (stdout ?? '').matchAll(/^Package: (\S+)\nStatus: \S+ \S+ installed$/gm);
  const installed = new Set([...stanzas].map(([, name]) => name));
  return names.filter((name) => !installed.has(name));
}

function sleep(ms) {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

function canInstall() {
  return existsSync('/etc/debian_version') && process.getuid?.() === 0;
}

function howToInstall(names) {
  const command = `apt-get install --no-install-recommends ${names.join(' ')}`;
  if (existsSync('/etc/debian_version')) {
    return `Missing Debian packages: ${names.join(', ')}. Install them with: sudo ${command}`;
  }
  return `Missing programs: ${names.join(', ')} (names of Debian packages; there: sudo ${command}).`;
}

/** Runs apt-get without questions; returns the end of what it said when it failed. */
function aptGet(args) {
  const run = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', '-o', 'Acquire::Retries=3', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (run.status === 0) return undefined;
  const said = run.error?.message ?? `${run.stderr}\n${run.stdout}`;
  return said.trim().split('\n').slice(-4).join(' ');
}
