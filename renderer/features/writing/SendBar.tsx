import { ArrowUpFromLine } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import { useCommands } from '../../frame/commands.ts';
import { useOtherWords } from '../../frame/use-other-words.ts';
import { isDirty } from './autosave.ts';
import { type SendChoice, sendChoices, whyOff } from './send-choices.ts';
import type { PostDetail, Session } from './sessions.ts';

interface SendBarProps {
  post: PostDetail;
  session: Session;
  busy: boolean;
  onSend: (choice: SendChoice) => void;
}

const primaryKeys = ['Mod', 'Shift', 'Enter'];

/** The buttons that send a post: the usual one is the primary, on Ctrl+Shift+Enter. */
export function SendBar({ post, session, busy, onSend }: SendBarProps) {
  const { t } = useTranslation('writing');
  const { autosave } = session;
  const isBlank = useSyncExternalStore(
    autosave.subscribe,
    () => session.title.trim() === '' && session.editor.doc.length === 0,
  );
  const hasTyped = useSyncExternalStore(autosave.subscribe, () => isDirty(autosave.state()));
  const choices = sendChoices(post);
  const [primary, ...others] = choices;
  const reason = (choice: SendChoice) => whyOff(choice, post, { isBlank, hasTyped });
  const isOff = (choice: SendChoice) => busy || reason(choice) !== null;
  const send = (choice: SendChoice | undefined) => {
    if (choice !== undefined && !isOff(choice)) onSend(choice);
  };
  useHotkeys({ 'mod+shift+Enter': () => send(primary) });
  const otherWords = useOtherWords('writing');
  useCommands(
    choices
      .filter((choice) => !isOff(choice))
      .map((choice) => ({
        id: `send-${choice.send}`,
        label: t('publish.this', { action: t(`publish.${choice.label}`), title: session.title }),
        also: otherWords((other) => other(`publish.${choice.label}`)),
        icon: ArrowUpFromLine,
        group: 'do',
        keys: choice === primary ? primaryKeys : [],
        run: () => send(choice),
      })),
    1,
  );
  if (primary === undefined) return <WhyNot post={post} />;
  const button = (choice: SendChoice) => {
    const why = reason(choice);
    return {
      disabled: isOff(choice),
      title: why === null ? undefined : t(`publish.${why}`),
      onClick: () => send(choice),
      children: t(`publish.${choice.label}`),
    };
  };
  return (
    <div className="actions publish">
      {others.map((choice) => (
        <Button key={choice.send} {...button(choice)} />
      ))}
      <Button variant="primary" keys={primaryKeys} {...button(primary)} />
    </div>
  );
}

/** Why a post of a site cannot be sent; the rest of the panel says it for a post without site or with a conflict. */
function WhyNot({ post }: { post: PostDetail }) {
  const { t } = useTranslation('writing');
  if (post.siteId === null || post.conflict !== null || !post.editable) return null;
  return (
    <div className="actions publish">
      <span className="quiet">{t('publish.mayNotSend')}</span>
    </div>
  );
}
