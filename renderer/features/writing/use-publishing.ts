import { Check, Trash2 } from 'lucide-react';
import { useCallback, useState } from 'react';
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
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<AppError | null>(null);
  const postId = post.id;
  const title = session.title || post.excerpt || t('list.noTitle');

  const act = useCallback(
    async (work: () => Promise<AppError | null>) => {
      setBusy(true);
      setError(null);
      const isSafe = await session.autosave.flush();
      const failure = isSafe ? await work() : (session.autosave.state().failure?.error ?? null);
      setError(failure);
      setBusy(false);
    },
    [session],
  );
  const errorOf = (answer: { ok: true } | { ok: false; error: AppError }) =>
    answer.ok ? null : answer.error;

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
