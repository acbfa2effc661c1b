import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { libraryMeasures } from './library.bench.ts';
import type { Measure } from './measure.ts';
import { pullMeasures } from './pull.bench.ts';

// Real files on the project's own disk: /tmp may live in memory, where syncing costs nothing.
const { values } = parseArgs({ options: { json: { type: 'string' } } });
const folder = await mkdtemp(path.resolve('.cache', 'bench-'));
try {
  const measures: Record<string, Measure> = {
    ...(await libraryMeasures(folder)),
    ...(await pullMeasures(folder)),
  };
  const width = Math.max(...Object.keys(measures).map((name) => name.length));
  for (const [name, { value, unit, goal, ok, detail }] of Object.entries(measures)) {
    console.log(`${ok ? '✓' : '✗'} ${name.padEnd(width)}  ${value} ${unit} (goal ${goal}; ${detail})`);
  }
  if (values.json) {
    const plain = Object.entries(measures).map(([name, { value, unit, goal, ok }]) => [
      name,
      { value, unit, goal, ok },
    ]);
    await writeFile(values.json, `${JSON.stringify(Object.fromEntries(plain), null, 2)}\n`);
  }
  process.exitCode = Object.values(measures).every(({ ok }) => ok) ? 0 : 1;
} finally {
  await rm(folder, { recursive: true, force: true });
}
