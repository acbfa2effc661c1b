import { useCallback } from 'react';
import { asksNothing, parseQuery } from '../../../main/domain/search-query.ts';
import { namingDialog } from './naming.ts';
import { inForm, nameFor, useKeptSearches } from './saved-searches.ts';
import { queryOf, searchSession } from './search-session.ts';

/** Whether a query asks for something that could be kept. */
export const canBeKept = (query: string): boolean => !asksNothing(parseQuery(`${query} `));

/** Asks for a name for what the search view looks for; one that is kept already can be renamed. */
export function useSaveSearch(): () => void {
  const kept = useKeptSearches();
  return useCallback(() => {
    const query = queryOf(searchSession.get()).trim();
    if (!canBeKept(query)) return;
    const known = kept.find((search) => inForm(search.query) === inForm(query));
    namingDialog.open({ id: known?.id ?? null, name: known?.name ?? nameFor(query), query });
  }, [kept]);
}
