import type { ReactNode } from 'react';
import { ListOption } from './ListOption.tsx';

type ListRowProps = {
  id: string;
  /** Where the row stands: its index, of how many, and its offset and height in px. */
  place: { index: number; total: number; start: number; height: number };
  isCursor: boolean;
  /** Undefined in lists where only the cursor row counts as selected. */
  picked: boolean | undefined;
  onCursor: (index: number) => void;
  onOpen: ((index: number) => void) | undefined;
  children: ReactNode;
};

/** One option of a listbox. The list has the focus and its keys; a mouse may click. */
export function ListRow({ id, place, isCursor, picked, onCursor, onOpen, children }: ListRowProps) {
  const { index, total, start, height } = place;
  return (
    <ListOption
      id={id}
      isCursor={isCursor}
      aria-selected={picked ?? isCursor}
      aria-setsize={total}
      aria-posinset={index + 1}
      className={picked ? 'picked' : undefined}
      style={{ height, transform: `translateY(${start}px)` }}
      onClick={() => onCursor(index)}
      onDoubleClick={() => onOpen?.(index)}
    >
      {children}
    </ListOption>
  );
}
