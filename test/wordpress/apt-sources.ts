import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.ts';

/** The name of the machine's own release, e.g. `bookworm`; undefined where there is no apt. */
export function ownRelease(): string | undefined {
  if (!existsSync('/etc/apt') || !existsSync('/etc/os-release')) return undefined;
  return /^VERSION_CODENAME=(\w+)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
}

/**
 * Downloads packages of a release, which need not be the machine's own, into a folder without installing them.
 * apt works on lists of its own, so nothing on the machine changes and no rights are needed.
 */
export async function downloadPackages(
  release: string,
  names: readonly string[],
  folder: string,
): Promise<string[]> {
  const state = join(folder, 'apt');
  for (const part of ['lists/partial', 'cache/archives/partial', 'sources', 'packages']) {
    mkdirSync(join(state, part), { recursive: true });
  }
  const packages = join(state, 'packages');
  writeFileSync(join(state, 'sources', 'release.sources'), sourcesOf(release));
  const options = [
    `Dir::State::lists=${state}/lists`,
    `Dir::Cache=${state}/cache`,
    // What is installed here must not decide which version is wanted.
    'Dir::State::status=/dev/null',
    'Dir::Etc::sourcelist=/dev/null',
    `Dir::Etc::sourceparts=${state}/sources`,
    'Acquire::Languages=none',
    'Acquire::Retries=3',
    'APT::Sandbox::User=root',
  ].flatMap((option) => ['-o', option]);
  await runCommand('apt-get', ['-qq', ...options, 'update']);
  // `apt-get download` writes into the current folder.
  await runCommand('sh', [
    '-c',
    'cd "$0" && exec apt-get "$@"',
    packages,
    '-qq',
    ...options,
    'download',
    ...names,
  ]);
  return globSync('*.deb', { cwd: packages }).map((file) => join(packages, file));
}

/** The machine's own sources, as deb822 stanzas, with the release's name changed. */
function sourcesOf(release: string): string {
  const own = ownRelease();
  const files = ['/etc/apt/sources.list', ...globSync('/etc/apt/sources.list.d/*.{list,sources}')];
  const stanzas = files
    .filter((file) => existsSync(file))
    .flatMap((file) => {
      const text = readFileSync(file, 'utf8').replaceAll(/^\s*#.*\n?/gm, '');
      return file.endsWith('.sources') ? text.split(/\n\s*\n/) : text.split('\n').map(stanzaOfLine);
    })
    .filter((stanza) => (/^Suites:(.*)$/m.exec(stanza)?.[1] ?? '').split(/\s+/).includes(own ?? ''));
  if (stanzas.length === 0)
    throw new Error('The sources of this machine name no release to take WordPress from');
  return stanzas.map((stanza) => stanza.trim().replace(/^Suites:.*$/m, `Suites: ${release}`)).join('\n\n');
}

/** `deb [signed-by=KEY] URI SUITE COMPONENT…` as a stanza; empty for any other line. */
function stanzaOfLine(line: string): string {
  const [, options = '', uri, suite, components] =
    /^deb\s+(?:\[([^\]]*)\]\s+)?(\S+)\s+(\S+)\s+(.+)$/.exec(line.trim()) ?? [];
  if (uri === undefined) return '';
  const key = /signed-by=(\S+)/i.exec(options)?.[1];
  const signed = key === undefined ? '' : `\nSigned-By: ${key}`;
  return `Types: deb\nURIs: ${uri}\nSuites: ${suite}\nComponents: ${components}${signed}`;
}
