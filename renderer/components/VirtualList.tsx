import {
  type KeyboardEvent,
  type ReactNode,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useRef,
} from 'react';
import { cursorStep } from './cursor-step.ts';
import { ListRow } from './ListRow.tsx';
import { SkeletonRow } from './SkeletonRow.tsx';
import { useWindowedRows } from './use-windowed-rows.ts';

/** What a parent may do with a list. */
export type VirtualListHandle = { focus: () => void };

type VirtualListProps<Row> = {
  /** Name of the list for screen readers. */
  label: string;
  /** How many rows there are in all, loaded or not. */
  total: number;
  /** Height of every row in px, its hairline included. */
  rowHeight: number;
  /** The row at an index, or undefined while its page is being read. */
  getRow: (index: number) => Row | undefined;
  /** A key that stays with the record when rows move. */
  keyOf: (row: Row) => string;
  renderRow: (row: Row, index: number) => ReactNode;
  /** Index of the cursor row, -1 for none. It is always scrolled into view. */
  cursor: number;
  /** The cursor moved: by arrow keys, Home, End, Page up and down, or by a click on a row. */
  onCursor: (index: number) => void;
  /** Enter or a double click. */
  onOpen?: (index: number) => void;
  /** For lists in which several rows can be selected. */
  isPicked?: (row: Row) => boolean;
  /** Called with the first and last visible index, so that their pages can be fetched. Keep it stable. */
  onRange?: (first: number, last: number) => void;
  ref?: Ref<VirtualListHandle>;
};

/**
 * A listbox of rows of one height that stays fast with 100,000 of them. The list keeps the focus and names the
 * cursor row with `aria-activedescendant`; letters (J, K, X …) belong to the view, see `useHotkeys`.
 */
export function VirtualList<Row>(props: VirtualListProps<Row>) {
  const { label, total, rowHeight, getRow, keyOf, renderRow, cursor, onCursor, onOpen, isPicked } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const id = useId();
  const { items, height, first, last } = useWindowedRows(scroller, total, rowHeight, cursor);
  const { onRange, ref } = props;
  useImperativeHandle(ref, () => ({ focus: () => scroller.current?.focus() }));
  useEffect(() => onRange?.(first, last), [first, last, onRange]);

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === 'Enter' && cursor >= 0) onOpen?.(cursor);
    const next = cursorStep(event.key, cursor, total, last - first);
    if (next === null) return;
    event.preventDefault();
    onCursor(next);
  };
  return (
    <div
      ref={scroller}
      className="scroll rows"
      role="listbox"
      tabIndex={0}
      aria-label={label}
      aria-multiselectable={isPicked === undefined ? undefined : true}
      aria-activedescendant={cursor >= 0 && cursor < total ? `${id}${cursor}` : undefined}
      onKeyDown={onKeyDown}
    >
      <div className="virtual" role="presentation" style={{ height }}>
        {items.map(({ index, start }) => {
          const row = getRow(index);
          return (
            <ListRow
              key={row === undefined ? `loading ${index}` : keyOf(row)}
              id={`${id}${index}`}
              place={{ index, total, start, height: rowHeight }}
              isCursor={index === cursor}
              picked={isPicked && row !== undefined && isPicked(row)}
              onCursor={onCursor}
              onOpen={onOpen}
            >
              {row === undefined ? <SkeletonRow position={index + 1} /> : renderRow(row, index)}
            </ListRow>
          );
        })}
      </div>
    </div>
  );
}
