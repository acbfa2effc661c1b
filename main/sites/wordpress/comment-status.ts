import { isIP } from 'node:net';
import type { AppError } from '../../domain/app-error.ts';
import { err, ok, type Result } from '../../domain/result.ts';
import type { HttpResponse } from '../../net/http-response.ts';
import type { CommentStatusChange, RemoteComment } from '../site-client.ts';
import type { Api, ApiCall } from './api.ts';
import { COMMENT_FIELDS, COMMENTS, commentReader } from './comment-api.ts';
import { toWordPressStatus } from './mapper.ts';
import { readRecord } from './records.ts';

/**
 * Changes the status of a comment and nothing else, as far as WordPress can be made to.
 *
 * Every update runs through `wp_update_comment`, which overwrites address and agent with the caller's and computes
 * `date_gmt` anew from the local date, which is wrong for comments older than the blog's time zone setting. So all
 * three are sent back. What cannot be sent back as it is, see docs/sync.md, "Comments without an address":
 * - no address, or one that is no address: `null`, which WordPress takes as "empty" where `""` is refused;
 * - no agent, or one that WordPress would clean up: nothing, with an empty `User-Agent` header; then the stored one
 *   is left alone. Where a firewall refuses a request without an agent, it is sent once more with ours: for an empty
 *   agent the site then records Copydesk's.
 */
export async function setCommentStatus(
  api: Api,
  change: CommentStatusChange,
): Promise<Result<RemoteComment, AppError>> {
  const complete = await withOrigin(api, change);
  if (!complete.ok) return complete;
  const answer = await send(api, complete.value);
  if (!answer.ok) return answer;
  const comment = readRecord(answer.value, commentReader);
  if (!comment.ok || comment.value.status === change.status) return comment;
  // WordPress answers 200 to a status that it did not take.
  const { host } = answer.value.url;
  return err({ kind: 'server', reason: 'failed', status: 200, code: 'status-unchanged', host });
}

/**
 * What is empty here may be known there: the comment may have come before we were allowed to see its address. Sending
 * an empty one would wipe it, so the site is asked first.
 */
async function withOrigin(
  api: Api,
  change: CommentStatusChange,
): Promise<Result<CommentStatusChange, AppError>> {
  if (change.authorIp !== '' && change.authorAgent !== '' && change.dateGmt !== '') return ok(change);
  const answer = await api.call({
    method: 'GET',
    route: `${COMMENTS}/${change.remoteId}`,
    query: { context: 'edit', _fields: COMMENT_FIELDS },
    id: change.remoteId,
  });
  const now = answer.ok ? readRecord(answer.value, commentReader) : answer;
  if (!now.ok) return now;
  const { author, dateGmt } = now.value;
  return ok({ ...change, authorIp: author.ip, authorAgent: author.agent, dateGmt });
}

async function send(api: Api, change: CommentStatusChange): Promise<Result<HttpResponse, AppError>> {
  const agentSurvives = survivesCleaning(change.authorAgent);
  const call: ApiCall = {
    method: 'POST',
    route: `${COMMENTS}/${change.remoteId}`,
    query: { context: 'edit', _fields: COMMENT_FIELDS },
    body: {
      status: toWordPressStatus(change.status),
      author_ip: isAddress(change.authorIp) ? change.authorIp : null,
      ...(agentSurvives ? { author_user_agent: change.authorAgent } : {}),
      ...(change.dateGmt === '' ? {} : { date_gmt: change.dateGmt }),
    },
    id: change.remoteId,
  };
  if (agentSurvives) return api.call(call);
  const answer = await api.call({ ...call, headers: { 'User-Agent': '' } });
  return !answer.ok && isFirewall(answer.error) ? api.call(call) : answer;
}

/** WordPress knows no zone indices (`fe80::1%eth0`). */
const isAddress = (ip: string): boolean => isIP(ip) !== 0 && !ip.includes('%');

/** Whether `sanitize_text_field` leaves a text as it is: no tags, no `%20`, no line breaks, no double spaces. */
function survivesCleaning(agent: string): boolean {
  return (
    agent !== '' && agent !== '0' && agent === agent.trim() && !/[<\r\n\t]| {2}|%[0-9a-f]{2}/i.test(agent)
  );
}

function isFirewall(error: AppError): boolean {
  return error.kind === 'server' && (error.status === 403 || error.status === 406);
}
