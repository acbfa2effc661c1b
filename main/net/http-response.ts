import type { AppError } from '../domain/app-error.ts';
import { err, ok, type Result } from '../domain/result.ts';

/** An answer with its whole body. Any status but 429 and redirects; what they mean is the caller's business. */
export interface HttpResponse {
  readonly status: number;
  /** The address that answered: another one than asked after a redirect. */
  readonly url: URL;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
  /** The body as UTF-8; bytes that are not become U+FFFD. */
  text(): string;
  /** The body as JSON; a web page or half an answer in its place is an error that keeps the status. */
  json(): Result<unknown, AppError>;
}

/** Wraps a complete answer. */
export function httpResponse(
  status: number,
  url: URL,
  headers: Headers,
  bytes: Uint8Array<ArrayBuffer>,
): HttpResponse {
  const text = (): string => new TextDecoder().decode(bytes);
  return { status, url, headers, bytes, text, json: () => parse(text(), status, headers, url.host) };
}

function parse(text: string, status: number, headers: Headers, host: string): Result<unknown, AppError> {
  try {
    return ok(JSON.parse(text));
  } catch {
    const body = text.trimStart();
    const isPage = body.startsWith('<') || /\bhtml\b/.test(headers.get('content-type') ?? '');
    const isPart = body === '' || body.startsWith('{') || body.startsWith('[');
    // PHP behind `Connection: close` sends no length, so a body cut short can only be told by its content.
    const reason = isPage ? 'html' : isPart ? 'truncated' : 'shape';
    return err({ kind: 'server', reason, status, code: '', host });
  }
}
