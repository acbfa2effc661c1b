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

/** Notes in the revisions of a post that it is removed since `at`, or, with undefined, that it is not any more. */
export const markRemoved = (tx: Transaction, postId: string, at: string | undefined): void =>
  markAllRemoved(tx, new Map([[postId, at]]));

/** As {@link markRemoved}, of many posts at once: all revisions there are have to be looked through for it. */
export function markAllRemoved(tx: Transaction, times: ReadonlyMap<string, string | undefined>): void {
  if (times.size === 0) return;
  for (const revision of tx.all('revisions')) {
    const at = times.get(revision.postId);
    if (!times.has(revision.postId) || revision.removedAt === at) continue;
    const { removedAt: _, ...known } = revision;
    tx.put('revisions', at === undefined ? known : { ...known, removedAt: at });
  }
}

/** Forgets the revisions of posts that this transaction removes: without that they would be taken for lost ones. */
export function forgetRevisionsOf(tx: Transaction, postIds: ReadonlySet<string>): void {
  if (postIds.size === 0) return;
  for (const { id, postId } of tx.all('revisions')) if (postIds.has(postId)) tx.remove('revisions', id);
}

/** These posts are of no site any more: that is where their versions say they belong, too. */
export function releaseRevisionsOf(tx: Transaction, postIds: ReadonlySet<string>): void {
  if (postIds.size === 0) return;
  for (const revision of tx.all('revisions')) {
    if (!postIds.has(revision.postId)) continue;
    tx.put('revisions', { ...revision, place: { siteId: null, remoteId: null } });
  }
}
