import type { Transaction } from '../library/transaction.ts';

/*
 * What becomes of the revisions of a post in the transaction in which that is removed, comes back or leaves its site.
 * A revision without its post tells of a lost one, and its `place` of where that belonged: both have to stay true.
 */

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

/** Forgets the revisions of posts that this transaction removes. */
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
