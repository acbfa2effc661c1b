import { defaultRangeExtractor, type Range, useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useCallback, useEffect } from 'react';

/** Rows above and below the visible ones that are kept, so that fast scrolling shows no gaps. */
const overscan = 6;

/** A guess for the first paint, before the real height is known. */
const initialRect = { width: 0, height: 800 };

/** Which rows of a long list to draw and where, with the cursor row kept in view. */
export function useWindowedRows(
  scroller: RefObject<HTMLDivElement | null>,
  total: number,
  rowHeight: number,
  cursor: number,
) {
  const exists = cursor >= 0 && cursor < total;
  // The cursor row stays in the page when it is scrolled out of sight: `aria-activedescendant` points to it.
  const rangeExtractor = useCallback(
    (range: Range) => {
      const drawn = defaultRangeExtractor(range);
      return !exists || drawn.includes(cursor) ? drawn : [...drawn, cursor].sort((a, b) => a - b);
    },
    [cursor, exists],
  );
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    initialRect,
    rangeExtractor,
  });
  const room = virtualizer.scrollRect?.height ?? 0;
  // Not when only the number of rows changes: somebody may have scrolled away to look at something. A list that became
  // lower, though, must not hide its cursor below the edge.
  useEffect(() => {
    if (exists && room > 0) virtualizer.scrollToIndex(cursor, { align: 'auto' });
  }, [cursor, exists, room, virtualizer]);
  return {
    items: virtualizer.getVirtualItems(),
    /** Of all rows together, in px. */
    height: total * rowHeight,
    /** The first and last visible index. */
    first: virtualizer.range?.startIndex ?? 0,
    last: virtualizer.range?.endIndex ?? 0,
  };
}
