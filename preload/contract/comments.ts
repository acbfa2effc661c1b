import { z } from 'zod';
import { commentStatusSchema } from '../../main/domain/comment.ts';
import { decisionKindSchema } from '../../main/domain/decision.ts';
import { operationStateSchema } from '../../main/domain/operation.ts';
import { call, id, nothing, pageOf, pageRequest } from './define.ts';

const commentFilterSchema = z.enum(['pending', 'approved', 'spam', 'trash', 'all']);

/** Way of a decision or reply to the site; null when there is nothing on its way. */
const onItsWay = operationStateSchema.nullable();

const author = z.object({
  name: z.string(),
  email: z.string(),
  url: z.string(),
  ip: z.string(),
  agent: z.string(),
  /** Written by a signed-in user of the blog. */
  isBlogUser: z.boolean(),
});

export const commentRowSchema = z.object({
  id: z.string(),
  siteId: z.string(),
  authorName: z.string(),
  postTitle: z.string(),
  /** Plain text, first 300 characters. */
  excerpt: z.string(),
  /** Language of the text, for `lang`. */
  language: z.string(),
  /** Number of links in the text. */
  links: z.int(),
  type: z.string(),
  status: commentStatusSchema,
  onItsWay,
  date: z.string(),
  timeZone: z.string(),
});

export const threadCommentSchema = z.object({
  id: z.string(),
  /** What stands beside it on the blog; null for pings, and for what readers do not see. */
  number: z.int().nullable(),
  /** Of a pending one: the number it gets if it is approved now and nothing else is. */
  numberIfApproved: z.int().nullable(),
  /** A reply written here that the site has not confirmed. */
  unsent: z.boolean(),
  /** The comment it answers, if that one is in the thread. */
  inReplyTo: z.object({ id: z.string(), number: z.int().nullable(), authorName: z.string() }).nullable(),
  author,
  type: z.string(),
  /** HTML by a stranger: only `CommentBody` may show it. */
  html: z.string(),
  language: z.string(),
  status: commentStatusSchema,
  onItsWay,
  date: z.string(),
});

export const threadSchema = z.object({
  siteId: z.string(),
  postTitle: z.string(),
  postLanguage: z.string(),
  postLink: z.string(),
  /** Local id of the post, null if it is not in the library. */
  postId: z.string().nullable(),
  timeZone: z.string(),
  siteLanguage: z.string(),
  /** Everything under the post that can be shown, oldest first: pings, what is pending and what is unsent too. */
  comments: z.array(threadCommentSchema),
});

export const personSchema = z.object({
  name: z.string(),
  email: z.string(),
  url: z.string(),
  ip: z.string(),
  agent: z.string(),
  approved: z.int(),
  pending: z.int(),
  spam: z.int(),
  firstSeen: z.string(),
  lastSeen: z.string(),
});

export const commentCalls = {
  list: call(
    z.strictObject({
      siteId: id.nullable(),
      filter: commentFilterSchema,
      order: z.enum(['newest', 'oldest']),
      ...pageRequest,
    }),
    pageOf(commentRowSchema),
  ),
  counts: call(
    z.strictObject({ siteId: id.nullable() }),
    z.object({ pending: z.int(), approved: z.int(), spam: z.int(), trash: z.int() }),
  ),
  /** One comment with the whole thread around it, the person and the reply being written. */
  get: call(
    z.strictObject({ commentId: id }),
    z.object({
      thread: threadSchema,
      person: personSchema,
      replyDraft: z.string(),
      /** False where the user may not moderate. */
      mayDecide: z.boolean(),
    }),
  ),
  /** All comments of a post, numbered. */
  thread: call(z.strictObject({ postId: id }), threadSchema),
  /** Decides at once here and lets the outbox carry it. Comments already in that status are left alone. */
  decide: call(
    z.strictObject({ commentIds: z.array(id).min(1).max(100), decision: decisionKindSchema }),
    z.object({ decided: z.array(z.object({ commentId: z.string(), authorName: z.string() })) }),
  ),
  /** Takes back the newest decision that still stands, and the reply that went with it; null if there is none. */
  undo: call(
    nothing,
    z.object({
      undone: z
        .object({
          commentId: z.string(),
          authorName: z.string(),
          status: commentStatusSchema,
          /** True if the decision had not left yet and was simply withdrawn. */
          withdrawn: z.boolean(),
          /** The reply that was taken back with it; null if there was none. */
          reply: z
            .object({
              /** It never left, or it goes to the site's trash. */
              became: z.enum(['withdrawn', 'trashed']),
              /** Its words, which are back in the reply draft. */
              words: z.string(),
            })
            .nullable(),
        })
        .nullable(),
    }),
  ),
  /** Saves the words of a reply being written; an empty text forgets it. */
  saveReplyDraft: call(z.strictObject({ commentId: id, content: z.string().max(1_000_000) }), nothing),
  /** Puts a reply into the outbox, and the approval of the comment before it if asked. */
  reply: call(
    z.strictObject({ commentId: id, content: z.string().min(1).max(1_000_000), approve: z.boolean() }),
    z.object({
      commentId: z.string(),
      /** True if the comment was approved with it, so that undo takes back both. */
      approved: z.boolean(),
    }),
  ),
};
