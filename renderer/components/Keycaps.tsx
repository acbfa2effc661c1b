import { capLabel } from './keycap-labels.ts';

type KeycapsProps = {
  /** One keycap each: `['Mod', 'Enter']`, `['⇧A']`, `['Esc']`. Letters stay Latin in every language. */
  keys: readonly string[];
  /** Shown even when the person has hidden keys: in the list of all keys and in menus. */
  always?: boolean;
};

/**
 * Keys printed beside what they do. Hidden from screen readers, which get `aria-keyshortcuts` on the control
 * instead, and from everybody while the root has the class `keys-hidden`.
 */
export function Keycaps({ keys, always = false }: KeycapsProps) {
  return keys.map((key) => (
    <kbd key={key} aria-hidden className={always ? 'always' : undefined}>
      {capLabel(key)}
    </kbd>
  ));
}
