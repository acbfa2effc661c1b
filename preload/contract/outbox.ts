import { z } from 'zod';
import { appErrorSchema } from '../../main/domain/app-error.ts';
import { commentStatusSchema } from '../../main/domain/comment.ts';
import { operationStateSchema } from '../../main/domain/operation.ts';
import { waitingForSchema } from '../../main/domain/waiting.ts';
import { call, id, nothing } from './define.ts';

export const operationRowSchema = z.object({
  id: z.string(),
  siteId: z.string(),
  siteTitle: z.string(),
  /** The site's time zone. */
  timeZone: z.string(),
  /** `two-versions`: no operation, but a post that changed on both sides and waits for a choice. */
  kind: z.enum(['create-post', 'update-post', 'set-comment-status', 'create-reply', 'two-versions']),
  /** Title of the post, or name of the comment's author. */
  subject: z.string(),
  /** Start of the reply's text; empty for other kinds. */
  excerpt: z.string(),
  language: z.string(),
  /** The status a comment or post is to get; null for a reply. */
  becomes: z.union([commentStatusSchema, z.enum(['draft', 'private', 'future', 'publish'])]).nullable(),
  state: operationStateSchema,
  attempts: z.int(),
  /** What keeps a waiting one from being sent right now; null for what is being sent and what has ended. */
  waitingFor: waitingForSchema.nullable(),
  /** Id of the operation that goes first; null unless `waitingFor` is `order`. */
  after: z.string().nullable(),
  /** False for what may have arrived: the site is asked instead. */
  mayCancel: z.boolean(),
  /** Why it failed, or what it waits for came about. */
  error: appErrorSchema.nullable(),
  nextTryAt: z.string().nullable(),
  createdAt: z.string(),
  endedAt: z.string().nullable(),
  /** Local ids to jump to. */
  postId: z.string().nullable(),
  commentId: z.string().nullable(),
  /** Where readers find it; empty while it is nowhere, and for the practice blog. */
  link: z.string(),
});

const operationId = z.strictObject({ operationId: id });

export const outboxCalls = {
  /** What needs the person, what waits in order, and what was sent in the last 24 hours (newest first). */
  list: call(
    nothing,
    z.object({
      needsYou: z.array(operationRowSchema),
      waiting: z.array(operationRowSchema),
      sent: z.array(operationRowSchema),
    }),
  ),
  counts: call(nothing, z.object({ waiting: z.int(), needsYou: z.int() })),
  /** Tries everything that waits now, without its pause. */
  sendNow: call(nothing, nothing),
  /** Tries one again: for a `sent-unconfirmed` one this asks the site whether it arrived. */
  retry: call(operationId, nothing),
  /** Withdraws what has not left yet and puts back what it had changed here. Refused once it may have arrived. */
  cancel: call(operationId, nothing),
};
