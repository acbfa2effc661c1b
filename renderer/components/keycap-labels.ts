const isMac = (): boolean => typeof navigator !== 'undefined' && /Mac/.test(navigator.platform);

/** Names that read differently on macOS; everything else is printed as given. */
const caps: Record<string, readonly [other: string, mac: string]> = {
  Mod: ['Ctrl', '⌘'],
  Alt: ['Alt', '⌥'],
  Shift: ['⇧', '⇧'],
  Enter: ['↵', '↵'],
};

const ariaNames: Record<string, readonly [other: string, mac: string]> = {
  Mod: ['Control', 'Meta'],
  Ctrl: ['Control', 'Control'],
  '⇧': ['Shift', 'Shift'],
  '↵': ['Enter', 'Enter'],
  Esc: ['Escape', 'Escape'],
};

const pick = (names: Record<string, readonly [string, string]>, key: string, mac: boolean): string =>
  names[key]?.[mac ? 1 : 0] ?? key;

/** What is printed on a keycap. `Mod` is Ctrl, or ⌘ on macOS; `⇧A` stays one cap. */
export const capLabel = (key: string, mac = isMac()): string => pick(caps, key, mac);

/**
 * The value of `aria-keyshortcuts` for one combination, such as `Control+Enter` for `['Mod', 'Enter']` and
 * `Shift+A` for `['⇧A']`. Undefined for sequences (`G` then `J`), which the attribute cannot express.
 */
export function ariaShortcut(keys: readonly string[], mac = isMac()): string | undefined {
  const parts = keys.flatMap((key) => (/^⇧./.test(key) ? ['⇧', key.slice(1)] : [key]));
  const modifiers = parts.slice(0, -1);
  const isModifier = (key: string) => ['Mod', 'Ctrl', 'Alt', 'Shift', '⇧'].includes(key);
  if (parts.length === 0 || !modifiers.every(isModifier)) return undefined;
  return parts.map((key) => pick(ariaNames, key, mac)).join('+');
}
