import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { AppError } from '../../../main/domain/app-error.ts';
import { callQuery, useCall } from '../../data/use-call.ts';
import type { CommentDetail } from './desk-words.ts';

/** A comment with its thread. While the next one is read the one before stays on screen, so `id` says whose it is. */
export interface ShownDetail {
  id: string;
  detail: CommentDetail;
}

/**
 * The comment to show, and why the newest one cannot be shown.
 *
 * @param soon whether `null` only means that it is not known yet which one it is: then nothing flickers
 */
export function useCommentDetail(
  id: string | null,
  soon: boolean,
): { shown: ShownDetail | null; error: AppError | null } {
  const answer = useCall(
    'comments',
    'get',
    { commentId: id ?? '-' },
    { enabled: id !== null, keepPrevious: false },
  );
  const [shown, setShown] = useState<ShownDetail | null>(null);
  if (id !== null && answer.data !== undefined && shown?.detail !== answer.data) {
    setShown({ id, detail: answer.data });
  }
  return { shown: id === null && !soon ? null : shown, error: id === null ? null : answer.error };
}

/** Reads the neighbours ahead, so that J and K show them at once. */
export function usePrefetchedDetails(ids: readonly (string | undefined)[]): void {
  const client = useQueryClient();
  const wanted = ids.filter((id) => id !== undefined).join('\n');
  useEffect(() => {
    for (const commentId of wanted.split('\n').filter(Boolean)) {
      void client.prefetchQuery(callQuery('comments', 'get', { commentId }));
    }
  }, [client, wanted]);
}
