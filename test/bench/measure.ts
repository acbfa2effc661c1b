/** One line of the benchmark's table: a ratio measured within this run, and what it has to keep to. */
export interface Measure {
  value: number;
  unit: string;
  goal: string;
  ok: boolean;
  /** Medians behind the ratio, for people: milliseconds on this machine. */
  detail: string;
}

/** Middle value; the mean of the middle two for an even count. */
function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

async function time(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

interface Race {
  /** What is measured and what it is measured against, run in turns so that both meet the same weather. */
  subject: () => unknown;
  baseline: () => unknown;
  rounds: number;
  /** The ratio may be at most this. */
  atMost: number;
  names: readonly [subject: string, baseline: string];
}

/** Median of the subject's times over median of the baseline's, both measured in turns. */
export async function ratio({ subject, baseline, rounds, atMost, names }: Race): Promise<Measure> {
  const times = { subject: [] as number[], baseline: [] as number[] };
  await subject();
  await baseline();
  for (let round = 0; round < rounds; round += 1) {
    times.subject.push(await time(subject));
    times.baseline.push(await time(baseline));
  }
  const [above, below] = [median(times.subject), median(times.baseline)];
  const value = Number((above / below).toFixed(2));
  const detail = `${names[0]} ${above.toFixed(2)} ms, ${names[1]} ${below.toFixed(2)} ms`;
  return { value, unit: 'times', goal: `≤ ${atMost}`, ok: value <= atMost, detail };
}
