/** One line of the benchmark's table: a figure measured within this run, and what it has to keep to. */
export interface Measure {
  value: number;
  unit: string;
  /** Null: it is measured for comparison only. */
  goal: string | null;
  ok: boolean;
  /** Medians behind the figure, for people: milliseconds on this machine. */
  detail: string;
}

export type Measures = Record<string, Measure>;

/** Middle value; the mean of the middle two for an even count. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? upper) + upper) / 2;
}

/** The smallest of the values than which at least this share is not larger. */
export const quantile = (values: readonly number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.ceil(values.length * share) - 1] ?? Number.NaN;

/** A figure that may be at most so large. */
export function atMost(limit: number, value: number, unit: string, detail: string, digits = 2): Measure {
  const rounded = Number(value.toFixed(digits));
  return { value: rounded, unit, goal: `≤ ${limit}`, ok: rounded <= limit, detail };
}

/** A ratio that may be at most so large. */
export const ratioAtMost = (limit: number, above: number, below: number, detail: string): Measure =>
  atMost(limit, above / below, 'times', detail, above / below < 0.1 ? 4 : 2);

/** A figure without a goal. */
export const forComparison = (value: number, unit: string, detail: string): Measure => ({
  ...{ value: Number(value.toPrecision(3)), unit, goal: null, ok: true, detail },
});

export const ms = (value: number): string => `${value.toFixed(value < 10 ? 2 : 0)} ms`;

export async function time(work: () => unknown): Promise<number> {
  const begin = performance.now();
  await work();
  return performance.now() - begin;
}

/** Medians of the times of several works, measured in turns so that all meet the same weather. The first turn is free. */
export async function race<Name extends string>(
  works: Record<Name, () => unknown>,
  rounds: number,
): Promise<Record<Name, number>> {
  const times = new Map<Name, number[]>();
  const names = Object.keys(works) as Name[];
  for (let round = -1; round < rounds; round += 1) {
    for (const name of names) {
      const took = await time(works[name]);
      if (round >= 0) times.set(name, [...(times.get(name) ?? []), took]);
    }
  }
  const medians = names.map((name) => [name, median(times.get(name) ?? [])]);
  return Object.fromEntries(medians) as Record<Name, number>;
}

interface Race {
  subject: () => unknown;
  baseline: () => unknown;
  rounds: number;
  /** The ratio may be at most this. */
  atMost: number;
  names: readonly [subject: string, baseline: string];
}

/** Median of the subject's times over median of the baseline's. */
export async function ratio({ subject, baseline, rounds, atMost: limit, names }: Race): Promise<Measure> {
  const medians = await race({ subject, baseline }, rounds);
  const detail = `${names[0]} ${ms(medians.subject)}, ${names[1]} ${ms(medians.baseline)}`;
  return ratioAtMost(limit, medians.subject, medians.baseline, detail);
}
