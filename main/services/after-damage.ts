import type { Clock } from '../clock.ts';
import { commentId } from '../domain/comment.ts';
import { onComment } from '../domain/operation.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Library } from '../library/library.ts';
import type { Repair } from '../library/repairs.ts';
import type { Transaction } from '../library/transaction.ts';
import { doubtDrafts } from '../sync/from-backup.ts';
import { returnWords } from './take-back-reply.ts';

/**
 * What these repairs have lost may have been on its way to a site, or may be there: each site is asked before a draft is
 * sent there for the first time, and the words of replies that nothing sends any more return to where they were written.
 */
export async function doubtWhatWasSent(
  library: Pick<Library, 'transact'>,
  repairs: readonly Repair[],
  clock: Pick<Clock, 'now'>,
): Promise<Result<null>> {
  if (!repairs.some(mayHaveTakenUploads)) return ok(null);
  return library.transact((tx) => {
    doubtDrafts(tx);
    returnReplies(tx, clock);
    return ok(null);
  });
}

/** Also of posts: one that is as it was on an older day may have been published since. */
function mayHaveTakenUploads({ what, collection, lost }: Repair): boolean {
  if (lost === 0 || what === 'body') return false;
  return what !== 'shard' || collection === 'operations' || collection === 'posts';
}

/** Each reply that was written here goes with the operation that makes it; one without stands in its thread for ever. */
function returnReplies(tx: Transaction, clock: Pick<Clock, 'now'>): void {
  const endedAt = clock.now().toISOString();
  for (const { id, remoteId, siteId, parentRemoteId, raw, status } of tx.all('comments')) {
    if (remoteId !== null) continue;
    const open = tx.openOperations(onComment(id));
    if (open.some(({ task }) => task.kind === 'create-reply')) continue;
    // What was decided about it waits for it in vain.
    for (const operation of open) tx.put('operations', { ...operation, state: 'cancelled', endedAt });
    // The words of one that was taken back are in the reply box already.
    if (status === 'approved') returnWords(tx, clock, commentId(siteId, parentRemoteId), raw);
    tx.remove('comments', id);
  }
}
