import type { Clock } from '../clock.ts';
import type { Comment, CommentStatus } from '../domain/comment.ts';
import { type Operation, onComment } from '../domain/operation.ts';
import type { Transaction } from '../library/transaction.ts';
import { enqueue, nextSequence } from './enqueue.ts';

/** What else a decision has to do with. */
export interface DecisionLinks {
  /** The decision that this one takes back. */
  undoes?: string;
  /** The reply that was written along with it. */
  replyId?: string;
}

/** Whether a decision that had been waiting never left, so that undoing it leaves no trace on the site. */
export interface Decided {
  withdrawn: boolean;
}

const notSentYet = ({ state, attempts, unconfirmed, checkFirst }: Operation): boolean =>
  !checkFirst && ((state === 'failed' && !unconfirmed) || (state === 'queued' && attempts === 0));

/**
 * Gives a comment a status at once here, writes the journal, and makes sure that the site ends with the same status:
 * what has not left yet is withdrawn, and a new operation is needed only if the site's status differs.
 */
export function decide(
  tx: Transaction,
  clock: Clock,
  comment: Comment,
  after: CommentStatus,
  { undoes, replyId }: DecisionLinks = {},
): Decided {
  const at = clock.now().toISOString();
  const earlier = openDecisions(tx, comment.id);
  for (const operation of earlier.filter(notSentYet)) {
    tx.put('operations', { ...operation, state: 'cancelled', endedAt: at });
  }
  const underWay = earlier.some((operation) => !notSentYet(operation));
  const settled = comment.baseStatus === after && !underWay;
  const operation = settled
    ? null
    : enqueue(tx, clock, comment.siteId, {
        kind: 'set-comment-status',
        commentId: comment.id,
        status: after,
      });
  tx.put('comments', { ...comment, status: after });
  const taken = undoes === undefined ? undefined : tx.get('decisions', undoes);
  if (taken) tx.put('decisions', { ...taken, undoneAt: at });
  tx.put('decisions', {
    id: clock.createId(),
    sequence: nextSequence(tx, 'decisions'),
    siteId: comment.siteId,
    commentId: comment.id,
    before: comment.status,
    after,
    decidedAt: at,
    operationId: operation?.id ?? '',
    undoneAt: null,
    undoes: undoes ?? null,
    ...(replyId === undefined ? {} : { replyId }),
  });
  return { withdrawn: settled };
}

/** Decisions on a comment whose way to the site is not over, in no order. */
export const openDecisions = (tx: Transaction, commentId: string): Operation[] =>
  tx.openOperations(onComment(commentId)).filter(({ task }) => task.kind === 'set-comment-status');
