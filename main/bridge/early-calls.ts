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

/** Resolves once a call can be answered. */
export const whenReady = (channel: string, library: Pick<Library, 'loaded'>): Promise<Result<null>> =>
  EARLY.has(channel) ? Promise.resolve(ok(null)) : library.loaded;
