import { Quote } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/Button.tsx';
import { ReplyTop } from './ReplyTop.tsx';
import { type Edited, insertMention, insertQuote } from './reply-text.ts';
import { useReplyDraft } from './use-reply-draft.ts';

export interface ReplyBoxProps {
  commentId: string;
  authorName: string;
  /** Language of the person answered. */
  language: string;
  /** Language of the blog, in which the reply is most likely written. */
  siteLanguage: string;
  /** Words saved earlier. */
  draft: string;
  /** Plain text to quote, used when nothing of the comment is selected. */
  quotable: () => string;
  /** The comment is pending, so that the primary answer approves it too. */
  approves: boolean;
  /** True once it waits in the outbox. */
  onSend: (content: string, approve: boolean) => Promise<boolean>;
  /** Closes the box; the words are kept. */
  onClose: () => void;
  /** Grows each time the person asks to write: the words get the focus. */
  focusTurn: number;
}

/** A reply being written, under the comment it answers. Key it by the comment. */
export function ReplyBox(props: ReplyBoxProps) {
  const { approves, authorName, focusTurn } = props;
  const { t } = useTranslation('comments');
  const area = useRef<HTMLTextAreaElement>(null);
  const { state, words, sending, write, send } = useReply(props, area);
  const edit = useEdits(area, words, write);
  useEffect(() => {
    if (focusTurn > 0) area.current?.focus();
  }, [focusTurn]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') props.onClose();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) send(approves);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <form
      className="reply"
      aria-label={t('reply.to', { name: authorName })}
      onKeyDown={onKeyDown}
      // The buttons under the words come into view with them.
      onFocus={(event) => event.currentTarget.scrollIntoView({ block: 'nearest' })}
      onSubmit={(event) => event.preventDefault()}
    >
      <ReplyTop name={authorName} language={props.language} state={state} />
      <textarea
        ref={area}
        className="text"
        rows={2}
        aria-label={t('reply.text')}
        lang={props.siteLanguage}
        value={words}
        readOnly={sending}
        maxLength={65_000}
        onChange={(event) => write(event.currentTarget.value)}
      />
      <ReplyButtons
        approves={approves}
        disabled={sending}
        onQuote={() => edit((old, at) => insertQuote(old, at, quoted(props)))}
        onName={() => edit((old, at) => insertMention(old, at, authorName))}
        onSend={send}
      />
    </form>
  );
}

interface ReplyButtonsProps {
  approves: boolean;
  disabled: boolean;
  onQuote: () => void;
  onName: () => void;
  onSend: (approve: boolean) => void;
}

/** What can be put into the reply, and how it can be sent. */
function ReplyButtons({ approves, disabled, onQuote, onName, onSend }: ReplyButtonsProps) {
  const { t } = useTranslation('comments');
  return (
    <div className="bottom">
      <Button variant="plain" icon={Quote} disabled={disabled} onClick={onQuote}>
        {t('action.quote')}
      </Button>
      <Button variant="plain" disabled={disabled} onClick={onName}>
        {t('action.name')}
      </Button>
      <span className="grow" />
      {approves && (
        <Button className="narrow-hide" disabled={disabled} onClick={() => onSend(false)}>
          {t('action.reply')}
        </Button>
      )}
      <Button variant="primary" keys={['Mod', 'Enter']} disabled={disabled} onClick={() => onSend(approves)}>
        {t(approves ? 'action.approveAndReply' : 'action.reply')}
      </Button>
    </div>
  );
}

/** The words, saved while they are written, and their way into the outbox. */
function useReply({ commentId, draft, onSend }: ReplyBoxProps, area: RefObject<HTMLTextAreaElement | null>) {
  const { session, now } = useReplyDraft(commentId, draft);
  const send = (approve: boolean) => {
    if (now.words.trim() === '') area.current?.focus();
    else void session.send((words) => onSend(words, approve));
  };
  return { ...now, write: session.typed, send };
}

/** Changes of the text by buttons: the caret goes where the person writes on. */
function useEdits(area: RefObject<HTMLTextAreaElement | null>, text: string, write: (text: string) => void) {
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current === null) return;
    area.current?.focus();
    area.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  return (change: (text: string, caret: number) => Edited) => {
    const edited = change(text, area.current?.selectionStart ?? text.length);
    caret.current = edited.caret;
    write(edited.text);
  };
}

/** What the person has selected in the comment, else its text. */
function quoted({ quotable }: ReplyBoxProps): string {
  const selection = window.getSelection();
  const text = selection?.toString().trim() ?? '';
  const inComment = selection?.anchorNode?.parentElement?.closest('.said.current .words');
  return text !== '' && inComment ? text : quotable();
}
