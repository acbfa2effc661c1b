import { z } from 'zod';
import type { AppError } from '../../domain/app-error.ts';
import { plainText } from '../../domain/plain-text.ts';
import type { HttpResponse } from '../../net/http-response.ts';

/** WordPress's one shape for every refusal. */
const refusalSchema = z.object({
  code: z.string(),
  message: z.string().catch(''),
  data: z
    .object({ params: z.record(z.string(), z.unknown()).optional().catch(undefined) })
    .nullish()
    .catch(null),
});

/** A refusal in WordPress's own words. */
export type Refusal = z.infer<typeof refusalSchema>;

/** The refusal in a response, or null when it is a page or anything else. */
export function readRefusal(response: HttpResponse): Refusal | null {
  const body = response.json();
  const refusal = body.ok ? refusalSchema.safeParse(body.value) : null;
  return refusal?.success ? refusal.data : null;
}

/** Codes of a record that is not there (any more). */
const GONE: Readonly<Record<string, 'post' | 'comment'>> = {
  rest_post_invalid_id: 'post',
  rest_comment_invalid_id: 'comment',
};

/** Codes that application passwords being switched off brings, with various statuses. */
const PASSWORDS_OFF = new Set(['application_passwords_disabled', 'application_passwords_disabled_for_user']);

/** What a response that is not a success means. Only for statuses from 400 on (and stray ones below 200). */
export function errorOf(response: HttpResponse, id = ''): AppError {
  const refusal = readRefusal(response);
  const { status } = response;
  const { host } = response.url;
  if (refusal === null) return errorWithoutRefusal(response);
  const { code } = refusal;
  const gone = GONE[code];
  if (PASSWORDS_OFF.has(code)) return { kind: 'auth-expired', reason: 'application-passwords-off', host };
  if (status === 401) return { kind: 'auth-expired', reason: 'credentials', host };
  if (status === 404 && gone !== undefined) return { kind: 'not-found', what: gone, id };
  if (status === 403) return { kind: 'forbidden', code, host };
  // WordPress lets non-administrators comment once in 15 seconds; it does not say so in a header.
  if (code === 'comment_flood') return { kind: 'rate-limited', retryAfterSeconds: null, host };
  if (status === 400 || status === 409) {
    // The parameter that was refused, or the code where no single one is to blame (`comment_duplicate`).
    const field = Object.keys(refusal.data?.params ?? {})[0] ?? code;
    const detail = plainText(refusal.message).text || code;
    return { kind: 'validation', field, reason: 'refused-by-site', detail };
  }
  return { kind: 'server', reason: 'failed', status, code, host };
}

/** A page or nothing: something in front of WordPress answered, or PHP died. */
function errorWithoutRefusal(response: HttpResponse): AppError {
  const { host } = response.url;
  const { status } = response;
  if (status === 401) {
    const asks = response.headers.has('www-authenticate');
    return { kind: 'auth-expired', reason: asks ? 'password-prompt' : 'credentials', host };
  }
  const body = response.json();
  if (!body.ok && body.error.kind === 'server' && body.error.reason === 'html') return body.error;
  return { kind: 'server', reason: 'failed', status, code: '', host };
}
