// A real WordPress for the tests of a spec.
import { test } from '@playwright/test';
import { startWordPress, type WordPress } from '../wordpress/server.ts';

/**
 * Starts a WordPress for the spec that calls it, and ends it after its tests. Every test finds it as `fill` has left
 * it, whatever those before have done.
 */
export function withWordPress(fill: (wp: WordPress) => Promise<void> | void): void {
  let wp: WordPress | undefined;
  test.beforeAll(async () => {
    wp = await startWordPress();
    await fill(wp);
    await wp.keep();
  });
  test.beforeEach(() => wp?.reset());
  test.afterAll(() => wp?.stop());
}
