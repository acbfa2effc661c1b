import { vi } from 'vitest';

/**
 * Waits until a check passes that something under way is about to fulfil. The limit is for what never comes, not a
 * measure: a machine under load may take its time.
 */
export function eventually<T>(check: () => T | Promise<T>): Promise<T> {
  return vi.waitFor(check, { interval: 5, timeout: 25_000 });
}
