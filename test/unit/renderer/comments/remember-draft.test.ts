import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { callKey } from '../../../../renderer/data/use-call.ts';
import { rememberDraft } from '../../../../renderer/features/comments/remember-draft.ts';

const keyOf = (commentId: string) => callKey('comments', 'get', { commentId });
const draftOf = (client: QueryClient, commentId: string) =>
  client.getQueryData<{ replyDraft: string }>(keyOf(commentId))?.replyDraft;

test('a saved draft is in the answer about its comment, and in no other', () => {
  const client = new QueryClient();
  for (const id of ['s/1', 's/2']) client.setQueryData(keyOf(id), { replyDraft: 'старо' });
  rememberDraft(client, 's/1', 'ново');
  expect([draftOf(client, 's/1'), draftOf(client, 's/2')]).toEqual(['ново', 'старо']);
});

test('an answer that is out of date stays so', () => {
  const client = new QueryClient();
  client.setQueryData(keyOf('s/1'), { replyDraft: 'старо' });
  void client.invalidateQueries({ queryKey: keyOf('s/1') });
  rememberDraft(client, 's/1', 'ново');
  expect(draftOf(client, 's/1')).toBe('ново');
  expect(client.getQueryState(keyOf('s/1'))?.isInvalidated).toBe(true);
});

test('nothing is made up for a comment that was never asked about', () => {
  const client = new QueryClient();
  rememberDraft(client, 's/1', 'ново');
  expect(client.getQueryCache().getAll()).toEqual([]);
});
