import type { CallOutput } from '../../data/request.ts';
import { useCall } from '../../data/use-call.ts';

export type Health = CallOutput<'library', 'health'>;
export type Damage = NonNullable<Health['damage']>;

/** Until main has answered there is nothing to say. */
const unknown: Health = { loading: false, saving: null, hasSaved: true, tidying: null, damage: null };

/** How the library stands: followed, as main says when it changes. */
export const useHealth = (): Health => useCall('library', 'health', {}).data ?? unknown;
