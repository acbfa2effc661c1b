import type { Site } from '../features/sites/use-sites.ts';
import type { Move } from './place-memory.ts';

/**
 * How far a site that was just connected has come: `here` once its first pull has ended well, `halted` if it ended
 * otherwise: stopped, or the site fell silent.
 *
 * @param hasBegun the first pull was seen running
 */
export function arrivalOf({ sync }: Pick<Site, 'sync'>, hasBegun: boolean): 'coming' | 'here' | 'halted' {
  if (sync.pulledAt !== null) return 'here';
  return sync.phase === 'idle' && (hasBegun || sync.error !== null) ? 'halted' : 'coming';
}

/** Where a person begins with a site: at what waits for them, else at its posts. */
export const firstWork = ({ counts }: Pick<Site, 'counts'>): Move =>
  counts.pending > 0 ? { view: 'comments', filter: 'pending' } : { view: 'posts', filter: 'all' };
