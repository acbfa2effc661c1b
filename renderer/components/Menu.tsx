import { Menu as Base } from '@base-ui/react/menu';
import { Check } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';

type MenuProps = {
  /** What the button that opens it shows. */
  button: ReactNode;
  buttonClass?: string;
  /** Tip of the button. */
  title?: string | undefined;
  /** Where it opens, if there is room. */
  side?: 'bottom' | 'top';
  className?: string;
  /** `MenuItem`s or one `MenuChoices`. */
  children: ReactNode;
};

/**
 * A button and the menu that it opens. A menu rather than a select where it stands beside a list, since a select would
 * take the letters of the desk's keys for a search among its options.
 */
export function Menu({ button, buttonClass, title, side = 'bottom', className, children }: MenuProps) {
  const place = useRef<HTMLDivElement>(null);
  return (
    <Base.Root modal={false}>
      <Base.Trigger className={buttonClass} title={title}>
        {button}
      </Base.Trigger>
      {/* Beside its button: at the end of the page it would lie outside the landmarks. */}
      <div className="menu-place" ref={place} />
      <Base.Portal container={place}>
        <Base.Positioner className="popover" positionMethod="fixed" side={side} align="start" sideOffset={4}>
          <Base.Popup className={classNames('menu float', className)} data-owns-keys="">
            {children}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}

/** Something to do. */
export function MenuItem(props: { className?: string; onClick: () => void; children: ReactNode }) {
  const { className, onClick, children } = props;
  return (
    <Base.Item className={classNames('item', className)} onClick={onClick}>
      {children}
    </Base.Item>
  );
}

type MenuChoicesProps = {
  value: string;
  onChoose: (value: string) => void;
  /** `MenuChoice`s. */
  children: ReactNode;
};

/** One of several, of which one is always chosen. */
export function MenuChoices({ value, onChoose, children }: MenuChoicesProps) {
  return (
    <Base.RadioGroup value={value} onValueChange={onChoose}>
      {children}
    </Base.RadioGroup>
  );
}

/** One that can be chosen; choosing closes the menu. */
export function MenuChoice({ value, children }: { value: string; children: ReactNode }) {
  return (
    <Base.RadioItem value={value} closeOnClick className="item">
      {children}
      <span className="chosen">
        <Base.RadioItemIndicator>
          <Icon of={Check} />
        </Base.RadioItemIndicator>
      </span>
    </Base.RadioItem>
  );
}
