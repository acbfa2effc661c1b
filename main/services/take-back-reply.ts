import type { Clock } from '../clock.ts';
import { commentId } from '../domain/comment.ts';
import { type Operation, onComment } from '../domain/operation.ts';
import type { Transaction } from '../library/transaction.ts';
import { decide } from './decisions.ts';
import { tryAgain } from './enqueue.ts';

/** A reply that was taken back. */
export interface ReplyTakenBack {
  /** `withdrawn`: nothing of it had left. `trashed`: the site has it, or may have it, and is told to throw it away. */
  became: 'withdrawn' | 'trashed';
  words: string;
}

const leftNothingBehind = ({ state, unconfirmed, checkFirst }: Operation): boolean =>
  !checkFirst && (state === 'queued' || (state === 'failed' && !unconfirmed));

/**
 * Takes back a reply that was written here; its words return to the reply box. What is under way cannot be stopped, but
 * the trash follows it: operations on one comment keep their order.
 *
 * @param undoes the decision that is taken back with it
 * @returns null where there is nothing left to take back
 */
export function takeBackReply(
  tx: Transaction,
  clock: Clock,
  replyId: string,
  undoes: string,
): ReplyTakenBack | null {
  const reply = tx.get('comments', replyId);
  if (!reply || reply.status === 'spam' || reply.status === 'trash') return null;
  returnWords(tx, clock, commentId(reply.siteId, reply.parentRemoteId), reply.raw);
  const creation = tx.openOperations(onComment(replyId)).find(({ task }) => task.kind === 'create-reply');
  if (creation && leftNothingBehind(creation)) {
    tx.put('operations', { ...creation, state: 'cancelled', endedAt: clock.now().toISOString() });
    tx.remove('comments', replyId);
    return { became: 'withdrawn', words: reply.raw };
  }
  // It was given up without knowing whether it arrived: only the site can tell.
  if (creation?.state === 'failed') tx.put('operations', tryAgain(creation));
  decide(tx, clock, reply, 'trash', { undoes });
  return { became: 'trashed', words: reply.raw };
}

/** Puts the words of a reply back to where they were written, under what has been written there since. */
export function returnWords(
  tx: Transaction,
  clock: Pick<Clock, 'now'>,
  answered: string,
  words: string,
): void {
  const written = tx.get('replyDrafts', answered)?.content;
  const content = written ? `${written}\n\n${words}` : words;
  tx.put('replyDrafts', { id: answered, content, savedAt: clock.now().toISOString() });
}
