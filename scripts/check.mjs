import { ensureDependencies } from './lib/install.mjs';

// npm run check: what can be said within a minute, before a commit: everything that needs nothing but Node.

const quick = ['types', 'lint', 'knip', 'unit'];

const started = Date.now();
ensureDependencies();
// Only now are the packages there whose programs the parts are.
const { allParts } = await import('./lib/parts.mjs');
const { finish, runTogether } = await import('./lib/run-parts.mjs');

finish(await runTogether(allParts().filter(({ name }) => quick.includes(name))), started);
