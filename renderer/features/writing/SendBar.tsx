import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import { type SendChoice, sendChoices } from './send-choices.ts';
import type { PostDetail, Session } from './sessions.ts';

interface SendBarProps {
  post: PostDetail;
  session: Session;
  busy: boolean;
  onSend: (choice: SendChoice) => void;
}

/** The buttons that send a post: the usual one is the primary, on Ctrl+Shift+Enter. */
export function SendBar({ post, session, busy, onSend }: SendBarProps) {
  const { t } = useTranslation('writing');
  const isBlank = useSyncExternalStore(
    session.autosave.subscribe,
    () => session.title.trim() === '' && session.editor.doc.length === 0,
  );
  const [primary, ...others] = sendChoices(post);
  const isOff = busy || isBlank;
  useHotkeys({ 'mod+shift+Enter': () => primary !== undefined && !isOff && onSend(primary) });
  if (primary === undefined) {
    if (post.siteId === null || post.conflict !== null || !post.editable) return null;
    return (
      <div className="actions publish">
        <span className="quiet">{t('publish.mayNotSend')}</span>
      </div>
    );
  }
  return (
    <div className="actions publish" title={isBlank ? t('publish.needsWords') : undefined}>
      <span className="grow" />
      {others.map((choice) => (
        <Button key={choice.send} disabled={isOff} onClick={() => onSend(choice)}>
          {t(`publish.${choice.label}`)}
        </Button>
      ))}
      <Button
        variant="primary"
        keys={['Mod', 'Shift', 'Enter']}
        disabled={isOff}
        onClick={() => onSend(primary)}
      >
        {t(`publish.${primary.label}`)}
      </Button>
    </div>
  );
}
