import type { LucideIcon } from 'lucide-react';
import type { ComponentProps } from 'react';
import { classNames } from './class-names.ts';
import { Icon, type Tone } from './Icon.tsx';
import { Keycaps } from './Keycaps.tsx';
import { ariaShortcut } from './keycap-labels.ts';

type ButtonProps = ComponentProps<'button'> & {
  /** `primary`: at most one per screen. `plain`: no box. `link`: underlined words. */
  variant?: 'default' | 'primary' | 'plain' | 'link';
  /** 32 px instead of 28. */
  big?: boolean;
  /** For a button that is switched on or off. */
  pressed?: boolean | undefined;
  /** The keys that do the same, shown as keycaps after the words. */
  keys?: readonly string[] | undefined;
  icon?: LucideIcon | undefined;
  iconTone?: Tone | undefined;
  /** A square button with only an icon; this is its name. */
  label?: string;
};

const classOf = { default: 'button', primary: 'button primary', plain: 'button plain', link: 'link' };

/** A native button in the design's clothes. Takes every attribute of `<button>`, `ref` included. */
export function Button(props: ButtonProps) {
  const { variant = 'default', big = false, pressed, keys, icon, iconTone, label, ...rest } = props;
  const { className, children, ...attributes } = rest;
  const square = label !== undefined && children === undefined;
  return (
    <button
      type="button"
      aria-label={label}
      aria-pressed={pressed}
      aria-keyshortcuts={keys === undefined ? undefined : ariaShortcut(keys)}
      {...attributes}
      className={classNames(classOf[variant], big && 'big', square && 'square', className)}
    >
      {icon !== undefined && <Icon of={icon} tone={iconTone} />}
      {children}
      {keys !== undefined && <Keycaps keys={keys} />}
    </button>
  );
}
