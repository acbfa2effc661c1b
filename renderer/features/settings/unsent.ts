import type { OutboxList } from '../outbox/outbox-words.ts';

interface Unsent {
  posts: number;
  replies: number;
  decisions: number;
}

/** What is not sent any more once a site is disconnected; what may have arrived already is not counted. */
export function unsentOf({ needsYou, waiting }: OutboxList, siteId: string): Unsent {
  const kinds = [...needsYou, ...waiting]
    .filter((row) => row.siteId === siteId && row.state !== 'sent-unconfirmed')
    .map(({ kind }) => kind);
  const count = (...wanted: readonly string[]) => kinds.filter((kind) => wanted.includes(kind)).length;
  return {
    posts: count('create-post', 'update-post'),
    replies: count('create-reply'),
    decisions: count('set-comment-status'),
  };
}
