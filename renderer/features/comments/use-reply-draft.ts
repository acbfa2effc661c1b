import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { request } from '../../data/request.ts';
import { createDraftSaver } from './draft-saver.ts';
import { rememberDraft } from './remember-draft.ts';
import { type ReplyNow, type ReplySession, replySession } from './reply-sessions.ts';

/**
 * Keeps the words of a reply safe while they are written. What is not saved yet is saved when the box closes, when
 * another comment is chosen, and before the window closes. The component must be keyed by the comment.
 *
 * @param start the words that the library holds
 */
export function useReplyDraft(commentId: string, start: string): { session: ReplySession; now: ReplyNow } {
  const client = useQueryClient();
  const [session] = useState(() => openSession(client, commentId, start));
  useEffect(() => session.show(), [session]);
  return { session, now: useSyncExternalStore(session.subscribe, session.now) };
}

function openSession(client: QueryClient, commentId: string, start: string): ReplySession {
  const save = async (content: string) => {
    const answer = await request('comments', 'saveReplyDraft', { commentId, content });
    if (answer.ok) rememberDraft(client, commentId, content);
    return answer;
  };
  const open = () => createDraftSaver(save, start);
  return replySession(commentId, open, () => rememberDraft(client, commentId, ''));
}
