import { z } from 'zod';
import { commentStatusSchema } from './comment.ts';

/** What a moderator can decide with one key: the statuses by the names of their commands. */
export const decisionKindSchema = z.enum(['approve', 'hold', 'spam', 'trash']);

/** One line of the decision journal. Never deleted, so that any decision can be undone later. */
export const decisionSchema = z.object({
  id: z.string(),
  /** Grows with every decision; the newest that still stands is the one that undo takes back. */
  sequence: z.number(),
  siteId: z.string(),
  commentId: z.string(),
  before: commentStatusSchema,
  after: commentStatusSchema,
  decidedAt: z.string(),
  /** The operation that carries it; its state tells whether the decision has reached the site. */
  operationId: z.string(),
  undoneAt: z.string().nullable(),
  /** The decision that this one takes back, if it is an undo. */
  undoes: z.string().nullable(),
  /** The reply that was written along with it: undo takes back both. */
  replyId: z.string().optional(),
});

export type Decision = z.infer<typeof decisionSchema>;
export type DecisionKind = z.infer<typeof decisionKindSchema>;
