import { ok, type Result } from '../domain/result.ts';
import type { Library } from '../library/library.ts';

/**
 * The calls that are answered while a large library is still being loaded: what the first view shows, from the index
 * and the few shards that it needs, and what needs no records.
 */
const EARLY: ReadonlySet<string> = new Set([
  'app.state',
  'app.openLink',
  'app.readyToClose',
  'library.health',
  'sites.list',
  'comments.list',
  'comments.counts',
]);

/** Calls that need posts and operations but no comment: these are there well before the comments are. */
const WITHOUT_COMMENTS: ReadonlySet<string> = new Set(['posts.list', 'posts.counts', 'outbox.counts']);

/** Resolves once a call can be answered. */
export async function whenReady(
  channel: string,
  library: Pick<Library, 'loaded' | 'ready'>,
): Promise<Result<null>> {
  if (EARLY.has(channel)) return ok(null);
  if (!WITHOUT_COMMENTS.has(channel)) return library.loaded;
  const posts = await library.ready('posts');
  return posts.ok ? library.ready('operations') : posts;
}
