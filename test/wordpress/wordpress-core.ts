import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { downloadPackages } from './apt-sources.ts';
import { here } from './paths.ts';
import { runCommand } from './run-command.ts';

/** WordPress itself, its translations, and the libraries Debian links into it instead of shipping them twice. */
const packageNames = [
  'wordpress',
  'wordpress-l10n',
  'php-getid3',
  'libjs-underscore',
  'libjs-lodash',
  'libjs-cropper',
];

/** Unpacks the WordPress of a Debian release as `<parent>/core-<version>`, read-only for all sites; gives the version. */
export async function buildCore(release: string, parent: string): Promise<string> {
  const scratch = join(parent, `building-${process.pid}`);
  const tree = join(scratch, 'tree');
  mkdirSync(tree, { recursive: true });
  try {
    for (const file of await downloadPackages(release, packageNames, scratch)) {
      await runCommand('dpkg-deb', ['-x', file, tree]);
    }
    const core = join(tree, 'usr/share/wordpress');
    resolveLinks(core, tree);
    keepOneTranslation(core);
    // The configuration stays in this folder, so that changing it does not mean unpacking anew.
    writeFileSync(
      join(core, 'wp-config.php'),
      `<?php require ${JSON.stringify(here('php', 'wp-config.php'))};\n`,
    );
    const version = versionOf(core);
    rmSync(join(parent, `core-${version}`), { recursive: true, force: true });
    renameSync(core, join(parent, `core-${version}`));
    return version;
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** Puts the linked file in each link's place; drops links to what is not there (web server settings). */
function resolveLinks(core: string, tree: string): void {
  for (const entry of readdirSync(core, { recursive: true, withFileTypes: true })) {
    if (!entry.isSymbolicLink()) continue;
    const link = join(entry.parentPath, entry.name);
    const to = readlinkSync(link);
    const target = to.startsWith('/') ? join(tree, to) : resolve(dirname(link), to);
    rmSync(link);
    if (existsSync(target)) cpSync(target, link, { recursive: true, dereference: true });
  }
}

/** The package brings a hundred languages, 30 MB; the tests' blog is Bulgarian. */
function keepOneTranslation(core: string): void {
  const languages = join(core, 'wp-content/languages');
  for (const name of readdirSync(languages)) {
    if (!name.includes('bg_BG')) rmSync(join(languages, name), { recursive: true });
  }
}

function versionOf(core: string): string {
  const source = readFileSync(join(core, 'wp-includes/version.php'), 'utf8');
  const version = /\$wp_version = '([^']+)'/.exec(source)?.[1];
  if (version === undefined) throw new Error('The package contains no WordPress');
  return version;
}
