import { Check } from 'lucide-react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';

/**
 * The picture of a checkbox inside a row of a list. The row itself is what screen readers and keys select
 * (`aria-selected`), so this is decoration with a click of its own.
 */
export function RowCheck({ on, onToggle }: { on: boolean; onToggle?: (() => void) | undefined }) {
  return (
    <span
      className={classNames('check', on && 'on')}
      aria-hidden
      onMouseDown={(event) => event.preventDefault()}
      onClick={(event) => {
        if (onToggle === undefined) return;
        event.stopPropagation();
        onToggle();
      }}
    >
      {on && <Icon of={Check} />}
    </span>
  );
}
