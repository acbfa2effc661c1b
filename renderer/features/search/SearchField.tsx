import { Search, X } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useEffect, useEffectEvent, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { LONGEST_QUERY } from '../../../main/domain/saved-search-rules.ts';
import { chipOf } from '../../../main/domain/search-chips.ts';
import { Icon } from '../../components/Icon.tsx';
import { VisuallyHidden } from '../../components/VisuallyHidden.tsx';
import { type SearchSession, searchSession } from './search-session.ts';
import { useWholeQuery } from './use-whole-query.ts';

interface SearchFieldProps {
  session: SearchSession;
  /** How many were found, in words; empty while nothing is asked for. */
  found: string;
  /** Element ids of the list and of the hit under the cursor. */
  listId: string;
  activeId: string | undefined;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** The field: finished operators as chips, the rest as text. Backspace at its beginning opens the last chip again. */
export function SearchField({ session, found, listId, activeId, onKeyDown }: SearchFieldProps) {
  const { t } = useTranslation('search');
  const input = useRef<HTMLInputElement>(null);
  const begin = useEffectEvent((_wish: number) => {
    const field = input.current;
    field?.focus();
    // An operator that was just begun waits for its value.
    if (field?.value.endsWith(':') === false) field.select();
  });
  useEffect(() => begin(session.wish), [session.wish]);
  // The chips are part of the query: with them, too, it is not longer than one that can be kept.
  const taken = session.operators.reduce((sum, operator) => sum + operator.length + 1, 0);
  const whole = useWholeQuery(session, input);
  const chips = useId();
  const keyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (whole.onKeyDown(event)) return;
    const { selectionStart, selectionEnd } = event.currentTarget;
    if (event.key === 'Backspace' && selectionStart === 0 && selectionEnd === 0) {
      event.preventDefault();
      searchSession.reopenOperator();
    } else onKeyDown(event);
  };
  // When the whole window is left, the field stays the one that has the focus.
  const blur = ({ currentTarget }: FocusEvent) => {
    if (document.activeElement !== currentTarget) whole.drop();
  };
  return (
    <div
      className="field big"
      data-whole={whole.isSelected ? '' : undefined}
      onPointerDown={({ button }) => button === 0 && whole.drop()}
    >
      <Icon of={Search} />
      {numbered(session.operators).map(({ key, operator, index }) => (
        <Operator key={key} operator={operator} index={index} />
      ))}
      <input
        ref={input}
        type="text"
        role="combobox"
        aria-label={t('field')}
        placeholder={session.operators.length === 0 ? t('field') : undefined}
        aria-expanded={activeId !== undefined}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={activeId}
        aria-describedby={session.operators.length === 0 ? undefined : chips}
        autoComplete="off"
        spellCheck={false}
        maxLength={whole.isSelected ? LONGEST_QUERY : Math.max(0, LONGEST_QUERY - taken)}
        data-pane-focus=""
        value={session.rest}
        onChange={(event) => searchSession.type(event.currentTarget.value)}
        onKeyDown={keyDown}
        onCopy={whole.onCopy}
        onCut={whole.onCut}
        onBlur={blur}
      />
      {session.operators.length > 0 && (
        <VisuallyHidden id={chips}>{t('chips', { operators: session.operators.join(', ') })}</VisuallyHidden>
      )}
      <span className="quiet num count">{found}</span>
    </div>
  );
}

/** The same operator may stand more than once: each is known by which of its like it is. */
function numbered(operators: readonly string[]) {
  return operators.map((operator, index) => {
    const before = operators.slice(0, index).filter((other) => other === operator).length;
    return { key: `${before} ${operator}`, operator, index };
  });
}

/** A finished operator. A click takes it away. */
function Operator({ operator, index }: { operator: string; index: number }) {
  const { t } = useTranslation('search');
  const { name, value } = chipOf(operator);
  return (
    <button
      type="button"
      className="op"
      title={t('removeOperator', { operator })}
      onClick={() => searchSession.removeOperator(index)}
    >
      <b>{name}</b>
      <span className="cut">{value}</span>
      <Icon of={X} small />
    </button>
  );
}
