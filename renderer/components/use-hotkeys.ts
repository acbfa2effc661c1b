import { useEffect, useEffectEvent } from 'react';
import { activates, actsInTextFields, isTextField, type KeyName, keyName } from './keys.ts';

type Handler = (event: KeyboardEvent) => void;

/** What a key does. `repeat`: also while it is held down (moving yes, deciding no). */
export type Hotkey = Handler | { run: Handler; repeat: true };

type Options = {
  /** False switches all of them off. */
  enabled?: boolean;
  /** `view` keys rest while a dialog or a menu is open; `dialog` keys are for such a part itself. */
  scope?: 'view' | 'dialog';
};

/** Dialogs, menus and choices while they are open; one that is leaving the screen no longer counts. */
const owners = '[data-owns-keys]:not([data-closed])';

const isMac = (): boolean => /Mac/.test(navigator.platform);

/** Events that began while a dialog was open: the Esc that closes it must not reach the view as well. */
const owned = new WeakSet<Event>();

function noteOwner(event: Event): void {
  if (document.querySelector(owners) !== null) owned.add(event);
}

/**
 * Keys of a view, on the whole window: `useHotkeys({ a: approve, 'shift+a': approveAll, 'mod+Enter': send, j: { run:
 * next, repeat: true } })`. Letters are matched across layouts (see `keys.ts`) and ignored in text fields; a handled
 * key does nothing else.
 */
export function useHotkeys(keys: Readonly<Record<KeyName, Hotkey>>, options: Options = {}): void {
  const { enabled = true, scope = 'view' } = options;
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || (scope === 'view' && owned.has(event))) return;
    const name = keyName(event, isMac());
    const hotkey = name === null ? undefined : keys[name];
    if (name === null || hotkey === undefined || activates(name, event.target)) return;
    if (isTextField(event.target) && !actsInTextFields(name)) return;
    event.preventDefault();
    const { run, repeat } = typeof hotkey === 'function' ? { run: hotkey, repeat: false } : hotkey;
    if (!event.repeat || repeat) run(event);
  });
  useEffect(() => {
    if (!enabled) return;
    const listener = (event: KeyboardEvent) => onKeyDown(event);
    window.addEventListener('keydown', noteOwner, true);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, [enabled]);
}
