import type { KeyboardEvent } from 'react';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import { usePlace } from '../../frame/place.tsx';
import { type AnyHit, cursorIndex, hitKey } from './hits.ts';
import { type SearchSession, searchSession } from './search-session.ts';
import type { SearchResults } from './use-search.ts';

/** Rows that Page up and Page down go. */
const PAGE = 6;

const STEPS: Readonly<Record<string, number>> = {
  ArrowDown: 1,
  ArrowUp: -1,
  PageDown: PAGE,
  PageUp: -PAGE,
};

export interface HitCursor {
  /** Index of the hit under the cursor, -1 if there is none. */
  cursor: number;
  open: (found: AnyHit) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The cursor among the hits and its keys, which work while one types. Esc goes back to where the person was. */
export function useHitCursor(session: SearchSession, { hits, hasMore }: SearchResults): HitCursor {
  const cursor = cursorIndex(hits, session.cursor);
  const open = useOpenHit();
  const { go } = usePlace();
  const back = () => go(session.from ?? { view: 'comments' });
  const moveTo = (to: number) => {
    const next = hits[Math.max(0, Math.min(hits.length - 1, to))];
    if (next !== undefined) searchSession.moveTo(hitKey(next));
    if (to >= hits.length && hasMore) searchSession.showMore();
  };
  // In the field letters are typed, and Home and End are the caret's.
  useHotkeys({
    Escape: back,
    j: { run: () => moveTo(cursor + 1), repeat: true },
    k: { run: () => moveTo(cursor - 1), repeat: true },
    Home: { run: () => moveTo(0), repeat: true },
    End: { run: () => moveTo(hits.length - 1), repeat: true },
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    const here = hits[cursor];
    if (event.key === 'Enter' && here !== undefined) {
      event.preventDefault();
      open(here);
      return;
    }
    const step = STEPS[event.key];
    if (step === undefined || hits.length === 0) return;
    event.preventDefault();
    moveTo(cursor + step);
  };
  return { cursor, open, onKeyDown };
}

/** Opens a post in the writing view and a comment in its thread. */
function useOpenHit(): (found: AnyHit) => void {
  const { go, siteId, chooseSite } = usePlace();
  return (found) => {
    const { hit } = found;
    searchSession.moveTo(hitKey(found));
    // The lists of another site would not hold it.
    if (siteId !== null && siteId !== hit.siteId) chooseSite(null);
    if (found.kind === 'post') go({ view: 'posts', filter: 'all', postId: hit.id });
    else go({ view: 'comments', filter: found.hit.status, commentId: hit.id });
  };
}
