import type { AppError } from '../../domain/app-error.ts';
import { ok, type Result } from '../../domain/result.ts';
import type { RemoteComment, RemotePage, SiteClient } from '../site-client.ts';
import type { Api } from './api.ts';
import { COMMENT_FIELDS, COMMENTS, commentReader, inWidestScope } from './comment-api.ts';
import { setCommentStatus } from './comment-status.ts';
import { readPage, readRecord } from './records.ts';
import { createReply, findReply } from './replies.ts';

type CommentCalls = Pick<
  SiteClient,
  'listComments' | 'getComment' | 'setCommentStatus' | 'createReply' | 'findReply'
>;

/** The calls of a {@link SiteClient} that are about comments. */
export function commentCalls(api: Api): CommentCalls {
  return {
    listComments: (page, signal) => listComments(api, page, signal),
    getComment: (id) => getComment(api, id),
    setCommentStatus: (change) => setCommentStatus(api, change),
    createReply: (reply) => createReply(api, reply),
    findReply: (reply) => findReply(api, reply),
  };
}

/** Ordered by id, newest first: an imported comment has an old date, and so it would be missed at the top. */
async function listComments(
  api: Api,
  page: number,
  signal?: AbortSignal,
): Promise<Result<RemotePage<RemoteComment>, AppError>> {
  const answer = await inWidestScope((scope) =>
    api.call({
      method: 'GET',
      route: COMMENTS,
      query: { ...scope, page, per_page: 100, orderby: 'id', order: 'desc', _fields: COMMENT_FIELDS },
      signal,
    }),
  );
  if (!answer.ok) return answer;
  const list = readPage(answer.value, commentReader);
  return list.ok ? ok({ ...list.value, records: list.value.records.filter(isComment) }) : list;
}

/** Since 6.9 editors' notes on blocks are comments too, of a type of their own; readers never see them. */
const isComment = (comment: RemoteComment): boolean => comment.type !== 'note';

async function getComment(api: Api, id: number): Promise<Result<RemoteComment, AppError>> {
  const answer = await inWidestScope(({ context }) =>
    api.call({ method: 'GET', route: `${COMMENTS}/${id}`, query: { context, _fields: COMMENT_FIELDS }, id }),
  );
  return answer.ok ? readRecord(answer.value, commentReader) : answer;
}
