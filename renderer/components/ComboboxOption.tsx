import { type ReactNode, useEffect, useRef } from 'react';
import { classNames } from './class-names.ts';

interface ComboboxOptionProps {
  id: string;
  className: string;
  isCursor: boolean;
  onChoose: () => void;
  children: ReactNode;
}

/** One option under a field that keeps the focus and names its active descendant. The cursor brings it into view. */
export function ComboboxOption({ id, className, isCursor, onChoose, children }: ComboboxOptionProps) {
  const option = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (isCursor) option.current?.scrollIntoView({ block: 'nearest' });
  }, [isCursor]);
  return (
    <button
      ref={option}
      type="button"
      tabIndex={-1}
      id={id}
      role="option"
      aria-selected={isCursor}
      className={classNames(className, isCursor && 'cursor')}
      // Before the click: the field does not lose the focus.
      onMouseDown={(event) => event.preventDefault()}
      onClick={onChoose}
    >
      {children}
    </button>
  );
}
