import { spawnSync } from 'node:child_process';
import { findChromium } from '../test/host/chromium-path.mjs';
import { ensureDebianPackages } from './lib/debian.mjs';
import { ensureDependencies } from './lib/install.mjs';
import { FONTS } from './lib/launch.mjs';

// npm test: everything there is to test, from a fresh clone on. `npm test -- --only=unit,types` runs some parts.
// The last line of the output is `N passed, N failed` over all of them.

const started = Date.now();
ensureDependencies();
// Only now are the packages there whose programs the parts are.
const { allParts, prepareWordPress } = await import('./lib/parts.mjs');
const { failure, finish, heading, runInOrder } = await import('./lib/run-parts.mjs');

const parts = chosen(allParts());
const setUp = await prepareFor(parts.map(({ name }) => name));
finish([...setUp, ...(await runInOrder(parts))], started);

/** Gets what the parts need besides Node; what cannot be got counts as failed. */
async function prepareFor(names) {
  const outcomes = [];
  const packages = [];
  if (names.includes('e2e'))
    packages.push(...(findChromium() === undefined ? ['chromium'] : []), ...fontsHere());
  if (names.includes('package') && !runs('7z')) packages.push('p7zip-full');
  const installed = ensureDebianPackages(packages);
  if (!installed.ok) {
    heading('Set-up');
    console.log(installed.how);
    outcomes.push(failure('set-up', `Set-up: ${installed.missing.join(', ')} missing`));
  }
  if (names.includes('integration') || names.includes('e2e')) {
    outcomes.push(...(await runInOrder([prepareWordPress()])));
  }
  return outcomes;
}

function chosen(all) {
  const only = process.argv.find((argument) => argument.startsWith('--only='))?.slice('--only='.length);
  if (only === undefined) return all;
  const wanted = only.split(',');
  const unknown = wanted.filter((name) => !all.some((part) => part.name === name));
  if (unknown.length > 0) {
    console.error(
      `No such part: ${unknown.join(', ')}. There are: ${all.map(({ name }) => name).join(', ')}`,
    );
    process.exit(1);
  }
  return all.filter(({ name }) => wanted.includes(name));
}

/** Fonts are installed where that is possible; nobody's machine is asked for them. */
function fontsHere() {
  return process.platform === 'linux' && process.getuid?.() === 0 ? FONTS : [];
}

function runs(program) {
  return spawnSync(program, { stdio: 'ignore' }).error === undefined;
}
