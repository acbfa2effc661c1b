import { useVirtualizer } from '@tanstack/react-virtual';
import { type RefObject, useEffect } from 'react';

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
  const virtualizer = useVirtualizer({
    count: total,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan,
    initialRect,
  });
  useEffect(() => {
    if (cursor >= 0 && cursor < total) virtualizer.scrollToIndex(cursor, { align: 'auto' });
  }, [cursor, total, virtualizer]);
  return {
    items: virtualizer.getVirtualItems(),
    /** Of all rows together, in px. */
    height: total * rowHeight,
    /** The first and last visible index. */
    first: virtualizer.range?.startIndex ?? 0,
    last: virtualizer.range?.endIndex ?? 0,
  };
}
