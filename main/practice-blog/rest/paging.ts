import { integer, or } from './rules.ts';

/** The paging parameters every list knows; more than 100 a page is refused, not cut. */
export const pagingRules = {
  page: or(1, integer(1)),
  per_page: or(10, integer(1, 100)),
  offset: or(undefined, integer(0)),
};

interface Paging {
  page: number;
  per_page: number;
  offset: number | undefined;
}

/** One page of a list with the two totals WordPress puts into headers. */
export function pageOf<T>(
  all: T[],
  paging: Paging,
): { items: T[]; headers: Record<string, string>; pages: number } {
  const start = paging.offset ?? (paging.page - 1) * paging.per_page;
  const pages = Math.ceil(all.length / paging.per_page);
  return {
    items: all.slice(start, start + paging.per_page),
    pages,
    headers: { 'X-WP-Total': String(all.length), 'X-WP-TotalPages': String(pages) },
  };
}

/** Orders by a key, then by id, so that equal keys keep one order from page to page. */
export function ordered<T extends { id: number }>(
  items: T[],
  key: (item: T) => string | number,
  order: 'asc' | 'desc',
): T[] {
  const sign = order === 'asc' ? 1 : -1;
  return items.toSorted((a, b) => sign * (compare(key(a), key(b)) || a.id - b.id));
}

function compare(a: string | number, b: string | number): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (a === b) return 0;
  return String(a) < String(b) ? -1 : 1;
}
