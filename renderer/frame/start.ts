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

/** Asks main for what the first paint needs and sets the language. The answers stay in the cache. */
export async function startOf(client: QueryClient): Promise<Start> {
  try {
    const [state, sites, posts] = await Promise.all([
      client.fetchQuery(callQuery('app', 'state', {})),
      client.fetchQuery(callQuery('sites', 'list', {})),
      client.fetchQuery(callQuery('posts', 'counts', { siteId: null })),
    ]);
    setupLanguage(state.language);
    const place = firstPlace(state.place, { sites: sites.length > 0, posts: posts.all > 0 });
    return { ok: true, place };
  } catch (problem) {
    return { ok: false, error: appErrorOf(problem) };
  }
}
