import { type ClipboardEvent, type KeyboardEvent, type RefObject, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keyName } from '../../components/keys.ts';
import { useAnnounce } from '../../components/LiveRegion.tsx';
import { queryOf, type SearchSession, searchSession } from './search-session.ts';
import { takenQuery } from './taken-query.ts';
import { useTextChanges } from './use-text-changes.ts';

/** Keys that move the caret to a place in the text, and those that undo: after them nothing is selected any more. */
const DROPPING = /(?:^|\+)(?:Arrow(?:Left|Right)|Home|End)$|^mod\+(?:y|(?:shift\+)?z)$/u;

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
 * they are selected along with it for as long as all the text is, and go with it when something is typed, pasted, cut
 * or deleted; and they come back with it when that is undone.
 */
export function useWholeQuery(session: SearchSession, field: RefObject<HTMLInputElement | null>): WholeQuery {
  const { t } = useTranslation('search');
  const announce = useAnnounce();
  const [taken] = useState(takenQuery);
  const [wanted, setWanted] = useState(false);
  const isSelected = wanted && session.operators.length > 0;
  const drop = () => setWanted(false);
  const isUndone = (): boolean => {
    const query = taken.undo(session);
    if (query !== null) searchSession.putBack(query);
    return query !== null;
  };
  const clear = () => {
    taken.note(session, '');
    drop();
    searchSession.replace('');
  };
  useTextChanges(field, {
    before: (event) => {
      const { inputType } = event;
      if (inputType === 'historyUndo' && isUndone()) event.preventDefault();
      // Enter, which changes nothing in a field of one line.
      if (inputType === 'insertLineBreak') return;
      if (isSelected && isAllSelected(field.current) && /^(?:insert|delete)/u.test(inputType)) {
        taken.note(session, null);
        searchSession.dropOperators();
      }
      drop();
    },
    after: ({ inputType }, text) => {
      const chips = taken.changed(inputType, text, session.operators);
      // With the text: React would set the field back to what it knows.
      if (chips !== null) searchSession.putBack({ operators: chips, rest: text });
    },
    selected: () => {
      if (!isAllSelected(field.current)) drop();
    },
  });
  const onKeyDown = (event: KeyboardEvent): boolean => {
    const isMac = /Mac/.test(navigator.platform);
    const name = keyName(event.nativeEvent, isMac) ?? '';
    if (DROPPING.test(name)) drop();
    if (name === 'mod+a' && session.operators.length > 0) {
      setWanted(true);
      announce(t('wholeSelected', { query: queryOf(session) }));
    }
    if (name === 'mod+z' && isUndone()) {
      event.preventDefault();
      return true;
    }
    if (!isSelected || !deletes(name, isMac)) return false;
    // Text is left to the browser, which can undo that. Where there is none, it does nothing and asks nobody.
    if (session.rest === '') {
      event.preventDefault();
      clear();
    }
    return true;
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

const isAllSelected = (field: HTMLInputElement | null): boolean =>
  field !== null && field.selectionStart === 0 && field.selectionEnd === field.value.length;

/** Whether a key deletes what is selected. On macOS alone also with Alt, which undoes elsewhere, as Shift+Delete cuts. */
const deletes = (name: string, isMac: boolean): boolean =>
  /(?:^|\+)(?:Backspace|Delete)$/u.test(name) && (isMac || !/^alt|^shift\+Delete$/u.test(name));
