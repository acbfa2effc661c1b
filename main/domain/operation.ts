import { z } from 'zod';
import { appErrorSchema } from './app-error.ts';
import { commentStatusSchema } from './comment.ts';
import { postFieldsSchema } from './post.ts';

/**
 * The way of an operation: `queued` → `sending` → `done`. `sent-unconfirmed` means that a request left and no answer
 * came: the site is asked whether it arrived before anything is sent again. `failed` waits for a person.
 */
export const operationStateSchema = z.enum([
  'queued',
  'sending',
  'sent-unconfirmed',
  'done',
  'failed',
  'cancelled',
]);

const createPost = z.object({
  kind: z.literal('create-post'),
  postId: z.string(),
  /** Local revision that was on screen when the author pressed the button. */
  revision: z.number(),
  fields: postFieldsSchema,
  /** Unique slug under which step one creates a draft, so that a lost reply is found by lookup. */
  lookupSlug: z.string(),
  /** Set once the site has confirmed step one. */
  remoteId: z.number().nullable(),
});

const updatePost = z.object({
  kind: z.literal('update-post'),
  postId: z.string(),
  revision: z.number(),
  fields: postFieldsSchema,
});

const setCommentStatus = z.object({
  kind: z.literal('set-comment-status'),
  commentId: z.string(),
  status: commentStatusSchema,
});

const createReply = z.object({
  kind: z.literal('create-reply'),
  /** Local id of the reply shown as "on its way". */
  commentId: z.string(),
  postRemoteId: z.number(),
  parentRemoteId: z.number(),
  content: z.string(),
});

/** What is waiting to reach a site: written to disk before the first byte leaves. */
export const operationSchema = z.object({
  id: z.string(),
  siteId: z.string(),
  /** Place in the queue; grows with every operation of the library. */
  sequence: z.number(),
  task: z.discriminatedUnion('kind', [createPost, updatePost, setCommentStatus, createReply]),
  state: operationStateSchema,
  /** How often it was tried. */
  attempts: z.number(),
  lastError: appErrorSchema.nullable(),
  /** How often the site was asked, since the last request without an answer, whether it had arrived. */
  looks: z.number().optional(),
  /**
   * Of a failed one: the site may hold it all the same, so a person who tries again has the site asked first. Of one
   * that is doubtful: it may still land there, so it is looked for again after the site has said no.
   */
  unconfirmed: z.boolean().optional(),
  /**
   * It is doubtful and may have been sent already, since it comes from a backup or damage has taken something that it
   * may have to do with: the site is asked before anything of this site is sent. Gone
   * once the site has said.
   */
  checkFirst: z.literal(true).optional(),
  /** Earliest time of the next try (ISO), or null for at once. */
  notBefore: z.string().nullable(),
  createdAt: z.string(),
  /** When it took newer words than it was made with (ISO); left out if it never did. */
  renewedAt: z.string().optional(),
  /** When it ended, well or not. */
  endedAt: z.string().nullable(),
});

export type OperationState = z.infer<typeof operationStateSchema>;
export type OperationTask = z.infer<typeof operationSchema>['task'];
export type Operation = z.infer<typeof operationSchema>;

/** Whether damage has changed letters of it, so that a person has to say what becomes of it. */
export const isAltered = ({ state, lastError }: Operation): boolean =>
  state === 'failed' && lastError?.kind === 'after-restore' && lastError.what === 'altered';

/** What every operation on this post is for. */
export const onPost = (id: string): string => `post:${id}`;

/** What every operation on this comment is for; of a reply that is on its way, its local id. */
export const onComment = (id: string): string => `comment:${id}`;

/** What an operation is for. Operations on the same target keep their order; others may overtake. */
export const targetOf = (task: OperationTask): string =>
  'postId' in task ? onPost(task.postId) : onComment(task.commentId);

/** The order in which operations came to wait. */
export const byPlace = (a: Operation, b: Operation): number => a.sequence - b.sequence;

/** Whether the operation still has a way to go. */
export const isOpen = (operation: Operation): boolean =>
  operation.state !== 'done' && operation.state !== 'cancelled';
