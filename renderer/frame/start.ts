import type { QueryClient } from '@tanstack/react-query';
import type { AppError } from '../../main/domain/app-error.ts';
import { appErrorOf, callQuery } from '../data/use-call.ts';
import { setupLanguage } from '../i18n/setup.ts';
import { emptyPlace, type Place } from './place-memory.ts';

/** Where the page opens, or why it cannot. */
export type Start = { ok: true; place: Place } | { ok: false; error: AppError };

/**
 * Where to open: at the remembered place; else, without one, where there is something to do.
 *
 * @param has whether anything is in the library
 */
export function firstPlace(remembered: Place | null, has: { sites: boolean; posts: boolean }): Place {
  const empty = !has.sites && !has.posts;
  if (remembered !== null && (remembered.view !== 'welcome' || empty)) return remembered;
  if (empty) return emptyPlace;
  return has.sites
    ? { ...emptyPlace, view: 'comments', filter: 'pending' }
    : { ...emptyPlace, view: 'posts', filter: 'all' };
}

const countPosts = async (client: QueryClient): Promise<number> =>
  (await client.fetchQuery(callQuery('posts', 'counts', { siteId: null }))).all;

/** Asks main for what the first paint needs and sets the language. The answers stay in the cache. */
export async function startOf(client: QueryClient): Promise<Start> {
  try {
    const [state, sites] = await Promise.all([
      client.fetchQuery(callQuery('app', 'state', {})),
      client.fetchQuery(callQuery('sites', 'list', {})),
    ]);
    setupLanguage(state.language);
    // Only without a site is it worth the wait: the posts of a large library are not there at once.
    const hasPosts = sites.length === 0 && (await countPosts(client)) > 0;
    const place = firstPlace(state.place, { sites: sites.length > 0, posts: hasPosts });
    return { ok: true, place };
  } catch (problem) {
    return { ok: false, error: appErrorOf(problem) };
  }
}
