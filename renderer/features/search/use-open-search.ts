import { useCallback } from 'react';
import { usePlace } from '../../frame/place.tsx';
import { searchSession } from './search-session.ts';

/** Goes to the search view; with a query, or where the person left off there. */
export function useOpenSearch(): (query?: string) => void {
  const { place, go } = usePlace();
  return useCallback(
    (query?: string) => {
      searchSession.open(place.view === 'search' ? null : place, query);
      go({ view: 'search' });
    },
    [place, go],
  );
}
