import type { AppError } from '../../domain/app-error.ts';
import { plainText } from '../../domain/plain-text.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { RemoteComment, SiteClient } from '../site-client.ts';
import { type Api, parseAnswer } from './api.ts';
import { COMMENT_FIELDS, COMMENTS, commentReader, inWidestScope } from './comment-api.ts';
import { readRecord, readRecords } from './records.ts';
import { ownIdSchema } from './schemas.ts';

type Reply = Parameters<SiteClient['createReply']>[0];

/**
 * Answers as the signed-in user. WordPress refuses a second comment with the same post, parent, author and text (409),
 * which makes a retry safe: the first one is found and returned.
 */
export async function createReply(api: Api, reply: Reply): Promise<Result<RemoteComment, AppError>> {
  const answer = await api.call({
    method: 'POST',
    route: COMMENTS,
    query: { _fields: COMMENT_FIELDS },
    body: { post: reply.postRemoteId, parent: reply.parentRemoteId, content: reply.content },
    id: reply.parentRemoteId,
  });
  if (answer.ok) return readRecord(answer.value, commentReader);
  if (answer.error.kind !== 'validation' || answer.error.field !== 'comment_duplicate') return answer;
  const twin = await findReply(api, reply);
  if (!twin.ok) return twin;
  return twin.value === null ? answer : ok(twin.value);
}

/** Looks for our own comment with this post, parent and text, in any state but the trash. */
export async function findReply(api: Api, reply: Reply): Promise<Result<RemoteComment | null, AppError>> {
  const me = await api.call({ method: 'GET', route: 'wp/v2/users/me', query: { _fields: 'id' } });
  const user = me.ok ? parseAnswer(me.value, ownIdSchema) : me;
  if (!user.ok) return user;
  const answer = await inWidestScope((scope) =>
    api.call({
      method: 'GET',
      route: COMMENTS,
      query: {
        ...scope,
        // Our own held comments come to us also where we are no moderator.
        status: 'any',
        author: user.value.id,
        post: reply.postRemoteId,
        parent: reply.parentRemoteId,
        per_page: 100,
        orderby: 'id',
        order: 'desc',
        _fields: COMMENT_FIELDS,
      },
    }),
  );
  const list = answer.ok ? readRecords(answer.value, commentReader) : answer;
  if (!list.ok) return list;
  const bad = list.value.rejected[0];
  const found = list.value.records.find((comment) => isTwin(comment, reply.content));
  // A record that cannot be read might be the one: better an error than a second reply.
  if (found === undefined && bad !== undefined && answer.ok)
    return err({
      kind: 'server',
      reason: 'shape',
      status: 200,
      code: bad.problem,
      host: answer.value.url.host,
    });
  return ok(found ?? null);
}

/**
 * Whether a stored comment is what was sent. WordPress trims it, removes tags it does not allow and marks links
 * (`rel="nofollow ugc"`); where only the rendered text comes, quotes and dashes have become typographic ones and
 * smileys pictures, so that only letters and digits can be compared.
 */
function isTwin(comment: RemoteComment, content: string): boolean {
  if (comment.status === 'trash') return false;
  if (comment.raw !== '') {
    return comment.raw === content.trim() || plainText(comment.raw).text === plainText(content).text;
  }
  const sent = lettersOf(content);
  return sent !== '' && lettersOf(comment.rendered) === sent;
}

const lettersOf = (html: string): string => plainText(html).text.replace(/[^\p{L}\p{N}]/gu, '');
