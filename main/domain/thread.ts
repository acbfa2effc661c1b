import type { Comment } from './comment.ts';
import { isPing } from './ping.ts';

/** Order in which a blog shows a thread: by date, then by id; replies that the site has not confirmed come last. */
export function byThreadOrder(a: Comment, b: Comment): number {
  if (a.dateGmt !== b.dateGmt) return a.dateGmt < b.dateGmt ? -1 : 1;
  const later = (a.remoteId ?? Number.MAX_SAFE_INTEGER) - (b.remoteId ?? Number.MAX_SAFE_INTEGER);
  return later !== 0 ? later : a.id < b.id ? -1 : 1;
}

/**
 * Whether a comment belongs to the thread that is shown under a post: what readers see, pings too, what waits for a
 * decision, and what we wrote and is not sent. This is what "12 comments" counts everywhere.
 */
export const isInThread = ({ status }: Pick<Comment, 'status'>): boolean =>
  status === 'approved' || status === 'pending';

/** Numbers in a thread, by the id of the comment. */
export interface ThreadNumbers {
  /** Position among the approved comments, from 1: what stands beside a comment on the blog. */
  shown: Map<string, number>;
  /**
   * Of a pending comment, the number it gets if it is approved now and nothing else is. Several that wait between the
   * same two approved ones have the same: it is for the one that is being decided on, not a number to call it by.
   */
  ifApproved: Map<string, number>;
}

/**
 * Numbers the comments of one post, as readers see them: by date, then id. Only comments that readers see have a
 * number and take one; pings are seen but not numbered. Computed, never stored: every decision shifts them.
 *
 * @param comments all comments of one post, in any order
 */
export function numberThread(comments: readonly Comment[]): ThreadNumbers {
  const shown = new Map<string, number>();
  const ifApproved = new Map<string, number>();
  for (const comment of [...comments].sort(byThreadOrder)) {
    if (isPing(comment) || comment.remoteId === null) continue;
    if (comment.status === 'approved') shown.set(comment.id, shown.size + 1);
    else if (comment.status === 'pending') ifApproved.set(comment.id, shown.size + 1);
  }
  return { shown, ifApproved };
}
