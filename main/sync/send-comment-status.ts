import { targetOf } from '../domain/operation.ts';
import { reconcileComment } from '../domain/reconcile.ts';
import type { Transaction } from '../library/transaction.ts';
import type { RemoteComment } from '../sites/site-client.ts';
import {
  type Checked,
  failed,
  laterTasks,
  type OperationOf,
  type Outcome,
  type SendContext,
} from './send-context.ts';

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

/**
 * Whether a doubtful decision has reached the site already. A status that is neither what it was
 * nor what was decided is somebody's newer decision: only a person can say which one counts.
 */
export async function checkCommentStatus(
  operation: OperationOf<'set-comment-status'>,
  { library, client, site }: SendContext,
): Promise<Checked> {
  const { commentId, status } = operation.task;
  const comment = library.get('comments', commentId);
  if (!comment) return failed({ kind: 'not-found', what: 'comment', id: commentId });
  // A reply that goes before it and has not arrived.
  if (comment.remoteId === null) return { kind: 'absent' };
  const now = await client.getComment(comment.remoteId);
  if (!now.ok) return failed(now.error);
  const decided = laterTasks(operation, library).flatMap((task) => ('status' in task ? task.status : []));
  if ([status, ...decided].includes(now.value.status)) {
    return { kind: 'arrived', record: (tx) => recordComment(tx, operation, now.value, site.id) };
  }
  if (now.value.status === comment.baseStatus) return { kind: 'absent' };
  return {
    kind: 'failed',
    error: { kind: 'after-restore', what: 'comment', host: new URL(site.url).host },
    record: (tx) => tx.put('comments', reconcileComment(comment, now.value, site.id, true)),
  };
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
  const waits = tx.openOperations(target).some(({ id }) => id !== operation.id);
  tx.put('comments', reconcileComment(local, remote, siteId, waits));
}
