// A real WordPress for the tests of a file.
import { afterAll, beforeAll, beforeEach } from 'vitest';
import { startWordPress, type WordPress } from '../wordpress/server.ts';

/**
 * Starts a WordPress for the file that calls it, and ends it after its tests. Every test finds it as `fill` has left
 * it, whatever those before have done.
 */
export function withWordPress(fill: (wp: WordPress) => Promise<void> | void): void {
  let wp: WordPress | undefined;
  beforeAll(async () => {
    wp = await startWordPress();
    await fill(wp);
    await wp.keep();
  });
  beforeEach(() => wp?.reset());
  afterAll(() => wp?.stop());
}
