import type { Comment, CommentStatus } from '../domain/comment.ts';

/** Which comments a list holds, and in which order. */
export interface CommentList {
  /** Null: of all sites. */
  siteId: string | null;
  statuses: readonly CommentStatus[];
  order: 'newest' | 'oldest';
}

type Compare = (a: Comment, b: Comment) => number;

/** By date; of two with the same date the one first that the site took first. Never 0 for two different comments. */
export const byOldest: Compare = (a, b) => {
  if (a.dateGmt !== b.dateGmt) return a.dateGmt < b.dateGmt ? -1 : 1;
  const later = (a.remoteId ?? 0) - (b.remoteId ?? 0);
  return later !== 0 ? later : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
};

const byNewest: Compare = (a, b) => byOldest(b, a);

/** How the comments of a list are compared. */
export const comparing = (order: CommentList['order']): Compare => (order === 'newest' ? byNewest : byOldest);

/** A reply that the site has not confirmed yet stands in its thread, but in no list. */
export const isInLists = ({ remoteId }: Comment): boolean => remoteId !== null;

/** Whether a comment belongs to a list. */
export const isWanted = (comment: Comment, { siteId, statuses }: Omit<CommentList, 'order'>): boolean =>
  isInLists(comment) && (siteId === null || comment.siteId === siteId) && statuses.includes(comment.status);
