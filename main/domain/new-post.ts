import type { Post, PostFields } from './post.ts';

/**
 * A draft that exists only here.
 *
 * @param given what of it is written already; the rest is empty
 * @param at ISO time
 */
export function newPost(id: string, siteId: string | null, given: Partial<PostFields>, at: string): Post {
  const fields: PostFields = { title: '', body: '', excerpt: '', slug: '', status: 'draft', ...given };
  const nowhereElse = { remoteId: null, base: null, conflict: null, remote: null };
  return { id, siteId, fields, revision: 1, createdAt: at, editedAt: at, ...nowhereElse };
}
