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

  const told = useRef(wanted);
  const tell = useEffectEvent((now: string | null) => {
    if (now === told.current) return;
    told.current = now;
    onComment(now);
  });
  useEffect(() => tell(id), [id]);
  const followPlace = useEffectEvent((place: string | null) => {
    if (place === null || place === told.current) return;
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
