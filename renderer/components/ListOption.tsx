import type { HTMLAttributes } from 'react';
import { classNames } from './class-names.ts';

interface ListOptionProps extends HTMLAttributes<HTMLDivElement> {
  id: string;
  isCursor: boolean;
  onClick: () => void;
}

/** One option of a listbox that has the focus, handles the keys and names its active descendant. A mouse may click. */
export function ListOption({ isCursor, className, ...rest }: ListOptionProps) {
  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the listbox has the focus and names its active descendant.
    <div
      {...rest}
      role="option"
      aria-selected={rest['aria-selected'] ?? isCursor}
      className={classNames('list-row', className, isCursor && 'cursor')}
    />
  );
}
