import { Tooltip as Base } from '@base-ui/react/tooltip';
import type { ReactElement, ReactNode } from 'react';
import { Keycaps } from './Keycaps.tsx';

type TooltipProps = {
  /** For eyes only: what it says must also be the control's name or words nearby. */
  tip: ReactNode;
  keys?: readonly string[];
  /** The control it belongs to. */
  children: ReactElement;
};

/** A few words beside a control, on pointer or focus. */
export function Tooltip({ tip, keys, children }: TooltipProps) {
  return (
    <Base.Root>
      <Base.Trigger render={children} />
      <Base.Portal>
        <Base.Positioner className="popover" sideOffset={6}>
          <Base.Popup className="tip">
            {tip}
            {keys !== undefined && <Keycaps keys={keys} always />}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
