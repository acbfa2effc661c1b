import { Menu as Base } from '@base-ui/react/menu';
import type { LucideIcon } from 'lucide-react';
import type { ReactElement } from 'react';
import { classNames } from './class-names.ts';
import { Icon } from './Icon.tsx';
import { Keycaps } from './Keycaps.tsx';
import { ariaShortcut } from './keycap-labels.ts';

/** One command of a menu, or `gap` for a line between groups. */
export type MenuEntry =
  | 'gap'
  | {
      label: string;
      onSelect: () => void;
      icon?: LucideIcon;
      keys?: readonly string[];
      disabled?: boolean;
      /** It destroys something. */
      alarm?: boolean;
    };

type MenuProps = {
  /** The button that opens it, such as `<Button label={t('action.more')} icon={Ellipsis} />`. */
  trigger: ReactElement;
  entries: readonly MenuEntry[];
};

/** Commands that open from a button. Arrow keys and first letters choose, Esc closes. */
export function Menu({ trigger, entries }: MenuProps) {
  return (
    <Base.Root>
      <Base.Trigger render={trigger} />
      <Base.Portal>
        <Base.Positioner className="popover" align="start" sideOffset={4}>
          <Base.Popup className="menu float" data-owns-keys="">
            {entries.map((entry, index) =>
              entry === 'gap' ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: a line has nothing else to be known by.
                <Base.Separator key={`gap ${index}`} className="gap" />
              ) : (
                <Base.Item
                  key={entry.label}
                  className={classNames('item', entry.alarm && 'alarm')}
                  disabled={entry.disabled ?? false}
                  aria-keyshortcuts={entry.keys === undefined ? undefined : ariaShortcut(entry.keys)}
                  onClick={entry.onSelect}
                >
                  {entry.icon !== undefined && <Icon of={entry.icon} />}
                  <span className="grow">{entry.label}</span>
                  {entry.keys !== undefined && <Keycaps keys={entry.keys} always />}
                </Base.Item>
              ),
            )}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
