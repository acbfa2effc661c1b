import { useCallback } from 'react';
import { useSites } from '../features/sites/use-sites.ts';
import { usePlace } from './place.tsx';
import type { Move } from './place-memory.ts';

/** Goes to a list of one site. An only site needs no choice: drafts for no site stay in sight then. */
export function useOpenSite(): (siteId: string, move: Move) => void {
  const { go, chooseSite } = usePlace();
  const sites = useSites();
  return useCallback(
    (siteId, move) => {
      chooseSite(sites.some(({ id }) => id !== siteId) ? siteId : null);
      go(move);
    },
    [go, chooseSite, sites],
  );
}
