import { isOpen, targetOf } from '../domain/operation.ts';
import { reconcileComment } from '../domain/reconcile.ts';
import type { Transaction } from '../library/transaction.ts';
import type { RemoteComment } from '../sites/site-client.ts';
import { failed, type OperationOf, type Outcome, type SendContext } from './send-context.ts';

/**
 * Gives a comment its status on the site. The status is absolute, so sending it twice does no harm and an unanswered
 * try is simply repeated.
 */
export async function sendCommentStatus(
  operation: OperationOf<'set-comment-status'>,
  { library, client, site }: SendContext,
): Promise<Outcome> {
  const comment = library.get('comments', operation.task.commentId);
  if (!comment || comment.remoteId === null) {
    return failed({ kind: 'not-found', what: 'comment', id: operation.task.commentId });
  }
  const sent = await client.setCommentStatus({
    remoteId: comment.remoteId,
    status: operation.task.status,
    authorIp: comment.author.ip,
    authorAgent: comment.author.agent,
    dateGmt: comment.dateGmt,
  });
  if (!sent.ok) return failed(sent.error);
  return { kind: 'arrived', record: (tx) => recordComment(tx, operation, sent.value, site.id) };
}

/** Takes over the site's version of a comment; a later decision that still waits keeps its status here. */
function recordComment(
  tx: Transaction,
  operation: OperationOf<'set-comment-status'>,
  remote: RemoteComment,
  siteId: string,
): void {
  const local = tx.get('comments', operation.task.commentId);
  const target = targetOf(operation.task);
  const waits = tx
    .all('operations')
    .some((other) => other.id !== operation.id && isOpen(other) && targetOf(other.task) === target);
  tx.put('comments', reconcileComment(local, remote, siteId, waits));
}
