import type { SearchQuery } from '../domain/search-query.ts';
import { isSiteNamed, type NamedSite } from '../domain/search-sites.ts';
import type { FindRequest } from '../search/protocol.ts';

/** What of a request the query decides, once it is known which sites there are and where the reader's days begin. */
export type Asked = Pick<FindRequest, 'query' | 'siteIds' | 'notSiteIds' | 'fromTime' | 'untilTime'>;

/** The query as the index takes it, and the names in it that no site has. */
export function askedBy(
  query: SearchQuery,
  sites: readonly NamedSite[],
): { asked: Asked; unknownSites: string[] } {
  const { any, none } = query.site;
  const named = (part: string) => sites.filter((one) => isSiteNamed(one, part)).map(({ id }) => id);
  return {
    asked: {
      query,
      siteIds: any.length === 0 ? null : any.flatMap(named),
      notSiteIds: none.flatMap(named),
      fromTime: query.from && startOfDay(query.from),
      untilTime: query.until && startOfDay(query.until),
    },
    unknownSites: [...any, ...none].filter((part) => named(part).length === 0),
  };
}

/** A day begins when it does on this computer: whoever types a date looks at their own calendar. */
function startOfDay(day: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(year, month - 1, date).toISOString();
}
