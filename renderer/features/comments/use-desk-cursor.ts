import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Cursor, moveBy, moveTo, settle, shownId, startAt, stayAt } from './cursor.ts';
import type { CommentRowData } from './desk-words.ts';
import type { ShownRows } from './shown-rows.ts';

export interface DeskCursor {
  cursor: Cursor;
  /** The comment that is shown and that keys act on. */
  id: string | null;
  step: (rows: number) => void;
  goTo: (index: number) => void;
  /** Shows a comment, in the list if it is there. */
  visit: (id: string) => void;
  /** The comment leaves: the next one takes its place. */
  stay: () => void;
}

/**
 * The cursor of the desk.
 *
 * @param wanted comment that the place names; a new one from outside is visited
 * @param onComment told of each comment that the cursor comes to
 */
export function useDeskCursor(
  rows: ShownRows<CommentRowData>,
  wanted: string | null,
  onComment: (id: string | null) => void,
): DeskCursor {
  const [kept, setCursor] = useState<Cursor>(() => startAt(wanted));
  const cursor = settle(kept, rows);
  if (cursor !== kept) setCursor(cursor);
  const id = shownId(cursor);

  const echoes = useEchoes();
  const told = useRef(wanted);
  const tell = useEffectEvent((now: string | null) => {
    if (now === told.current) return;
    told.current = now;
    echoes.expect(now);
    onComment(now);
  });
  useEffect(() => tell(id), [id]);
  const followPlace = useEffectEvent((place: string | null) => {
    if (place === null || echoes.isEcho(place) || place === told.current) return;
    told.current = place;
    setCursor((old) => ({ ...old, visiting: place }));
  });
  useEffect(() => followPlace(wanted), [wanted]);

  const { total } = rows;
  return {
    cursor,
    id,
    step: (by) => setCursor((old) => moveBy(old, by, total)),
    goTo: (index) => setCursor(moveTo(index, total)),
    visit: (visiting) => setCursor((old) => ({ ...old, visiting })),
    stay: () => setCursor(stayAt),
  };
}

/**
 * Tells a place that we told ourselves from one that somebody else chose. Under fast keys the cursor may be several
 * comments further when a place that it named comes back.
 */
function useEchoes() {
  const expected = useRef<(string | null)[]>([]);
  return {
    expect: (id: string | null) => {
      expected.current.push(id);
    },
    isEcho: (id: string | null): boolean => {
      const at = expected.current.indexOf(id);
      // What was told before it has been skipped and will not come back any more.
      if (at >= 0) expected.current.splice(0, at + 1);
      return at >= 0;
    },
  };
}
