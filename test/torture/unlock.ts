import type { PowerLossDisk } from '../support/power-loss-disk.ts';

/**
 * Removes the lock of a process that has died in a test. The real one would name a process or a boot that is gone and
 * be taken over at once, see the tests of the lock; the process of this test, however, is still alive.
 */
export function unlock(disk: PowerLossDisk): PowerLossDisk {
  for (const name of disk.image().keys()) if (name.includes('/owner.json')) disk.remove(name);
  return disk;
}
