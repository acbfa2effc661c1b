import { type KeyboardEvent, type Ref, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { classNames } from '../../components/class-names.ts';
import type { EditorFacts } from './editor-state.ts';
import { endlessClass } from './endless.ts';
import { type Session, useReplaced } from './sessions.ts';

interface TitleFieldProps {
  session: Session;
  facts: EditorFacts;
  /** Enter or the arrow down at the end: on to the text. */
  onDone: () => void;
  ref: Ref<HTMLTextAreaElement>;
}

/** The title, as large as readers see it; grows with what is written. A title has one line: Enter goes on. */
export function TitleField({ session, facts, onDone, ref }: TitleFieldProps) {
  const replaced = useReplaced(session);
  return <TitleArea key={replaced} session={session} facts={facts} onDone={onDone} ref={ref} />;
}

function TitleArea({ session, facts, onDone, ref }: TitleFieldProps) {
  const { t } = useTranslation('writing');
  const [title, setTitle] = useState(session.title);
  const change = (text: string) => {
    const line = text.replace(/\s*\n\s*/g, ' ');
    setTitle(line);
    session.title = line;
    session.autosave.typed();
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const { selectionStart, value } = event.currentTarget;
    const leaves = event.key === 'Enter' || (event.key === 'ArrowDown' && selectionStart === value.length);
    if (!leaves || event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    onDone();
  };
  return (
    <textarea
      ref={ref}
      className={classNames('headline', endlessClass(title))}
      rows={1}
      aria-label={t('editor.title')}
      placeholder={t('editor.title')}
      lang={facts.lang}
      spellCheck
      readOnly={facts.readOnly}
      value={title}
      onChange={(event) => change(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
