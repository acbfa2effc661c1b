import { hostOf } from './host.ts';
import { joinQuery, splitQuery } from './search-chips.ts';
import { OPERATOR_NAMES } from './search-operators.ts';
import { parseQuery } from './search-query.ts';

/** A site as `site:` knows it. */
export interface NamedSite {
  id: string;
  title: string;
  url: string;
}

/** Whether `site:` with this value means the site: by a part of its title or of its host. */
export const isSiteNamed = ({ title, url }: Omit<NamedSite, 'id'>, part: string): boolean =>
  title.toLowerCase().includes(part.toLowerCase()) || hostOf(url).toLowerCase().includes(part.toLowerCase());

/** A query apart from the one site that it is about. */
export interface SiteQuery {
  query: string;
  siteId: string | null;
}

/** Takes the operator out of a query that names one site, and no other. */
export function withoutSite(query: string, sites: readonly NamedSite[]): SiteQuery {
  const { any, none } = parseQuery(query).site;
  const [part] = any;
  const named = part === undefined ? [] : sites.filter((site) => isSiteNamed(site, part));
  const [site] = named;
  if (any.length !== 1 || none.length > 0 || named.length !== 1 || site === undefined) {
    return { query, siteId: null };
  }
  const { operators, rest } = splitQuery(query, true);
  const others = operators.filter((operator) => parseQuery(operator).site.any.length === 0);
  return others.length === operators.length
    ? { query, siteId: null }
    : { query: joinQuery({ operators: others, rest }), siteId: site.id };
}

/** The query as it is typed: with an operator for the site, by the name that it has now. */
export function withSite(
  { query, siteId }: SiteQuery,
  sites: readonly NamedSite[],
  language: 'en' | 'bg',
): string {
  const site = sites.find(({ id }) => id === siteId);
  if (site === undefined) return query;
  const isItsOwn = (name: string) =>
    name.trim() !== '' &&
    !/["„“”«»]/u.test(name) &&
    sites.filter((one) => isSiteNamed(one, name)).length === 1;
  const name = [site.title, hostOf(site.url)].find(isItsOwn) ?? hostOf(site.url);
  return `${OPERATOR_NAMES.site[language][0]}:"${name}" ${query}`.trim();
}
