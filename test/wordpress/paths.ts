import { dirname, join } from 'node:path';

const root = dirname(dirname(import.meta.dirname));

/** Where everything that is fetched or built once is kept; not in git, safe to delete. */
export const cacheDir = join(root, '.cache', 'wordpress');

/** A file of this folder, e.g. `here('php', 'router.php')`. */
export function here(...parts: string[]): string {
  return join(import.meta.dirname, ...parts);
}
