import { commentId } from '../domain/comment.ts';
import { mayHaveArrived } from '../domain/delivery.ts';
import { onComment } from '../domain/operation.ts';
import { reconcileComment } from '../domain/reconcile.ts';
import type { Transaction } from '../library/transaction.ts';
import type { RemoteComment } from '../sites/site-client.ts';
import {
  type Checked,
  failed,
  LOOKS_BEFORE_REPEATING,
  mustLookFirst,
  type OperationOf,
  type Outcome,
  type SendContext,
} from './send-context.ts';

type ReplyOperation = OperationOf<'create-reply'>;

/**
 * Posts a reply once. A try without an answer is looked up on the site (same author, post, parent and text) before it
 * is repeated; WordPress's own duplicate check then still guards against one that lands late. One that was taken back
 * while it was under way is looked for but not sent again.
 */
export async function sendReply(operation: ReplyOperation, context: SendContext): Promise<Outcome> {
  const { client, site, library } = context;
  const { postRemoteId, parentRemoteId, content } = operation.task;
  const reply = { postRemoteId, parentRemoteId, content };
  const isTakenBack = () => library.get('comments', operation.task.commentId)?.status === 'trash';
  if (mustLookFirst(operation)) {
    const found = await client.findReply(reply);
    if (!found.ok) return failed(found.error);
    if (found.value) return arrived(operation, found.value, site.id);
    if ((operation.looks ?? 0) < LOOKS_BEFORE_REPEATING) return { kind: 'look-again' };
  }
  if (isTakenBack()) return withdrawn(operation, context);
  const created = await client.createReply(reply);
  if (created.ok) return arrived(operation, created.value, site.id);
  return isTakenBack() && !mayHaveArrived(created.error)
    ? withdrawn(operation, context)
    : failed(created.error);
}

/** Whether a doubtful reply has reached the site already. */
export async function checkReply(operation: ReplyOperation, { client, site }: SendContext): Promise<Checked> {
  const { postRemoteId, parentRemoteId, content } = operation.task;
  const found = await client.findReply({ postRemoteId, parentRemoteId, content });
  if (!found.ok) return failed(found.error);
  return found.value ? arrived(operation, found.value, site.id) : { kind: 'absent' };
}

/** The reply shown as "on its way" becomes the site's comment; what was decided about it meanwhile goes after it. */
function arrived({ task }: ReplyOperation, remote: RemoteComment, siteId: string): Outcome {
  const id = commentId(siteId, remote.remoteId);
  return {
    kind: 'arrived',
    record: (tx: Transaction) => {
      const decided = decisionsOn(tx, task.commentId);
      for (const { operation, task: decision } of decided) {
        tx.put('operations', { ...operation, task: { ...decision, commentId: id } });
      }
      renameInJournal(tx, task.commentId, id);
      const local = tx.get('comments', decided.length > 0 ? task.commentId : id);
      tx.remove('comments', task.commentId);
      tx.put('comments', reconcileComment(local && { ...local, id }, remote, siteId, decided.length > 0));
    },
  };
}

/** Nothing of the reply is on the site, and nothing of it is left here but its words in the reply box. */
function withdrawn({ task }: ReplyOperation, { clock }: SendContext): Outcome {
  return {
    kind: 'withdrawn',
    record: (tx: Transaction) => {
      for (const { operation } of decisionsOn(tx, task.commentId)) {
        tx.put('operations', { ...operation, state: 'cancelled', endedAt: clock.now().toISOString() });
      }
      tx.remove('comments', task.commentId);
    },
  };
}

/** What was decided about a reply before the site had confirmed it. */
const decisionsOn = (tx: Transaction, replyId: string) =>
  tx.openOperations(onComment(replyId)).flatMap((operation) => {
    const { task } = operation;
    return task.kind === 'set-comment-status' ? [{ operation, task }] : [];
  });

/** Undo finds the reply by its id on the site from now on. */
function renameInJournal(tx: Transaction, from: string, to: string): void {
  for (const decision of tx.all('decisions')) {
    if (decision.commentId === from) tx.put('decisions', { ...decision, commentId: to });
    else if (decision.replyId === from) tx.put('decisions', { ...decision, replyId: to });
  }
}
