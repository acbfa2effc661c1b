/** What a part of the tests found out. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
  /** What failed, by name, and the first lines of why. */
  failures: readonly string[];
}

export type Runner = 'vitest' | 'playwright';

export function countsOf(runner: Runner | undefined, reportFile: string, ok: boolean): Counts;
export function lastWords(title: string, output: string): string;
export function sum(all: readonly Counts[]): Counts;
export function sentence(counts: Omit<Counts, 'failures'>): string;
