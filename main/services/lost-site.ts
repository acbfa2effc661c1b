import type { Library } from '../library/library.ts';

const isWithin = (link: string | undefined, url: string): boolean =>
  link?.startsWith(url.endsWith('/') ? url : `${url}/`) ?? false;

/**
 * The id of a site at `url` whose own record was lost while its posts or comments were not; undefined if there is none.
 * Connected again under this id, it has its drafts, decisions and threads back, and nothing is here twice.
 */
export function lostSiteId(library: Pick<Library, 'all'>, url: string): string | undefined {
  const known = new Set<string | null>(library.all('sites').map(({ id }) => id));
  const post = library.all('posts').find(({ siteId, remote }) => {
    return siteId !== null && !known.has(siteId) && isWithin(remote?.link, url);
  });
  if (post) return post.siteId ?? undefined;
  return library.all('comments').find(({ siteId, link }) => !known.has(siteId) && isWithin(link, url))
    ?.siteId;
}
