import type { AppError } from '../../domain/app-error.ts';
import type { Result } from '../../domain/result.ts';
import type { HttpResponse } from '../../net/http-response.ts';
import type { RemoteComment } from '../site-client.ts';
import { toRemoteComment } from './mapper.ts';
import type { RecordReader } from './records.ts';
import type { Query } from './rest-root.ts';
import { type CommentRecord, commentRecordSchema } from './schemas.ts';

export const COMMENTS = 'wp/v2/comments';
/**
 * Never `_links` nor avatars: both together make a listing four times slower. Nested names such as `content.raw` do
 * not work for comments: nothing would come.
 */
export const COMMENT_FIELDS =
  'id,post,parent,author,author_name,author_email,author_url,author_ip,author_user_agent,date_gmt,content,link,status,type';

export const commentReader: RecordReader<CommentRecord, RemoteComment> = {
  what: 'comment',
  schema: commentRecordSchema,
  map: toRemoteComment,
};

/**
 * How much of the comments one may see, from most to least: moderators everything with addresses and raw text;
 * writers what is public, pings included; everybody else comments only.
 */
const SCOPES: readonly Query[] = [
  { context: 'edit', status: 'any', type: 'all' },
  { context: 'view', type: 'all' },
  { context: 'view' },
];

/** Runs a read in the widest scope that we are allowed. Roles change, so nothing is remembered from call to call. */
export async function inWidestScope(
  ask: (scope: Query) => Promise<Result<HttpResponse, AppError>>,
): Promise<Result<HttpResponse, AppError>> {
  const [widest = {}, ...narrower] = SCOPES;
  let answer = await ask(widest);
  for (const scope of narrower) {
    if (answer.ok || !isScopeRefusal(answer.error)) return answer;
    answer = await ask(scope);
  }
  return answer;
}

function isScopeRefusal(error: AppError): boolean {
  return (
    error.kind === 'forbidden' && ['rest_forbidden_context', 'rest_forbidden_param'].includes(error.code)
  );
}
