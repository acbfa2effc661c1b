import { CornerUpLeft } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { Icon } from '../../components/Icon.tsx';
import { useErrorText } from '../../i18n/error-text.ts';
import type { DraftState } from './draft-saver.ts';

interface ReplyTopProps {
  /** Who is answered, and in which language the name is written. */
  name: string;
  language: string;
  state: DraftState;
}

/** The head of the reply box: to whom, and whether the words are safe. */
export function ReplyTop({ name, language, state }: ReplyTopProps) {
  const { t } = useTranslation('comments');
  return (
    <div className="top">
      <Icon of={CornerUpLeft} small />
      <span className="cut">
        {t('reply.toWhom')} <b lang={language}>{name}</b>
      </span>
      <span className="grow" />
      <DraftNote state={state} />
    </div>
  );
}

/** Says "saved" only of words that are on disk, and says when they are not. */
function DraftNote({ state }: { state: DraftState }) {
  const { t } = useTranslation('comments');
  const errorText = useErrorText();
  if (state.kind === 'failed') {
    return (
      <span className="state failed" role="alert">
        {t('reply.notSaved', { reason: errorText(state.error).what })}
      </span>
    );
  }
  return <span className="quiet">{state.kind === 'saved' ? t('reply.saved') : ''}</span>;
}
