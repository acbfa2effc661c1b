import { chmod, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { ensureDebianPackages } from '../../../scripts/lib/debian.mjs';
import { tempFolder } from '../../support/temp-folder.ts';

afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
});
beforeEach(() => {
  vi.spyOn(console, 'log').mockReturnValue();
});

/** A machine on which `there` is installed and on which apt-get fails so many times before it works. */
async function machine(there: string[], failures: number) {
  const folder = await tempFolder();
  const program = async (name: string, script: string) => {
    await writeFile(path.join(folder, name), `#!/bin/sh\ncd "${folder}"\n${script}`);
    await chmod(path.join(folder, name), 0o755);
  };
  await writeFile(path.join(folder, 'installed'), there.map((name) => `${name}\n`).join(''));
  await writeFile(path.join(folder, 'failures'), 'x\n'.repeat(failures));
  await program(
    'dpkg-query',
    `shift; for name in "$@"; do
       if grep -qx "$name" installed; then printf 'Package: %s\nStatus: install ok installed\nSection: x\n\n' "$name"
       elif [ "$name" = half ]; then printf 'Package: half\nStatus: install ok half-configured\n\n'
       else missing=1; fi
     done; exit \${missing:-0}`,
  );
  await program(
    'apt-get',
    `echo "$@" >> calls
     case "$*" in *update*) exit 0;; esac
     if [ -s failures ]; then tail -n +2 failures > rest; mv rest failures; echo 'Could not connect to the mirror' >&2; exit 100; fi
     for name in "$@"; do case "$name" in -*|*=*|install) ;; *) echo "$name" >> installed;; esac; done`,
  );
  vi.stubEnv('PATH', `${folder}:${process.env.PATH}`);
  const calls = async () => (await readFile(path.join(folder, 'calls'), 'utf8').catch(() => '')).split('\n');
  return { installs: async () => (await calls()).filter((line) => line.includes(' install ')) };
}
const soon = { mayInstall: true, pause: 1 };

test('nothing is done where all is there', async () => {
  const { installs } = await machine(['php-cli', 'chromium'], 0);
  expect(ensureDebianPackages(['chromium', 'php-cli'], soon)).toEqual({ ok: true, missing: [], how: '' });
  expect(await installs()).toEqual([]);
});

test('what is missing or half there is installed, and nothing else', async () => {
  const { installs } = await machine(['chromium'], 0);
  expect(ensureDebianPackages(['chromium', 'php-cli', 'half'], soon).ok).toBe(true);
  expect(await installs()).toEqual([expect.stringMatching(/ php-cli half$/)]);
});

test('a mirror that fails is tried again', async () => {
  const { installs } = await machine([], 2);
  expect(ensureDebianPackages(['php-cli'], soon).ok).toBe(true);
  expect(await installs()).toHaveLength(3);
});

test('a mirror that keeps failing ends with what is missing, what to do and what apt-get said', async () => {
  const { installs } = await machine(['chromium'], 9);
  const { ok, missing, how } = ensureDebianPackages(['chromium', 'php-cli'], soon);
  expect({ ok, missing }).toEqual({ ok: false, missing: ['php-cli'] });
  expect(how).toMatch(/install .*php-cli.*Could not connect to the mirror/);
  expect(await installs()).toHaveLength(3);
});

test('without the rights to install it says how to', async () => {
  const { installs } = await machine([], 0);
  const { ok, how } = ensureDebianPackages(['php-cli'], { mayInstall: false });
  expect(ok).toBe(false);
  expect(how).toContain('sudo apt-get install --no-install-recommends php-cli');
  expect(await installs()).toEqual([]);
});
