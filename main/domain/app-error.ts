import { z } from 'zod';

/** Why a site could not be reached; `certificate` means that nobody we trust signed it. */
const offlineReason = z.enum(['no-network', 'name', 'refused', 'timeout', 'dropped', 'certificate']);

/** Why the site no longer knows us. WordPress answers a stripped header and a wrong password alike. */
const authReason = z.enum([
  'credentials',
  'password-prompt',
  'application-passwords-off',
  'no-password-here',
]);

/** What is wrong with something that a person (or a caller) gave us. */
const validationReason = z.enum([
  'required',
  'bad-address',
  'insecure-address',
  'not-wordpress',
  'already-connected',
  'redirected-elsewhere',
  'refused-by-site',
  'already-sent',
  'read-only',
  'damaged-text',
  'malformed',
]);

const notFoundThing = z.enum(['site', 'post', 'comment', 'operation', 'decision', 'revision', 'page']);

/**
 * Every failure that Copydesk expects, with the data its message needs. Texts for people are chosen from it in one
 * place, `renderer/i18n/error-text.ts`, which the compiler keeps exhaustive.
 */
export const appErrorSchema = z.discriminatedUnion('kind', [
  /** The network or the host did not answer. `host` is the site's host name. */
  z.object({ kind: z.literal('offline'), reason: offlineReason, host: z.string() }),
  /** The site refused our identity. */
  z.object({ kind: z.literal('auth-expired'), reason: authReason, host: z.string() }),
  /** We are known, but may not do this. `code` is the platform's own, such as `rest_cannot_edit`. */
  z.object({ kind: z.literal('forbidden'), code: z.string(), host: z.string() }),
  z.object({ kind: z.literal('not-found'), what: notFoundThing, id: z.string() }),
  /** Both sides changed since base; nothing was uploaded and both versions are kept. */
  z.object({ kind: z.literal('conflict'), what: z.literal('post'), id: z.string() }),
  /** The caller saved on top of an older local revision than the library holds. */
  z.object({ kind: z.literal('stale-write'), expected: z.number(), actual: z.number() }),
  /** The site asks us to slow down; `retryAfterSeconds` as it said, or null. */
  z.object({ kind: z.literal('rate-limited'), retryAfterSeconds: z.number().nullable(), host: z.string() }),
  z.object({
    kind: z.literal('validation'),
    field: z.string(),
    reason: validationReason,
    detail: z.string(),
  }),
  /**
   * The disk. `damaged` and `newer` concern the library file named in `file`; `in-use`: another process owns the
   * library, and `file` is its lock.
   */
  z.object({
    kind: z.literal('storage'),
    reason: z.enum(['full', 'denied', 'io', 'damaged', 'newer', 'in-use']),
    file: z.string(),
  }),
  /**
   * The search index, which is made from the library and holds nothing of its own. `unsupported`: this build has no
   * full-text search; `disk`: its file cannot be written; `superseded`: a newer question was asked before this one's
   * turn, so nobody waits for the answer.
   */
  z.object({ kind: z.literal('search'), reason: z.enum(['unsupported', 'disk', 'failed', 'superseded']) }),
  /**
   * Making a backup, or reading one; `file` is the one that was worked on. `foreign`: no backup of ours. `unsafe`: it
   * holds names or sizes that no backup has. `gone`: there is no such backup any more. `busy`: another one is under
   * way. `unsaved`: words on screen are not on disk, and a restore would lose them. `not-kept`: neither could the
   * library that a restore would replace be kept. `inside`: a file in the library's own folder would go with it.
   * `library-unread`: the disk did not give or take a file of the library itself. `library-damaged`: one is missing, or
   * is not as it was written; the next opening mends it. `kept-damaged`: one of those that are kept cannot be restored;
   * `file` is when it was made (ISO), by which people know it.
   */
  z.object({
    kind: z.literal('backup'),
    reason: z.enum([
      ...['foreign', 'damaged', 'kept-damaged', 'unsafe', 'newer', 'gone', 'full', 'denied', 'io'],
      ...['busy', 'cancelled', 'unsaved', 'not-kept', 'inside', 'library-unread', 'library-damaged'],
    ] as const),
    file: z.string(),
  }),
  /**
   * After a restore, or damage, nobody can say whether an operation has been sent meanwhile: `post`: the site has one that
   * is like it. `comment`: its status is neither what it was nor what was decided. `update`: the post has newer words than
   * it by now. `altered`: damage has changed letters of it.
   */
  z.object({
    kind: z.literal('after-restore'),
    what: z.enum(['post', 'comment', 'update', 'altered']),
    host: z.string(),
  }),
  /** The site answered with something other than an answer. `status` is the HTTP status. */
  z.object({
    kind: z.literal('server'),
    reason: z.enum(['failed', 'html', 'truncated', 'shape', 'too-large']),
    status: z.number(),
    code: z.string(),
    host: z.string(),
  }),
  /** A defect of ours, logged once under `reportId`. */
  z.object({ kind: z.literal('bug'), reportId: z.string() }),
]);

/** See {@link appErrorSchema}. */
export type AppError = z.infer<typeof appErrorSchema>;

/**
 * Whether trying the same thing again later, unchanged, can succeed. Wrong credentials, missing rights and
 * conflicts need a person first; a certificate nobody signed does not heal by itself either.
 */
export function isRetryable(error: AppError): boolean {
  switch (error.kind) {
    case 'offline':
      return error.reason !== 'certificate';
    case 'rate-limited':
      return true;
    case 'server':
      // A 4xx is a refusal, whatever its body looks like: a firewall's page will say the same tomorrow.
      return error.status < 400 || error.status >= 500;
    case 'storage':
      return error.reason === 'full' || error.reason === 'io';
    default:
      return false;
  }
}
