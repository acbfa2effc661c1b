import { useSyncExternalStore } from 'react';

/** The width at which the theme's narrow layout begins. */
const QUERY = '(max-width: 1080px)';

function subscribe(listener: () => void): () => void {
  const query = matchMedia(QUERY);
  query.addEventListener('change', listener);
  return () => query.removeEventListener('change', listener);
}

/** Whether the window is so narrow that less must be shown at once. */
export const useNarrow = (): boolean => useSyncExternalStore(subscribe, () => matchMedia(QUERY).matches);
