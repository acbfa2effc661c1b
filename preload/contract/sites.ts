import { z } from 'zod';
import { capabilitiesSchema } from '../../main/domain/site.ts';
import { call, id, nothing } from './define.ts';
import { syncStateSchema } from './sync.ts';

export const siteSummarySchema = z.object({
  id: z.string(),
  platform: z.enum(['wordpress', 'practice']),
  title: z.string(),
  url: z.string(),
  language: z.string(),
  timeZone: z.string(),
  userName: z.string(),
  role: z.string(),
  capabilities: capabilitiesSchema,
  needsPassword: z.boolean(),
  /** What is here of it; comments without spam and trash. */
  counts: z.object({ posts: z.int(), comments: z.int(), pending: z.int() }),
  /** Records of the last pull that could not be read; see `sites.setAside`. */
  setAside: z.int(),
  sync: syncStateSchema,
});

/** Where a password is kept: `session` until the app closes, `device` in the system's keychain. */
const keep = z.enum(['session', 'device']);
/** Application passwords are 24 characters in groups of four; spaces do not matter. */
const password = z.string().min(1).max(200);

export const siteCalls = {
  list: call(nothing, z.array(siteSummarySchema)),
  /**
   * Finds the REST root of `address`, signs in and adds the site; the first pull starts by itself.
   * Errors: `validation` (address, insecure-address, not-wordpress, already-connected), `offline` (name, refused,
   * certificate…), `auth-expired` (credentials, password-prompt, application-passwords-off), `forbidden`.
   */
  connect: call(
    z.strictObject({
      address: z.string().max(2000),
      login: z.string().max(200),
      password,
      keep,
    }),
    siteSummarySchema,
  ),
  /** Another application password: for a site that refused the old one, or because the person wants to change it. */
  reconnect: call(z.strictObject({ siteId: id, password, keep }), siteSummarySchema),
  /** Adds the practice blog, or finds it. */
  openPractice: call(nothing, siteSummarySchema),
  /** Puts the practice blog back to its first day; drafts of it are kept as drafts for no site. */
  resetPractice: call(nothing, siteSummarySchema),
  /** Forgets a site and its password here; its drafts stay as drafts for no site. The blog itself is not touched. */
  disconnect: call(z.strictObject({ siteId: id }), z.object({ draftsKept: z.int() })),
  /** The records of a site that could not be read. */
  setAside: call(
    z.strictObject({ siteId: id }),
    z.array(
      z.object({
        what: z.enum(['post', 'comment']),
        remoteId: z.string(),
        problem: z.string(),
        source: z.string(),
      }),
    ),
  ),
};
