// npm run test:torture: what `npm test` does to a library a few hundred times (test/torture), thousands of times, from a
// seed of its own. `npm run test:torture -- --seed=N` repeats a run.
import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { ensureDependencies } from './lib/install.mjs';

/** fast-check's seeds are integers of 32 bits. */
const SEEDS = 2 ** 31;

const started = Date.now();
const { values } = parseArgs({ options: { seed: { type: 'string', default: String(randomInt(SEEDS)) } } });
process.env.COPYDESK_FUZZ_SEED = values.seed;
ensureDependencies();
// Only now are the packages there whose programs these are.
const { allParts } = await import('./lib/parts.mjs');
const { finish, runInOrder } = await import('./lib/run-parts.mjs');

const repeat = `npm run test:torture -- --seed=${values.seed}`;
console.log(`To repeat this run: ${repeat}`);
const parts = allParts().filter(({ name }) => name === 'torture');
finish(await runInOrder(parts.map((part) => ({ ...part, minutes: 120 }))), started);
console.log(`To repeat this run: ${repeat}`);
