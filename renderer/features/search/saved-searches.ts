import { joinQuery, splitQuery } from '../../../main/domain/search-chips.ts';
import { withSite } from '../../../main/domain/search-sites.ts';
import type { CallOutput } from '../../data/request.ts';
import { useCall } from '../../data/use-call.ts';
import { currentLanguage } from '../../i18n/setup.ts';
import { useSites } from '../sites/use-sites.ts';

/** A kept search as it is opened, and how many it finds; null: not known yet. */
export interface KeptSearch {
  id: string;
  name: string;
  /** As typed, with the operator for its site. */
  query: string;
  count: number | null;
}

type Listed = CallOutput<'savedSearches', 'list'>;
type Counts = CallOutput<'savedSearches', 'counts'>;

/** The kept searches in the order in which they were saved. */
export function useKeptSearches(): KeptSearch[] {
  const sites = useSites();
  const { data: listed } = useCall('savedSearches', 'list', {});
  const hasAny = listed !== undefined && listed.length > 0;
  const { data: counts } = useCall('savedSearches', 'counts', {}, { enabled: hasAny });
  const countOf = (id: string) => counts?.find((one: Counts[number]) => one.id === id)?.count ?? null;
  return (listed ?? []).map((search: Listed[number]) => ({
    ...{ id: search.id, name: search.name, count: countOf(search.id) },
    query: withSite(search, sites, currentLanguage()),
  }));
}

/** A query as the field would write it, so that two can be compared. */
export const inForm = (query: string): string => joinQuery(splitQuery(query.trim(), true));

/** Longer names are cut by the navigation anyway. */
const LONGEST = 40;

/** A name to begin with: the words of the query, or what its operators say where there are none. */
export function nameFor(query: string): string {
  const { operators, rest } = splitQuery(query.trim(), true);
  const words = rest.replace(/["„“”«»*]/gu, ' ');
  const values = operators.map((operator) =>
    operator.slice(operator.indexOf(':') + 1).replace(/["„“”«»]/gu, ''),
  );
  const name = (words.trim() === '' ? values.join(', ') : words).replace(/\s+/gu, ' ').trim();
  const letters = [...name];
  const cut = letters
    .slice(0, LONGEST)
    .join('')
    .replace(/\s+\S*$/u, '');
  const [first = '', ...more] = letters.length <= LONGEST ? letters : [...cut, '…'];
  return first.toLocaleUpperCase() + more.join('');
}
