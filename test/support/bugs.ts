import { expect, onTestFinished } from 'vitest';

/**
 * Takes the defects that no caller hears of. One that the test has not taken out of `bugs` itself fails it, once what
 * was started after this call has ended.
 */
export function bugsOfTest(): { bugs: unknown[]; onBug(error: unknown): void } {
  const bugs: unknown[] = [];
  onTestFinished(() => expect(bugs).toEqual([]));
  return { bugs, onBug: (error) => void bugs.push(error) };
}
