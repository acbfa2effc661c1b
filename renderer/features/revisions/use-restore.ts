import { History } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { Result } from '../../../main/domain/result.ts';
import { useAnnounce } from '../../components/LiveRegion.tsx';
import type { ToastContent } from '../../components/Toast.tsx';
import { useHotkeys } from '../../components/use-hotkeys.ts';
import { type CallOutput, request } from '../../data/request.ts';
import { useDesk } from '../../frame/desk.ts';
import { useKeptToast } from '../../frame/kept-toast.ts';
import { usePlace } from '../../frame/place.tsx';
import type { EditorFacts } from '../writing/editor-state.ts';
import { learnPost, type Session } from '../writing/sessions.ts';

/** The text of the post; nothing of the kind while it is read. */
export const TEXT = '.source-host';

interface Restoring {
  busy: boolean;
  error: AppError | null;
  /** True once the words are back; `name` says which version it was. */
  restore: (revisionId: string, name: string) => Promise<boolean>;
  reset: () => void;
}

/**
 * Puts an earlier version in place of the present one. Words on screen are on disk before it, so that they are among
 * the versions after it; the toast takes it back.
 */
export function useRestore(
  session: Session,
  facts: EditorFacts,
  onToast: (toast: ToastContent | null) => void,
): Restoring {
  const { t } = useTranslation('revisions');
  const { t: common } = useTranslation();
  const { go } = usePlace();
  const { fail } = useDesk();
  const announce = useAnnounce();
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const [said, setSaid] = useState<ToastContent | null>(null);
  const { toast } = useKeptToast();

  const put = async (revisionId: string) => {
    const answer = await restoreSaved(session, revisionId);
    if (answer.ok) learnPost(session, answer.value.post, facts);
    return answer;
  };
  const undo = async (before: string) => {
    const inText = document.activeElement?.matches(TEXT) ?? false;
    onToast(null);
    const answer = await put(before);
    if (!answer.ok) return fail(answer.error);
    go({ view: 'posts', postId: session.postId });
    // The button that was pressed is gone; the text keeps the focus.
    if (!inText) document.querySelector<HTMLElement>('.versions-button')?.focus();
    announce(t('undone'));
  };
  // As after any other change of the text; where letters were typed since, those go first.
  useHotkeys({ 'mod+z': () => said?.undo?.onUndo() }, { enabled: said !== null && said === toast });
  return {
    ...{ busy, error },
    reset: () => setError(null),
    restore: async (revisionId, name) => {
      setBusy(true);
      setError(null);
      const answer = await put(revisionId);
      setBusy(false);
      if (!answer.ok) {
        setError(answer.error);
        return false;
      }
      const onUndo = () => void undo(answer.value.before);
      const text = t('restored', { version: name });
      const next = { icon: History, text, undo: { label: common('action.undo'), onUndo } };
      setSaid(next);
      onToast(next);
      return true;
    },
  };
}

/** Restores on top of what is on screen, once that is saved. */
async function restoreSaved(
  { autosave, postId }: Session,
  revisionId: string,
): Promise<Result<CallOutput<'revisions', 'restore'>, AppError>> {
  const isSafe = await autosave.flush();
  const failure = autosave.state().failure?.error;
  if (!isSafe && failure !== undefined) return { ok: false, error: failure };
  const answer = await request('revisions', 'restore', {
    revisionId,
    expectedRevision: autosave.state().revision,
  });
  if (answer.ok || answer.error.kind !== 'stale-write') return answer;
  // The post has moved on behind a session that is not shown. What it moved on to is kept as a version, too.
  const post = await request('posts', 'get', { postId });
  if (!post.ok) return post;
  return request('revisions', 'restore', { revisionId, expectedRevision: post.value.revision });
}
