import type { Clock } from '../clock.ts';
import { commentId } from '../domain/comment.ts';
import { type Operation, onComment } from '../domain/operation.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Library } from '../library/library.ts';
import type { Repair } from '../library/repairs.ts';
import type { Transaction } from '../library/transaction.ts';
import { doubtDrafts, doubtOperations } from '../sync/from-backup.ts';
import { returnWords } from './take-back-reply.ts';

/**
 * What these repairs have lost may have been on its way to a site, or may be there, and what is left may be older: each
 * site is asked before anything that waits is done there and before a draft is sent for the first time, and the words of
 * replies that nothing sends any more return to where they were written.
 */
export async function doubtWhatWasSent(
  library: Pick<Library, 'transact'>,
  repairs: readonly Repair[],
  clock: Pick<Clock, 'now'>,
): Promise<Result<null>> {
  const mayBeSent = repairs.some(mayHaveTakenUploads);
  if (!mayBeSent && !repairs.some(mayHaveTakenReplies)) return ok(null);
  return library.transact((tx) => {
    if (mayBeSent) {
      endConfirmed(tx, clock);
      doubtOperations(tx);
      doubtDrafts(tx);
    }
    returnReplies(tx, clock);
    return ok(null);
  });
}

/** Also of posts: one that is as it was on an older day may have been published since. */
function mayHaveTakenUploads({ what, collection, lost }: Repair): boolean {
  if (lost === 0 || what === 'body') return false;
  return what !== 'shard' || collection === 'operations' || collection === 'posts';
}

const mayHaveTakenReplies = ({ what, collection, lost }: Repair): boolean =>
  what === 'shard' && collection === 'comments' && lost !== 0;

/**
 * Ends uploads that are over, since the site has confirmed a later version of the post: an older outbox has come back,
 * and what was sent then would go over what the site has by now. Of the version that was confirmed last a post can still
 * be waiting to be published, so that only what would make it anew is over; and where the post itself is older than that
 * nothing is known.
 */
function endConfirmed(tx: Transaction, clock: Pick<Clock, 'now'>): void {
  const confirmed = new Map<string, number>();
  for (const { kind, postId, postRevision = 0 } of tx.all('revisions')) {
    if (kind === 'published') confirmed.set(postId, Math.max(confirmed.get(postId) ?? 0, postRevision));
  }
  const isOver = ({ task }: Operation): boolean => {
    if (!('revision' in task)) return false;
    const post = tx.get('posts', task.postId);
    const number = confirmed.get(task.postId) ?? 0;
    if (!post?.base || post.revision < number) return false;
    // Step one of making it may be all that there is on the site.
    if (task.kind === 'create-post')
      return number >= task.revision && post.base.fields.slug !== task.lookupSlug;
    return number > task.revision;
  };
  const endedAt = clock.now().toISOString();
  for (const operation of tx.openOperations().filter(isOver)) {
    const { checkFirst: _, unconfirmed: __, ...known } = operation;
    tx.put('operations', { ...known, state: 'done', lastError: null, notBefore: null, endedAt });
  }
}

/** Each reply that was written here goes with the operation that makes it; one without stands in its thread for ever. */
function returnReplies(tx: Transaction, clock: Pick<Clock, 'now'>): void {
  const endedAt = clock.now().toISOString();
  for (const { id, remoteId, siteId, parentRemoteId, raw, status } of tx.all('comments')) {
    if (remoteId !== null) continue;
    const open = tx.openOperations(onComment(id));
    if (open.some(({ task }) => task.kind === 'create-reply')) continue;
    // It has arrived: its site's copy comes, or is here.
    const isSent = tx.all('operations').some(({ state, task }) => state === 'done' && makes(task, id));
    // What was decided about it waits for it in vain.
    for (const operation of open) tx.put('operations', { ...operation, state: 'cancelled', endedAt });
    const answered = commentId(siteId, parentRemoteId);
    // The words of one that was taken back or cancelled are in the reply box already.
    const isThere = tx.get('replyDrafts', answered)?.content.includes(raw) === true;
    if (status === 'approved' && !isSent && !isThere) returnWords(tx, clock, answered, raw);
    tx.remove('comments', id);
  }
}

const makes = (task: Operation['task'], commentId: string): boolean =>
  task.kind === 'create-reply' && task.commentId === commentId;
