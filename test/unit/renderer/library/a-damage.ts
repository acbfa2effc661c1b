import type { Damage } from '../../../../renderer/features/library/use-health.ts';

/** Damage as main tells of it; a test names only what it is about. */
export const aDamage = (over: Partial<Damage> = {}): Damage => ({
  ...{ foundAt: '2026-11-10T10:00:00.000Z', losses: [], posts: [], pull: 'none', hasFiles: false, texts: 0 },
  ...over,
});
