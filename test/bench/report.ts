import { execFileSync } from 'node:child_process';
import os from 'node:os';
import type { Measure, Measures } from './measure.ts';

/** The table as it is shown in a terminal. */
export function asLines(measures: Measures): string[] {
  const width = Math.max(...Object.keys(measures).map((name) => name.length));
  return Object.entries(measures).map(([name, { value, unit, goal, ok, detail }]) => {
    const wanted = goal === null ? 'for comparison' : `goal ${goal}`;
    return `${ok ? '✓' : '✗'} ${name.padEnd(width)}  ${value} ${unit} (${wanted}; ${detail})`;
  });
}

/** The figures alone, for machines. */
export function asJson(measures: Measures): string {
  const plain = Object.entries(measures).map(([name, { value, unit, goal, ok }]) => [
    name,
    { value, unit, goal, ok },
  ]);
  return `${JSON.stringify(Object.fromEntries(plain), null, 2)}\n`;
}

/** The newest commit, and whether the tree is as it was committed. */
function version(): string {
  const git = (...args: string[]) => execFileSync('git', args, { encoding: 'utf8' }).trim();
  return `${git('rev-parse', '--short', 'HEAD')}${git('status', '--porcelain', '--untracked-files=no') ? ' and later' : ''}`;
}

const row = (name: string, { value, unit, goal, ok, detail }: Measure): string => {
  const figure = unit === 'times' ? `${value}` : `${value} ${unit}`;
  return `| ${name} | **${figure}** | ${goal ?? '—'} | ${goal === null ? '' : ok ? 'yes' : 'no'} | ${detail} |`;
};

/** What the app in its window ran in. */
const runner = (): string =>
  process.env.ELECTRON_OVERRIDE_DIST_PATH === undefined
    ? 'The app ran in Electron.'
    : 'The app ran in the stand-in for Electron (test/host), whose work counts as that of main.';

/** How many processes wanted to run: others make every figure worse. */
export const loadOfMachine = (): string => os.loadavg()[0]?.toFixed(1) ?? 'unknown';

/**
 * The page docs/benchmarks.md.
 *
 * @param loads the machine's load when measuring began and ended
 */
export function asMarkdown(measures: Measures, loads: readonly string[]): string {
  const [cpu] = os.cpus();
  const memory = `${Math.round(os.totalmem() / 2 ** 30)} GB of memory`;
  const machine = `${os.cpus().length} × ${cpu?.model.trim() ?? 'unknown'}, ${memory}, ${os.type()} ${os.release()}`;
  return `# Benchmarks

Written by \`npm run bench -- --markdown docs/benchmarks.md\`. Only the ratios carry over to other machines: each is measured within one run, subject and baseline in turns, as medians of at least 30 rounds, on a real disk; where the whole app is started, the row says how often. The milliseconds say what they were here.

${new Date().toISOString().slice(0, 10)}, ${version()}; ${machine}; Node ${process.version}. Load of the machine when it began and ended: ${loads.join(' and ')}. ${runner()}

The blog that is measured: 2,000 posts of 11 KB on average, one in 200 of 240 KB; comments of 490 bytes; half of everything is Cyrillic.

| | measured | goal | met | |
|---|---|---|---|---|
${Object.entries(measures)
  .map(([name, measure]) => row(name, measure))
  .join('\n')}
`;
}
