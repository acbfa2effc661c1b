import type { CommentStatus } from './comment.ts';
import type { DecisionKind } from './decision.ts';

const STATUS_AFTER: Record<DecisionKind, CommentStatus> = {
  approve: 'approved',
  hold: 'pending',
  spam: 'spam',
  trash: 'trash',
};

/** The status that a decision gives a comment. */
export const statusAfter = (kind: DecisionKind): CommentStatus => STATUS_AFTER[kind];
