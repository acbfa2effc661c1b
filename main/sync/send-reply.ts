import { commentId } from '../domain/comment.ts';
import { reconcileComment } from '../domain/reconcile.ts';
import type { Transaction } from '../library/transaction.ts';
import type { RemoteComment } from '../sites/site-client.ts';
import {
  failed,
  LOOKS_BEFORE_REPEATING,
  mustLookFirst,
  type OperationOf,
  type Outcome,
  type SendContext,
} from './send-context.ts';

/**
 * Posts a reply once. A try without an answer is looked up on the site (same author, post, parent and text) before it
 * is repeated; WordPress's own duplicate check then still guards against one that lands late.
 */
export async function sendReply(
  operation: OperationOf<'create-reply'>,
  { client, site }: SendContext,
): Promise<Outcome> {
  const { postRemoteId, parentRemoteId, content } = operation.task;
  const reply = { postRemoteId, parentRemoteId, content };
  if (mustLookFirst(operation)) {
    const found = await client.findReply(reply);
    if (!found.ok) return failed(found.error);
    if (found.value) return arrived(operation, found.value, site.id);
    if ((operation.looks ?? 0) < LOOKS_BEFORE_REPEATING) return { kind: 'look-again' };
  }
  const created = await client.createReply(reply);
  return created.ok ? arrived(operation, created.value, site.id) : failed(created.error);
}

/** The reply shown as "on its way" becomes the site's comment. */
function arrived(operation: OperationOf<'create-reply'>, remote: RemoteComment, siteId: string): Outcome {
  return {
    kind: 'arrived',
    record: (tx: Transaction) => {
      tx.remove('comments', operation.task.commentId);
      const known = tx.get('comments', commentId(siteId, remote.remoteId));
      tx.put('comments', reconcileComment(known, remote, siteId, false));
    },
  };
}
