import type { Comment } from '../domain/comment.ts';
import type { FirstPageQuery } from './first-page.ts';
import type { JournalAdapter } from './journal-adapter.ts';
import type { CommentPageQuery } from './library.ts';

/**
 * The comments of a page of a list: from the few shards that hold the beginning of the list while the rest is still
 * being loaded, else from memory.
 *
 * @param loaded resolves once everything is in memory; rejects if that cannot be
 */
export async function commentsOfPage(
  adapter: JournalAdapter,
  { offset, limit, ...list }: CommentPageQuery,
  loaded: () => Promise<void>,
): Promise<readonly Comment[]> {
  const early = await fromShards(adapter, { ...list, limit: offset + limit });
  if (early) return early.slice(offset);
  await loaded();
  return adapter.comments.page(list, offset, limit);
}

/** Null once memory knows better, or if they cannot be read this way. */
async function fromShards(
  adapter: JournalAdapter,
  query: FirstPageQuery,
): Promise<readonly Comment[] | null> {
  if (adapter.loading.isReady('comments')) return null;
  const found = await adapter.firstComments(query).catch(() => null);
  return adapter.loading.isReady('comments') ? null : found;
}
