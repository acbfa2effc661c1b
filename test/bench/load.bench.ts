import path from 'node:path';
import type { Libraries } from './libraries.ts';
import type { Cost } from './load-child.ts';
import { type Measures, median, ms, ratioAtMost } from './measure.ts';
import { coster, writeReference } from './reference.ts';

const ROUNDS = 30;
const mebibytes = (bytes: number): string => `${Math.round(bytes / 2 ** 20)} MiB`;

/** What it costs a new process to open 100,000 comments, against reading and parsing their records. */
export async function loadMeasures(libraries: Libraries): Promise<Measures> {
  const folder = await libraries.at(100_000);
  const reference = await writeReference(folder);
  const costOf = await coster(path.dirname(folder));
  const costs = { load: [] as Cost[], parse: [] as Cost[] };
  for (let round = -1; round < ROUNDS; round += 1) {
    const load = await costOf('load', folder);
    const parse = await costOf('parse', reference);
    if (round < 0) continue; // the system has both in its cache from now on
    costs.load.push(load);
    costs.parse.push(parse);
  }
  const of = (mode: keyof typeof costs, key: keyof Cost) => median(costs[mode].map((cost) => cost[key]));
  const [load, parse, stall] = [of('load', 'totalMs'), of('parse', 'totalMs'), of('load', 'stallMs')];
  const [peak, peakParse] = [of('load', 'peakBytes'), of('parse', 'peakBytes')];
  const work = (key: 'firstCpuMs' | 'totalCpuMs') =>
    `of work ${ms(of('load', key))} / ${ms(of('parse', 'totalCpuMs'))}`;
  const first = of('load', 'firstMs');
  return {
    'cold load of 100,000 comments / read + parse': ratioAtMost(
      ...([1.3, load, parse, `load ${ms(load)}, read + parse ${ms(parse)}; ${work('totalCpuMs')}`] as const),
    ),
    'longest stall while loading / load': ratioAtMost(
      ...([0.1, stall, load, `stall ${ms(stall)}; of read + parse ${ms(of('parse', 'stallMs'))}`] as const),
    ),
    'first screen at 100,000 comments / read + parse': ratioAtMost(
      ...([0.02, first, parse, `counts and first page ${ms(first)}; ${work('firstCpuMs')}`] as const),
    ),
    'peak memory of loading / of read + parse': ratioAtMost(
      ...([1, peak, peakParse, `${mebibytes(peak)} / ${mebibytes(peakParse)}`] as const),
    ),
  };
}
