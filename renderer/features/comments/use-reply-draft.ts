import { useEffect, useState, useSyncExternalStore } from 'react';
import { request } from '../../data/request.ts';
import { registerUnsaved } from '../../data/unsaved.ts';
import { createDraftSaver, type DraftSaver, type DraftState } from './draft-saver.ts';

export interface ReplyDraft {
  state: DraftState;
  saver: DraftSaver;
}

/**
 * Keeps the words of a reply safe while they are written. What is not saved yet is saved when the box closes, when
 * another comment is chosen, and before the window closes. The component must be keyed by the comment.
 */
export function useReplyDraft(commentId: string, start: string): ReplyDraft {
  const [saver] = useState(() =>
    createDraftSaver((content) => request('comments', 'saveReplyDraft', { commentId, content }), start),
  );
  const state = useSyncExternalStore(saver.subscribe, saver.state);
  useEffect(() => {
    const forget = registerUnsaved(saver.flush, saver.unsaved);
    return () => {
      forget();
      void saver.flush();
    };
  }, [saver]);
  return { state, saver };
}
