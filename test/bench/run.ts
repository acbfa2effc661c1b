import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { backupMeasures } from './backup.bench.ts';
import { compactionMeasures } from './compaction.bench.ts';
import { hostMeasures } from './host.bench.ts';
import { killMeasures } from './kills.bench.ts';
import { Libraries } from './libraries.ts';
import { libraryMeasures } from './library.bench.ts';
import { listMeasures } from './list.bench.ts';
import { loadMeasures } from './load.bench.ts';
import { lowdbMeasures } from './lowdb.bench.ts';
import type { Measures } from './measure.ts';
import { pullMeasures } from './pull.bench.ts';
import { asJson, asLines, asMarkdown, loadOfMachine } from './report.ts';
import { searchMeasures } from './search.bench.ts';
import { typingMeasures } from './typing.bench.ts';
import { writeMeasures } from './writes.bench.ts';

// Real files on the project's own disk: /tmp may live in memory, where syncing costs nothing.
await mkdir('.cache', { recursive: true });
const folder = await mkdtemp(path.resolve('.cache', 'bench-'));
const libraries = new Libraries(path.join(folder, 'libraries'));

/** The built app as it is now: somebody may build another one while this one is measured. */
async function ownApp(): Promise<string> {
  const app = path.join(folder, 'app');
  for (const part of ['out', 'package.json']) await cp(part, path.join(app, part), { recursive: true });
  return app;
}

/** What is measured, by the name that `--only` knows; in the order of the table. */
const sections: Record<string, () => Promise<Measures>> = {
  writes: () => writeMeasures(libraries),
  compaction: () => compactionMeasures(libraries),
  backup: () => backupMeasures(libraries, path.join(folder, 'backup')),
  load: () => loadMeasures(libraries),
  library: () => libraryMeasures(libraries),
  lowdb: () => lowdbMeasures(libraries, path.join(folder, 'lowdb')),
  list: () => listMeasures(),
  typing: () => typingMeasures(),
  search: () => searchMeasures(path.join(folder, 'search')),
  host: async () =>
    hostMeasures(libraries, path.join(folder, 'host'), await ownApp(), path.resolve('test-results/bench')),
  kills: () => killMeasures(path.join(folder, 'kills')),
  pull: () => pullMeasures(path.join(folder, 'pull')),
};

const { values } = parseArgs({
  options: {
    /** A file for machines. */
    json: { type: 'string' },
    /** A file for people. */
    markdown: { type: 'string' },
    /** Sections, separated by commas. */
    only: { type: 'string', default: Object.keys(sections).join() },
  },
});

/** Measures one section; one that cannot be measured is told and does not stop the others. */
async function measure(name: string): Promise<Measures> {
  const section = sections[name];
  if (!section) throw new Error(`No such section: ${name}. There are: ${Object.keys(sections).join(', ')}`);
  try {
    const begin = performance.now();
    const measures = await section();
    for (const line of asLines(measures)) console.log(line);
    console.log(`  ${name}: ${Math.round((performance.now() - begin) / 1000)} s`);
    return measures;
  } catch (error) {
    console.error(`✗ ${name} could not be measured:`, error);
    process.exitCode = 1;
    return {};
  }
}

try {
  const loads = [loadOfMachine()];
  const measures: Measures = {};
  for (const name of values.only.split(',')) Object.assign(measures, await measure(name));
  loads.push(loadOfMachine());
  if (values.json) await writeFile(values.json, asJson(measures));
  if (values.markdown) await writeFile(values.markdown, asMarkdown(measures, loads));
  if (!Object.values(measures).every(({ ok }) => ok)) process.exitCode = 1;
} finally {
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}
