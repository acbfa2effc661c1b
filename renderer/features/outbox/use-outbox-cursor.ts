import { useCallback, useState } from 'react';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import { useFirstFocus } from '../../frame/first-focus.ts';
import { type OutboxList, startingRow } from './outbox-words.ts';
import { type RowCursor, settleRow, stepRow } from './row-cursor.ts';

/** Where the row of an operation is found in the page. */
export const rowElementId = (id: string): string => `operation-${id}`;

/**
 * J and K through all rows of the outbox. Until somebody moves it, the cursor is where the outbox starts; then it goes
 * with its row, and when that goes the next one takes its place and its focus.
 */
export function useOutboxCursor(list: OutboxList) {
  const { needsYou, waiting, sent } = list;
  const ids = [...needsYou, ...waiting, ...sent].map(({ id }) => id);
  const [moved, setMoved] = useState<RowCursor | null>(null);
  const cursor = settleRow(moved ?? { id: startingRow(list), index: 0 }, ids);
  if (moved !== null && cursor !== moved) setMoved(cursor);
  const focus = (id: string | null) =>
    id === null ? undefined : document.getElementById(rowElementId(id))?.focus();
  const step = (by: number) => {
    const next = stepRow(cursor, ids, by);
    setMoved(next);
    focus(next.id);
  };
  useHotkeys({ j: { run: () => step(1), repeat: true }, k: { run: () => step(-1), repeat: true } });
  // A row that leaves its section leaves the page, and takes the focus with it.
  const layout = [needsYou.length, waiting.length, ...ids].join();
  useFirstFocus(() => focus(cursor.id), moved !== null && layout);
  return {
    cursorId: cursor.id,
    // Its place is found with the next render. Never another function: hundreds of rows would be drawn anew for it.
    setCursorId: useCallback((id: string) => setMoved({ id, index: 0 }), []),
  };
}
