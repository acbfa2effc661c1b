import { Check, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AppError } from '../../../main/domain/app-error.ts';
import { useAnnounce } from '../../components/LiveRegion.tsx';
import type { ToastContent } from '../../components/Toast.tsx';
import { request } from '../../data/request.ts';
import { useDesk } from '../../frame/desk.ts';
import { usePlace } from '../../frame/place.tsx';
import type { SendChoice } from './send-choices.ts';
import { dropSession, type PostDetail, type Session } from './sessions.ts';

interface Publishing {
  busy: boolean;
  error: AppError | null;
  send: (choice: SendChoice) => void;
  assignSite: (siteId: string) => void;
  remove: () => void;
  resolve: (keep: 'mine' | 'theirs') => void;
}

/** What can be done with a whole post. Words on screen are always on disk before anything else happens to them. */
export function usePublishing(
  post: PostDetail,
  session: Session,
  onToast: (toast: ToastContent | null) => void,
): Publishing {
  const { t } = useTranslation('writing');
  const { t: common } = useTranslation();
  const { go } = usePlace();
  const { fail } = useDesk();
  const announce = useAnnounce();
  const { busy, error, act } = useWork(session);
  const postId = post.id;
  const title = session.title || post.excerpt || t('list.noTitle');

  const restore = async () => {
    const answer = await request('posts', 'restore', { postId });
    onToast(null);
    // The panel it was asked for in is gone by now.
    if (!answer.ok) return fail(answer.error);
    go({ view: 'posts', postId });
    announce(t('list.restored', { title }));
  };
  return {
    busy,
    error,
    send: ({ send }) =>
      void act(async () => {
        const expectedRevision = session.autosave.state().revision;
        const answer = await request('posts', 'send', { postId, expectedRevision, status: send });
        if (answer.ok) announce(t('publish.queued', { title }));
        return errorOf(answer);
      }),
    assignSite: (siteId) =>
      void act(async () => errorOf(await request('posts', 'assignSite', { postId, siteId }))),
    remove: () =>
      void act(async () => {
        const answer = await request('posts', 'remove', { postId });
        if (!answer.ok) return answer.error;
        go({ view: 'posts', postId: null });
        dropSession(postId);
        const undo = { label: common('action.undo'), onUndo: () => void restore() };
        onToast({ icon: Trash2, text: t('list.deleted', { title }), undo });
        return null;
      }),
    resolve: (keep) =>
      void act(async () => {
        const answer = await request('posts', 'resolveConflict', { postId, keep });
        if (!answer.ok) return answer.error;
        const { keptAs } = answer.value;
        const onUndo = () => {
          onToast(null);
          go({ view: 'posts', filter: 'all', postId: keptAs });
        };
        const show = { label: t('list.show'), onUndo };
        onToast({ icon: Check, text: t('list.keptOther'), undo: show });
        return null;
      }),
  };
}

/** Work on the post, begun once its words are on disk: whether it is under way, and what it failed with. */
function useWork({ autosave }: Session) {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const act = async (work: () => Promise<AppError | null>) => {
    setBusy(true);
    setError(null);
    const isSafe = await autosave.flush();
    setError(isSafe ? await work() : (autosave.state().failure?.error ?? null));
    setBusy(false);
  };
  return { busy, error, act };
}

const errorOf = (answer: { ok: true } | { ok: false; error: AppError }): AppError | null =>
  answer.ok ? null : answer.error;
