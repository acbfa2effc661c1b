import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { ensureDebianPackages } from '../../scripts/lib/debian.mjs';
import { cacheDir, here } from './paths.ts';
import { runCommand } from './run-command.ts';
import { usersSchema } from './users.ts';

const preparedSchema = z.object({
  /** WordPress's version. */
  version: z.string(),
  core: z.string(),
  /** An empty MariaDB data folder. */
  dataTemplate: z.string(),
  /** A file of SQL with the installed blog, whose address is `placeholderUrl`. */
  dump: z.string(),
  users: usersSchema,
});

/** What every test site is started from; kept in the cache folder. */
export type Prepared = z.infer<typeof preparedSchema>;

/**
 * The address in the dump. It is as long as every real one (ports have five digits here), so that replacing it
 * cannot break the lengths inside PHP's serialised values.
 */
export const placeholderUrl = 'http://127.0.0.1:65535';

/** Versions do not matter here; every Debian release from 12 on has these. */
const packages = [
  'php-cli',
  'php-mysql',
  'php-xml',
  'php-mbstring',
  'php-gd',
  'php-curl',
  'php-intl',
  'mariadb-server',
  'openssl',
];

/**
 * Gives WordPress unpacked and installed once: from the cache, or after building it (about ten seconds).
 * Of several processes that ask at once one builds and the others wait for it.
 *
 * @param release the Debian release to take WordPress from; 13 has 6.8, `bookworm` has 6.1, our oldest
 */
export async function prepareWordPress(
  release = process.env.WORDPRESS_RELEASE ?? 'trixie',
): Promise<Prepared> {
  const installed = ensureDebianPackages(packages);
  if (!installed.ok) throw new Error(`The real WordPress for the tests cannot run. ${installed.how}`);

  const result = await preparedFile(release);
  if (!existsSync(result)) {
    mkdirSync(cacheDir, { recursive: true });
    await runCommand('flock', [join(cacheDir, 'lock'), process.execPath, here('build.ts'), release, result]);
  }
  return preparedSchema.parse(JSON.parse(readFileSync(result, 'utf8')));
}

/** Named after all that shapes the installed blog, so that a change of any of it builds anew. */
async function preparedFile(release: string): Promise<string> {
  const hash = createHash('sha256').update(await runCommand('mariadbd', ['--version']));
  for (const source of ['build.ts', 'wordpress-core.ts', 'php/install.php', 'php/wp-config.php']) {
    hash.update(readFileSync(here(source)));
  }
  return join(cacheDir, `prepared-${release}-${hash.digest('hex').slice(0, 12)}.json`);
}

if (import.meta.main) {
  const { version, core } = await prepareWordPress();
  console.log(`WordPress ${version} is ready in ${core}`);
}
