import type { QueryClient } from '@tanstack/react-query';
import type { CallOutput } from '../../data/request.ts';
import { callKey } from '../../data/use-call.ts';

/**
 * Puts a draft that the library holds into the answer that tells of it: a box opened before the answer is asked for
 * again must not begin with older words. An answer that is out of date otherwise stays so.
 */
export function rememberDraft(client: QueryClient, commentId: string, replyDraft: string): void {
  const queryKey = callKey('comments', 'get', { commentId });
  const outdated = client.getQueryState(queryKey)?.isInvalidated ?? false;
  client.setQueryData<CallOutput<'comments', 'get'>>(
    queryKey,
    (detail) => detail && { ...detail, replyDraft },
  );
  if (outdated) void client.invalidateQueries({ queryKey, exact: true, refetchType: 'none' });
}
