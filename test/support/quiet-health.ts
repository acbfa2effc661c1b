import { type Clock, systemClock } from '../../main/clock.ts';
import { LibraryHealth } from '../../main/services/library-health.ts';
import { noBugs } from './no-bugs.ts';

/** The watch over a library for tests that are about something else. */
export const quietHealth = (
  folder: string,
  clock: Pick<Clock, 'after' | 'now'> = systemClock,
): LibraryHealth =>
  new LibraryHealth({
    ...{ clock, folder, note: () => {}, onChange: () => {}, openFolder: async () => '' },
    ...noBugs,
  });
