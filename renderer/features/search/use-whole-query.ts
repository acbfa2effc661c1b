import {
  type ClipboardEvent,
  type KeyboardEvent,
  type RefObject,
  useEffect,
  useEffectEvent,
  useState,
} from 'react';
import { useTranslation } from 'react-i18next';
import { keyName } from '../../components/keys.ts';
import { useAnnounce } from '../../components/LiveRegion.tsx';
import { queryOf, type SearchSession, searchSession } from './search-session.ts';

/** Keys that leave what is selected as it is: they walk through the hits, or copy. */
const KEEPING =
  /^(?:mod\+[acx]|(?:Arrow|Page)(?:Up|Down)|Enter|(?:.*\+)?(?:Control|Meta|Shift|Alt|AltGraph))$/u;

export interface WholeQuery {
  /** The chips are selected together with the text. */
  isSelected: boolean;
  /** True once the key has been dealt with. */
  onKeyDown: (event: KeyboardEvent) => boolean;
  onCopy: (event: ClipboardEvent) => void;
  onCut: (event: ClipboardEvent) => void;
  /** Nothing but text may be selected any more. */
  drop: () => void;
}

/**
 * The chips are no text: the browser selects what stands beside them alone. So that "select all" means the whole query,
 * they are selected along with it, and go with it when something is typed, pasted or deleted.
 */
export function useWholeQuery(session: SearchSession, field: RefObject<HTMLInputElement | null>): WholeQuery {
  const { t } = useTranslation('search');
  const announce = useAnnounce();
  const [wanted, setWanted] = useState(false);
  const isSelected = wanted && session.operators.length > 0;
  const drop = () => setWanted(false);
  const clear = () => {
    drop();
    searchSession.replace('');
  };
  // Before the browser changes the text, which is selected wholly: only the chips are left to be taken away.
  const beforeInput = useEffectEvent(({ inputType }: InputEvent) => {
    if (isSelected && /^(?:insert|delete)/u.test(inputType)) searchSession.dropOperators();
    drop();
  });
  useEffect(() => {
    const element = field.current;
    const listener = (event: InputEvent) => beforeInput(event);
    element?.addEventListener('beforeinput', listener);
    return () => element?.removeEventListener('beforeinput', listener);
  }, [field]);
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const name = keyName(event.nativeEvent, /Mac/.test(navigator.platform));
    if (name === 'mod+a' && session.operators.length > 0) {
      setWanted(true);
      announce(t('wholeSelected', { query: queryOf(session) }));
    } else if (isSelected && (name === 'Backspace' || name === 'Delete')) {
      event.preventDefault();
      clear();
      return true;
    } else if (name !== null && !KEEPING.test(name) && !isTyping(name)) drop();
    return false;
  };
  const onCopy = (event: ClipboardEvent) => {
    if (!isSelected) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', queryOf(session));
  };
  const onCut = (event: ClipboardEvent) => {
    onCopy(event);
    if (isSelected) clear();
  };
  return { isSelected, onKeyDown, onCopy, onCut, drop };
}

/** Keys after which the browser changes the text: letters, with Shift too, and pasting. */
const isTyping = (name: string): boolean =>
  name === 'mod+v' ||
  name === 'mod+shift+v' ||
  name === 'Space' ||
  [...name.replace(/^shift\+/u, '')].length === 1;
