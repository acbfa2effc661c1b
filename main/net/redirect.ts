import type { AppError } from '../domain/app-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { readAddress } from './address-rules.ts';

const REDIRECTS = new Set([301, 302, 303, 307, 308]);

/** What decides whether a redirect may be followed. */
interface Asked {
  method: string;
  url: URL;
  hasCredentials: boolean;
}

/**
 * Where a response sends us, or null if it is not a redirect. Only GET and HEAD are led elsewhere: a write must reach
 * the address it was meant for or fail. With credentials the origin must stay the same, and https never becomes http.
 */
export function redirectTarget(asked: Asked, response: Response): Result<URL | null, AppError> {
  const location = response.headers.get('location');
  if (!REDIRECTS.has(response.status) || location === null) return ok(null);
  const target = URL.canParse(location, asked.url) ? new URL(location, asked.url) : null;
  if (target === null)
    return err({
      kind: 'server',
      reason: 'shape',
      status: response.status,
      code: 'bad-redirect',
      host: asked.url.host,
    });
  const isRead = asked.method === 'GET' || asked.method === 'HEAD';
  const leavesOrigin = target.origin !== asked.url.origin;
  if (!isRead || (asked.hasCredentials && leavesOrigin)) return err(elsewhere(target));
  if (asked.url.protocol === 'https:' && target.protocol === 'http:')
    return err({ kind: 'validation', field: 'address', reason: 'insecure-address', detail: target.host });
  return readAddress(target.href);
}

/** The detail is the address without its query, which may hold what is nobody's business. */
function elsewhere(target: URL): AppError {
  const detail = `${target.origin}${target.pathname}`;
  return { kind: 'validation', field: 'address', reason: 'redirected-elsewhere', detail };
}
