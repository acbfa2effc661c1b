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

/** WordPress and its translations. */
const packageNames = ['wordpress', 'wordpress-l10n'];

/** Packages whose files Debian links into WordPress instead of shipping them twice; which ones, changes by release. */
const linkedLibraries = /^(libjs-|libphp-|php-getid3)/;

/** Unpacks the WordPress of a Debian release as `<parent>/core-<version>`, read-only for all sites; gives the version. */
export async function buildCore(release: string, parent: string): Promise<string> {
  const scratch = join(parent, `building-${process.pid}`);
  const tree = join(scratch, 'tree');
  mkdirSync(tree, { recursive: true });
  try {
    const files = await downloadPackages(release, packageNames, scratch);
    files.push(...(await downloadPackages(release, await librariesOf(files), join(scratch, 'libraries'))));
    for (const file of files) await runCommand('dpkg-deb', ['-x', file, tree]);
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

async function librariesOf(packageFiles: readonly string[]): Promise<string[]> {
  const fields = await Promise.all(
    packageFiles.map((file) => runCommand('dpkg-deb', ['-f', file, 'Depends'])),
  );
  const names = fields
    .flatMap((field) => field.split(/[,|]/))
    .map((item) => item.trim().split(/[\s:]/)[0] ?? '');
  return [...new Set(names)].filter((name) => linkedLibraries.test(name));
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
