import type { AppError } from '../../domain/app-error.ts';
import { plainText } from '../../domain/plain-text.ts';
import { ok, type Result } from '../../domain/result.ts';
import { type Api, parseAnswer } from './api.ts';
import { usersSchema } from './schemas.ts';

/** WordPress gives at most so many records in one answer. */
const AT_ONCE = 100;

/**
 * Display names by user id. Those who may not list users still see everybody with a public post; blogs that hide
 * their users altogether give no names.
 */
export async function authorNames(
  api: Api,
  ids: readonly number[],
): Promise<Result<Map<number, string>, AppError>> {
  const names = new Map<number, string>();
  const wanted = [...new Set(ids)].filter((id) => id > 0);
  for (let start = 0; start < wanted.length; start += AT_ONCE) {
    const include = wanted.slice(start, start + AT_ONCE);
    const answer = await api.call({
      method: 'GET',
      route: 'wp/v2/users',
      query: { include, per_page: AT_ONCE, _fields: 'id,name' },
    });
    const users = answer.ok ? parseAnswer(answer.value, usersSchema) : answer;
    if (!users.ok && isHidden(users.error)) return ok(names);
    if (!users.ok) return users;
    for (const user of users.value) names.set(user.id, plainText(user.name).text);
  }
  return ok(names);
}

/** Names only adorn: no answer but a lost network and a struggling server stops a pull for their sake. */
function isHidden(error: AppError): boolean {
  if (error.kind === 'server') return error.status < 500 && error.reason !== 'truncated';
  return error.kind !== 'offline' && error.kind !== 'rate-limited';
}
