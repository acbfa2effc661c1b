/** What a part of the tests found out. */
export interface Counts {
  passed: number;
  failed: number;
  skipped: number;
}

export type Runner = 'vitest' | 'playwright';

export function countsOf(runner: Runner | undefined, reportFile: string, ok: boolean): Counts;
export function sum(all: readonly Counts[]): Counts;
export function sentence(counts: Counts): string;
