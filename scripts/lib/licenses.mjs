import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');

/** Licences that may be part of a program under the MIT licence. */
const ALLOWED = new Set([
  ...[
    'MIT',
    'MIT-0',
    'ISC',
    '0BSD',
    'BSD-2-Clause',
    'BSD-3-Clause',
    'Apache-2.0',
    'BlueOak-1.0.0',
    'Unlicense',
  ],
  ...['CC0-1.0', 'OFL-1.1', 'Python-2.0', 'Zlib'],
]);

/** The title of a licence that would put the whole program under it; MPL and others only mention it in passing. */
const COPYLEFT = /^\W*GNU (AFFERO |LESSER |LIBRARY )?GENERAL PUBLIC LICENSE\W*$/im;

/**
 * The packages that really end in the app: every module Vite loads for one of its four parts.
 *
 * @returns {Promise<{ name: string, version: string, license: string, text: string }[]>}
 */
export async function bundledPackages() {
  const { createBuilder } = await import('vite');
  const folders = new Set();
  const note = (file) => {
    const folder = packageFolder(path.resolve(root, 'renderer', file));
    if (folder) folders.add(folder);
  };
  const collect = {
    name: 'collect-packages',
    buildEnd() {
      for (const file of this.getModuleIds()) note(file);
    },
    // Fonts and pictures are named by style sheets and are no modules.
    generateBundle(_options, bundle) {
      for (const { originalFileNames = [] } of Object.values(bundle)) originalFileNames.forEach(note);
    },
  };
  const builder = await createBuilder({
    configFile: path.join(root, 'vite.config.ts'),
    logLevel: 'error',
    plugins: [collect],
    build: { write: false },
  });
  for (const environment of Object.values(builder.environments)) await builder.build(environment);
  return [...folders].map(describe).sort((a, b) => a.name.localeCompare(b.name));
}

/** `/x/node_modules/@a/b/dist/c.js?v=1` → `/x/node_modules/@a/b` */
export function packageFolder(id) {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1];
}

function describe(folder) {
  const { name, version, license } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const files = readdirSync(folder).filter((file) => /^(licen[cs]e|copying|notice)/i.test(file));
  const text = files.map((file) => readFileSync(path.join(folder, file), 'utf8').trim()).join('\n\n');
  return { name, version, license: String(license ?? 'none given'), text };
}

/** Whether an SPDX expression lets the package be bundled: one side of every OR, both of every AND. */
export function isAllowed(expression) {
  return expression
    .replaceAll(/[()]/g, ' ')
    .split(/\s+OR\s+/)
    .some((choice) => choice.split(/\s+AND\s+/).every((license) => ALLOWED.has(license.trim())));
}

/** What is wrong with the licences of packages: one sentence each. */
export function licenseProblems(packages) {
  return packages.flatMap(({ name, version, license, text }) => {
    const label = `${name}@${version}`;
    if (!isAllowed(license)) return [`${label} is under "${license}", which must not be bundled`];
    return COPYLEFT.test(text) ? [`${label} says ${license}, but carries the text of the GPL`] : [];
  });
}

/** The notices that must go with the app. */
export function notices(packages) {
  const parts = packages.map(({ name, version, license, text }) => {
    const heading = `${name} ${version} (${license})`;
    return `${heading}\n${'='.repeat(heading.length)}\n\n${text || `Licensed under ${license}.`}`;
  });
  return `Copydesk contains the following packages.\n\n\n${parts.join('\n\n\n')}\n`;
}
