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
 * Answers as the signed-in user, once. WordPress refuses a second comment with the same post, parent, author and text
 * (409), but it compares what was sent with what it stored: a text that it changes while storing, such as one with a
 * link (`rel="nofollow ugc"`), passes twice. So we look for a twin ourselves, since a retry or a proxy on the way may
 * have made one: the older one stays and is returned, the newer one goes to the trash.
 */
export async function createReply(api: Api, reply: Reply): Promise<Result<RemoteComment, AppError>> {
  const answer = await api.call({
    method: 'POST',
    route: COMMENTS,
    query: { _fields: COMMENT_FIELDS },
    body: { post: reply.postRemoteId, parent: reply.parentRemoteId, content: reply.content },
    id: reply.parentRemoteId,
  });
  if (!answer.ok) return mayBeTwin(answer.error) ? existing(api, reply, answer.error) : answer;
  const made = readRecord(answer.value, commentReader);
  if (!made.ok) return made;
  const own = await ownReplies(api, reply, made.value.author.userId);
  // The answer is there: that it could not be checked must not look as if it were not.
  const older = own.ok ? own.value.records.find((other) => other.remoteId < made.value.remoteId) : undefined;
  // Where only rendered texts can be compared, two short answers may look alike: then both stay.
  if (older === undefined || older.raw === '') return made;
  await api.call({ method: 'DELETE', route: `${COMMENTS}/${made.value.remoteId}`, query: { _fields: 'id' } });
  return ok(older);
}

/** A refusal that a first try which has arrived may have caused: said before, or said too quickly after it. */
const mayBeTwin = (error: AppError): boolean =>
  error.kind === 'rate-limited' || (error.kind === 'validation' && error.field === 'comment_duplicate');

async function existing(api: Api, reply: Reply, refusal: AppError): Promise<Result<RemoteComment, AppError>> {
  const twin = await findReply(api, reply);
  if (!twin.ok) return twin;
  return twin.value === null ? err(refusal) : ok(twin.value);
}

/** Looks for our own comment with this post, parent and text, in any state but the trash; of several the oldest. */
export async function findReply(api: Api, reply: Reply): Promise<Result<RemoteComment | null, AppError>> {
  const me = await api.call({ method: 'GET', route: 'wp/v2/users/me', query: { _fields: 'id' } });
  const user = me.ok ? parseAnswer(me.value, ownIdSchema) : me;
  if (!user.ok) return user;
  const own = await ownReplies(api, reply, user.value.id);
  if (!own.ok) return own;
  const found = own.value.records[0];
  // A record that cannot be read might be the one: better an error than a second reply.
  return found === undefined && own.value.unread !== null ? err(own.value.unread) : ok(found ?? null);
}

/** Our comments with this post, parent and text, oldest first; `unread` if one of them could not be read. */
async function ownReplies(
  api: Api,
  reply: Reply,
  author: number,
): Promise<Result<{ records: RemoteComment[]; unread: AppError | null }, AppError>> {
  const answer = await inWidestScope((scope) =>
    api.call({
      method: 'GET',
      route: COMMENTS,
      query: {
        ...scope,
        // Our own held comments come to us also where we are no moderator.
        status: 'any',
        author,
        post: reply.postRemoteId,
        parent: reply.parentRemoteId,
        per_page: 100,
        orderby: 'id',
        order: 'desc',
        _fields: COMMENT_FIELDS,
      },
    }),
  );
  if (!answer.ok) return answer;
  const list = readRecords(answer.value, commentReader);
  if (!list.ok) return list;
  const code = list.value.rejected[0]?.problem;
  const { host } = answer.value.url;
  return ok({
    records: list.value.records.filter((comment) => isTwin(comment, reply.content)).reverse(),
    unread: code === undefined ? null : { kind: 'server', reason: 'shape', status: 200, code, host },
  });
}

/**
 * Whether a stored comment is what was sent. WordPress trims it, removes tags it does not allow and marks links; where
 * only the rendered text comes, quotes and dashes have become typographic ones and smileys pictures, so that only
 * letters, digits, question and exclamation marks can be compared.
 */
function isTwin(comment: RemoteComment, content: string): boolean {
  if (comment.status === 'trash') return false;
  const sent = content.toWellFormed();
  if (comment.raw !== '')
    return comment.raw === sent.trim() || wordsAndLinks(comment.raw) === wordsAndLinks(sent);
  const letters = lettersOf(sent);
  return letters !== '' && lettersOf(comment.rendered) === letters;
}

/** The same words with other links are another comment. */
function wordsAndLinks(html: string): string {
  const hrefs = [...html.matchAll(/href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/giu)];
  return [plainText(html).text, ...hrefs.map(([, double, single, bare]) => double ?? single ?? bare)].join(
    '\n',
  );
}

const lettersOf = (html: string): string => plainText(html).text.replace(/[^\p{L}\p{N}?!]/gu, '');
