import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { node24 } from './node24.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const require = createRequire(join(root, 'package.json'));

/** Everything `npm test` runs, in order. The limits are for what hangs: a slow machine needs far less. */
export function allParts() {
  return [
    { name: 'types', title: 'Types', command: tool('typescript', 'tsc', '--noEmit', '-p', '.'), minutes: 15 },
    {
      name: 'lint',
      title: 'Lint, format, import borders',
      command: tool('@biomejs/biome', 'biome', 'check', '--error-on-warnings'),
      minutes: 15,
    },
    { name: 'knip', title: 'Unused files and exports', command: tool('knip', 'knip'), minutes: 15 },
    { name: 'unit', title: 'Unit tests', command: vitest('unit'), runner: 'vitest', minutes: 20 },
    {
      name: 'integration',
      title: 'Integration tests',
      command: vitest('integration'),
      runner: 'vitest',
      minutes: 45,
    },
    {
      name: 'torture',
      title: 'Torture: kills, power losses, full and failing disks',
      command: vitest('torture'),
      runner: 'vitest',
      minutes: 10,
    },
    { name: 'build', title: 'Build', command: tool('vite', 'vite', 'build'), minutes: 15 },
    {
      name: 'e2e',
      title: 'End-to-end tests',
      command: tool('@playwright/test', 'playwright', 'test'),
      runner: 'playwright',
      needs: ['build'],
      minutes: 90,
    },
    {
      name: 'package',
      title: 'Packaging check',
      command: [process.execPath, join(root, 'scripts', 'package.mjs'), '--check'],
      needs: ['build'],
      minutes: 20,
    },
  ];
}

/** Makes the real WordPress ready; the tests would do it themselves, but under their time limits. */
export function prepareWordPress() {
  return {
    name: 'wordpress',
    title: 'WordPress',
    command: [node24(), join(root, 'test', 'wordpress', 'prepare.ts')],
    minutes: 30,
  };
}

function vitest(project) {
  return tool('vitest', 'vitest', 'run', '--project', project);
}

/** A package's command line, run by Node 24 whatever runs this script. */
export function tool(packageName, binName, ...args) {
  const manifestFile = join(root, 'node_modules', packageName, 'package.json');
  return [node24(), join(dirname(manifestFile), require(manifestFile).bin[binName]), ...args];
}
