import type { Damage } from '../../../../renderer/features/library/use-health.ts';
import { type Answered, answered } from '../rendered.tsx';

/** Damage as main tells of it; a test names only what it is about. */
export const aDamage = (over: Partial<Damage> = {}): Damage => ({
  ...{ foundAt: '2026-11-10T10:00:00.000Z', losses: [], posts: [], doubtful: 0, isAltered: false },
  ...{ pull: 'none', hasFiles: false, texts: 0 },
  ...over,
});

/** Main's answer to how the library stands: damaged so. */
export const damageIs = (over: Partial<Damage>): Answered =>
  answered(
    'library',
    'health',
    {},
    { loading: false, saving: null, hasSaved: true, tidying: null, damage: aDamage(over) },
  );
