import { z } from 'zod';
import { appErrorSchema } from '../../main/domain/app-error.ts';
import { call, id, nothing } from './define.ts';

/** How a site stands with us right now. */
export const syncStateSchema = z.object({
  siteId: z.string(),
  phase: z.enum(['idle', 'pulling', 'sending']),
  /** Progress of the pull in records; `total` 0 while it is not known yet. */
  done: z.int(),
  total: z.int(),
  /** What the pull is bringing. */
  what: z.enum(['none', 'posts', 'comments']),
  pulledAt: z.string().nullable(),
  /** Why the last contact failed; null once one has succeeded. */
  error: appErrorSchema.nullable(),
  /** Since when the site has not answered (ISO), null if it does. */
  offlineSince: z.string().nullable(),
  /** When the next try is due (ISO). */
  nextTryAt: z.string().nullable(),
});

export const syncCalls = {
  /** Starts a pull of one site, or of all; returns at once, progress comes as `progress` events. */
  pull: call(z.strictObject({ siteId: id.nullable() }), nothing),
  /** Stops a running pull between two pages; what has arrived stays. */
  cancelPull: call(z.strictObject({ siteId: id }), nothing),
};
