import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/**
 * Makes sure that Debian packages are installed. Silent when they are; as root on Debian it installs the
 * missing ones; anywhere else it reports what is missing and how to get it, and leaves the decision to the caller.
 *
 * @param {string[]} names package names as apt knows them
 * @returns {{ ok: boolean, missing: string[], how: string }} `how` is a sentence for people, empty when ok
 */
export function ensureDebianPackages(names) {
  const missing = missingPackages(names);
  if (missing.length === 0) return { ok: true, missing, how: '' };
  if (!canInstall()) return { ok: false, missing, how: howToInstall(missing) };

  console.log(`Installing Debian packages: ${missing.join(' ')}`);
  const failure =
    aptGet(['update', '-qq']) ?? aptGet(['install', '--no-install-recommends', '-y', '-qq', ...missing]);
  const still = missingPackages(missing);
  if (still.length === 0) return { ok: true, missing: still, how: '' };
  return { ok: false, missing: still, how: `${howToInstall(still)} apt-get said: ${failure ?? 'nothing'}` };
}

/** The packages dpkg does not list as fully installed; all of them where there is no dpkg. */
function missingPackages(names) {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: placeholders of dpkg-query
  const query = spawnSync('dpkg-query', ['-W', '-f', '${Package} ${db:Status-Status}\n', ...names], {
    encoding: 'utf8',
  });
  // dpkg-query exits with 1 when it knows nothing of a name, and still prints the others.
  const installed = new Set(
    (query.stdout ?? '')
      .split('\n')
      .filter((line) => line.endsWith(' installed'))
      .map((line) => line.split(' ')[0]),
  );
  return names.filter((name) => !installed.has(name));
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
  const run = spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    maxBuffer: 64 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  if (run.status === 0) return undefined;
  const said = run.error?.message ?? `${run.stderr}\n${run.stdout}`;
  return said.trim().split('\n').slice(-4).join(' ');
}
