// npm run fuzz: every property (test/support/property.ts) with 50 times as many values as usual, from a seed of its
// own. `npm run fuzz -- --seed=N` repeats a run.
import { randomInt } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/install.mjs';
import { missingChromium } from './lib/launch.mjs';

const properties = path.resolve(import.meta.dirname, '../test/support/property.ts');
/** fast-check's seeds are integers of 32 bits. */
const SEEDS = 2 ** 31;

const started = Date.now();
const { values } = parseArgs({ options: { seed: { type: 'string', default: String(randomInt(SEEDS)) } } });
process.env.COPYDESK_FUZZ_SEED = values.seed;
ensureDependencies();
const noChromium = missingChromium();
if (noChromium) {
  console.error(noChromium);
  process.exit(1);
}
// Only now are the packages there whose programs these are.
const { tool } = await import('./lib/parts.mjs');
const { finish, runInOrder } = await import('./lib/run-parts.mjs');

const repeat = `npm run fuzz -- --seed=${values.seed}`;
console.log(`To repeat this run: ${repeat}`);
const outcomes = await runInOrder([
  {
    name: 'node',
    title: 'Properties',
    command: tool('vitest', 'vitest', 'related', '--run', properties, '--testTimeout=600000'),
    runner: 'vitest',
    minutes: 30,
  },
  {
    name: 'browser',
    title: 'Properties of a page',
    command: tool('@playwright/test', 'playwright', 'test', 'sanitizer.spec.ts'),
    runner: 'playwright',
    minutes: 30,
  },
]);
finish(outcomes, started);
console.log(`To repeat this run: ${repeat}`);
