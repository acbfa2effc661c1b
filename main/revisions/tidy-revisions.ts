import { type Revision, removedSince } from '../domain/revision.ts';
import { thin } from '../domain/revision-thinning.ts';
import type { Transaction } from '../library/transaction.ts';

/**
 * Thins the revisions of all posts, also of those that nobody writes in any more. Those of a post that is not there
 * stay, all of them: it was lost, and a person has to say what becomes of it. Only if somebody had removed it before
 * they go as they would have gone with it. Once at start.
 *
 * @param time see `timeToForgetBy`
 * @param oldest what was removed before (ISO) is forgotten
 */
export function tidyRevisions(tx: Transaction, time: string, oldest: string): void {
  for (const [postId, revisions] of Map.groupBy(tx.all('revisions'), (revision) => revision.postId)) {
    const stay = new Set<Revision>(tx.get('posts', postId) ? thin(revisions, time) : lost(revisions, oldest));
    for (const revision of revisions) if (!stay.has(revision)) tx.remove('revisions', revision.id);
  }
}

function lost(revisions: Revision[], oldest: string): Revision[] {
  const removedAt = removedSince(revisions);
  return removedAt !== undefined && removedAt < oldest ? [] : revisions;
}
