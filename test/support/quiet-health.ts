import { type Clock, systemClock } from '../../main/clock.ts';
import { realFiles } from '../../main/library/durable-file.ts';
import { LibraryHealth } from '../../main/services/library-health.ts';
import { noBugs } from './no-bugs.ts';

/** The watch over a library for tests that are about something else. */
export const quietHealth = (
  folder: string,
  clock: Pick<Clock, 'after' | 'now'> = systemClock,
): LibraryHealth =>
  new LibraryHealth({
    ...{ clock, folder, files: realFiles, note: () => {}, onChange: () => {}, openFolder: async () => '' },
    ...noBugs,
  });
