import type { FindRequest, Source } from '../../../main/search/protocol.ts';
import { aCommentSource, anIndex, aPostSource } from './an-index.ts';
import { aRequest } from './open-search.ts';

/** What a query finds among these records: ids, posts before comments, in their order. */
export async function indexed(...sources: Source[]) {
  const index = await anIndex();
  const { reader, writer } = index;
  for (const source of sources) writer.put(source);
  const find = (query: string, over: Partial<FindRequest> = {}) => index.find(aRequest(query, over));
  return {
    ...{ reader, writer, find },
    ids: (query: string, over: Partial<FindRequest> = {}) => {
      const { hits } = find(query, over);
      return [...hits.posts, ...hits.comments].map(({ id }) => id);
    },
  };
}

/** A comment of that day in November. */
export const comment = (n: number, text: string, over: Partial<ReturnType<typeof aCommentSource>> = {}) =>
  aCommentSource({
    ...{ id: `c${n}`, remoteId: n, text, date: `2026-11-${String(n).padStart(2, '0')}T08:00:00Z` },
    ...over,
  });

/** A post of that day in October. */
export const post = (n: number, over: Partial<ReturnType<typeof aPostSource>>) =>
  aPostSource({ id: `p${n}`, remoteId: n, date: `2026-10-${String(n).padStart(2, '0')}T08:00:00Z`, ...over });
