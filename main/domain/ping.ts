import type { Comment } from './comment.ts';

/** Pingbacks and trackbacks are other pages speaking, not people: they get no number in the thread. */
export const isPing = (comment: Pick<Comment, 'type'>): boolean =>
  comment.type === 'pingback' || comment.type === 'trackback';
