import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { request } from '../data/request.ts';
import { registerUnsaved } from '../data/unsaved.ts';
import { emptyPlace, goTo, lasting, leaveSite, type Memory, type Move, type Place } from './place-memory.ts';

/** Pause before a place is remembered, ms: walking through a list with J is not worth a write per key. */
const REMEMBER_AFTER = 400;

interface PlaceState {
  place: Place;
  /** The site whose lists are shown; null for all. Not remembered between starts. */
  siteId: string | null;
  /** Goes somewhere. What is not named is as it was the last time in that view. */
  go: (move: Move) => void;
  chooseSite: (siteId: string | null) => void;
}

const PlaceContext = createContext<PlaceState | null>(null);

interface PlaceProviderProps {
  /** Where the person was when the app was last closed. */
  start: Place | null;
  children: ReactNode;
}

/** Knows where the person is, and lets main remember it for the next start. */
export function PlaceProvider({ start, children }: PlaceProviderProps) {
  const [memory, setMemory] = useState<Memory>(() => ({
    place: start ?? emptyPlace,
    byView: start === null ? {} : { [start.view]: start },
  }));
  const [siteId, setSiteId] = useState<string | null>(null);
  const chooseSite = useCallback(
    (next: string | null) => {
      if (next !== null && next !== siteId) setMemory(leaveSite);
      setSiteId(next);
    },
    [siteId],
  );
  const go = useCallback((move: Move) => setMemory((before) => goTo(before, move)), []);
  useRemembered(memory.place);
  const state = useMemo(
    () => ({ place: memory.place, siteId, go, chooseSite }),
    [memory.place, siteId, go, chooseSite],
  );
  return <PlaceContext value={state}>{children}</PlaceContext>;
}

/** The place shown, and the ways to another one. */
export function usePlace(): PlaceState {
  const state = useContext(PlaceContext);
  if (state === null) throw new Error('usePlace outside PlaceProvider');
  return state;
}

function useRemembered(place: Place): void {
  const remembered = useRef<Place>(place);
  const remember = useCallback(async (newest: Place) => {
    const kept = lasting(newest);
    if (kept === null || remembered.current === newest) return true;
    const before = remembered.current;
    remembered.current = newest;
    // Losing the place costs nobody a word: not worth a message. It is tried again when the window closes.
    const answer = await request('app', 'rememberPlace', kept);
    if (!answer.ok && remembered.current === newest) remembered.current = before;
    return true;
  }, []);
  useEffect(() => {
    const timer = setTimeout(() => void remember(place), REMEMBER_AFTER);
    const forget = registerUnsaved(() => remember(place));
    return () => {
      clearTimeout(timer);
      forget();
    };
  }, [place, remember]);
}
