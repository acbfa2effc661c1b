/**
 * A key as hotkeys name it: a letter or sign (`j`, `?`, `1`), a named key (`Enter`, `Escape`, `ArrowDown`), with
 * modifiers before it in this order: `mod+` (Ctrl, or ⌘ on macOS), `alt+`, `shift+`. Signs are named by what they
 * print (`?`, never `shift+/`), letters by their Latin letter (`shift+a`).
 */
export type KeyName = string;

/** The parts of a keyboard event that matter here, so that tests need no browser. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing' | 'repeat'
>;

/**
 * The Latin letter of a key press, or null. `event.key` counts when it is Latin, so that AZERTY and Dvorak work by
 * what is printed; a Bulgarian layout sends "а" (phonetic) or "ь" (BDS) for the same key, so then the place of the
 * key counts. BDS also has a comma where Q is, which no Latin layout has.
 */
function latinLetter({ key, code }: Pick<KeyPress, 'key' | 'code'>): string | null {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  const place = /^Key([A-Z])$/.exec(code)?.[1]?.toLowerCase();
  if (place === undefined) return null;
  const foreignLetter = /^\p{L}\p{M}*$/u.test(key);
  return foreignLetter || (place === 'q' && key === ',') ? place : null;
}

/** The name of a key press (see {@link KeyName}), or null while an input method is composing or for a dead key. */
export function keyName(event: KeyPress, mac = false): KeyName | null {
  if (event.isComposing || event.key === 'Dead' || event.key === 'Process') return null;
  const letter = latinLetter(event);
  // What a sign prints already tells whether Shift was held; for letters and named keys it does not.
  const isSign = letter === null && [...event.key].length === 1 && event.key !== ' ';
  const mod = mac ? event.metaKey : event.ctrlKey;
  const otherMod = mac ? event.ctrlKey : event.metaKey;
  if (otherMod) return null;
  return [
    mod ? 'mod+' : '',
    event.altKey ? 'alt+' : '',
    event.shiftKey && !isSign ? 'shift+' : '',
    letter ?? (event.key === ' ' ? 'Space' : event.key),
  ].join('');
}

/** Input types in which letters are typed; in checkboxes and buttons they may be hotkeys. */
const typingInputs = [
  '',
  'text',
  'search',
  'url',
  'email',
  'password',
  'tel',
  'number',
  'date',
  'time',
  'datetime-local',
];

/** Whether typing goes into this element, so that single keys must not act. */
export function isTextField(target: EventTarget | null): boolean {
  if (typeof Element === 'undefined' || !(target instanceof Element)) return false;
  if (target.closest('textarea, select, [contenteditable]:not([contenteditable="false"])')) return true;
  const input = target.closest('input');
  return input !== null && typingInputs.includes(input.getAttribute('type') ?? '');
}

/**
 * Whether a key may act while a text field has the focus: only with Ctrl, ⌘ or Alt, and Escape. Ctrl+Z takes back what
 * was typed there.
 */
export const actsInTextFields = (name: KeyName): boolean =>
  name === 'Escape' || (name.startsWith('mod+') && name !== 'mod+z') || name.startsWith('alt+');

/** Whether Enter or Space belongs to the control that has the focus rather than to the view. */
export function activates(name: KeyName, target: EventTarget | null): boolean {
  if ((name !== 'Enter' && name !== 'Space') || typeof Element === 'undefined') return false;
  return target instanceof Element && target.closest(controls) !== null;
}

const controls =
  'button, a[href], summary, [role="radio"], [role="checkbox"], [role="tab"], [role="menuitem"]';
