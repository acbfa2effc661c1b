import type { Revision } from '../domain/revision.ts';
import { thin } from '../domain/revision-thinning.ts';
import type { Transaction } from '../library/transaction.ts';

/**
 * Thins the revisions of all posts, also of those that nobody writes in any more, and forgets those of posts that are
 * gone. Once at start.
 *
 * @param time see `timeToForgetBy`
 */
export function tidyRevisions(tx: Transaction, time: string): void {
  for (const [postId, revisions] of Map.groupBy(tx.all('revisions'), (revision) => revision.postId)) {
    const stay = new Set<Revision>(tx.get('posts', postId) ? thin(revisions, time) : []);
    for (const revision of revisions) if (!stay.has(revision)) tx.remove('revisions', revision.id);
  }
}

/** Forgets the revisions of posts that this transaction has removed. */
export function forgetRevisionsOf(tx: Transaction, postIds: ReadonlySet<string>): void {
  if (postIds.size === 0) return;
  for (const { id, postId } of tx.all('revisions')) if (postIds.has(postId)) tx.remove('revisions', id);
}
