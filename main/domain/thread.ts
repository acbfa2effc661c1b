import type { Comment } from './comment.ts';
import { isPing } from './ping.ts';

/** Order in which a blog shows a thread: by date, then by id; replies that the site has not confirmed come last. */
export function byThreadOrder(a: Comment, b: Comment): number {
  if (a.dateGmt !== b.dateGmt) return a.dateGmt < b.dateGmt ? -1 : 1;
  return (a.remoteId ?? Number.MAX_SAFE_INTEGER) - (b.remoteId ?? Number.MAX_SAFE_INTEGER);
}

/**
 * Numbers of the comments of one post, as readers see them: the position among the approved comments (pings left
 * out) by date, then id. A pending comment gets the number it will have once approved. Unsent replies, spam, trash
 * and pings have none. Computed, never stored: every decision shifts them.
 *
 * @param comments all comments of one post, in any order
 * @returns comment id → number, from 1
 */
export function numberThread(comments: readonly Comment[]): Map<string, number> {
  const numbers = new Map<string, number>();
  let approved = 0;
  for (const comment of [...comments].sort(byThreadOrder)) {
    if (isPing(comment) || comment.remoteId === null) continue;
    if (comment.status === 'approved') {
      approved += 1;
      numbers.set(comment.id, approved);
    } else if (comment.status === 'pending') {
      numbers.set(comment.id, approved + 1);
    }
  }
  return numbers;
}
