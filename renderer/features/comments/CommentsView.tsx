import { useCallback, useState } from 'react';
import type { ToastContent } from '../../components/Toast.tsx';
import { useDesk } from '../../frame/desk.ts';
import { useKeptToast } from '../../frame/kept-toast.ts';
import { usePlace } from '../../frame/place.tsx';
import { CommentDesk } from './CommentDesk.tsx';
import './comments.css';
import { asFilter } from './desk-words.ts';

/** The moderation desk at the place where the person is. The last decision stays in sight when the list changes. */
export function CommentsView() {
  const { place, siteId, go } = usePlace();
  const { open } = useDesk();
  const [toast, setToast] = useState<ToastContent | null>(null);
  const { toast: kept, keep } = useKeptToast();
  const filter = asFilter(place.filter);
  // What was done to a post gives way to the first decision here.
  const say = useCallback(
    (next: ToastContent) => {
      keep(null);
      setToast(next);
    },
    [keep],
  );
  return (
    <main className="main list-work">
      <CommentDesk
        key={`${siteId} ${filter}`}
        siteId={siteId}
        filter={filter}
        commentId={place.commentId}
        onComment={(commentId) => go({ view: 'comments', commentId })}
        onOpenPost={(postId) => go({ view: 'posts', postId })}
        onKeys={() => open({ kind: 'keys' })}
        toast={kept ?? toast}
        onToast={say}
      />
    </main>
  );
}
