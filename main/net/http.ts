import type { AppError } from '../domain/app-error.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { readAddress } from './address-rules.ts';
import { type Deadline, startDeadline } from './deadline.ts';
import { type HttpResponse, httpResponse } from './http-response.ts';
import { errorOfCode } from './net-error.ts';
import { readBody } from './read-body.ts';
import { redirectTarget } from './redirect.ts';
import { retryAfterSeconds } from './retry-after.ts';
import { type Transport, TransportError } from './transport.ts';

const MAX_REDIRECTS = 5;
const MAX_BYTES = 32 * 1024 * 1024;

export interface Credentials {
  login: string;
  password: string;
}

export interface HttpRequest {
  method: 'GET' | 'HEAD' | 'POST' | 'PUT' | 'DELETE';
  url: string;
  headers?: Readonly<Record<string, string>>;
  body?: string | Uint8Array<ArrayBuffer>;
  /** Sent as Basic authentication, to the origin of `url` only. */
  credentials?: Credentials;
  /** Stops the request; it ends as `offline dropped`. */
  signal?: AbortSignal;
  /** Limit of the unpacked body. */
  maxBytes?: number;
  /** Limit of the whole exchange in place of `Timeouts.wholeMs`. */
  timeoutMs?: number;
}

/** In milliseconds: until the headers of each response, and until the end of the last body. */
export interface Timeouts {
  headersMs: number;
  wholeMs: number;
}

export interface Http {
  /** One attempt. `mayHaveArrived` (main/domain/delivery.ts) tells of an error whether the server may have acted. */
  send(request: HttpRequest): Promise<Result<HttpResponse, AppError>>;
}

/** What every request of the app goes through, whatever it is for. */
interface Way {
  transport: Transport;
  userAgent: string;
  timeouts: Timeouts;
  now: () => number;
}

/**
 * The one way out of the app: https only (http on this computer), redirects by hand, no cookies, limits on size and
 * time, one vocabulary of errors. Decisions in docs/adr/0003-network.md.
 */
export function createHttp(options: {
  transport: Transport;
  /** Version of the app, for `User-Agent`. */
  version: string;
  timeouts?: Partial<Timeouts>;
  now?: () => number;
}): Http {
  const way: Way = {
    transport: options.transport,
    userAgent: `Copydesk/${options.version}`,
    timeouts: { headersMs: 30_000, wholeMs: 120_000, ...options.timeouts },
    now: options.now ?? Date.now,
  };
  return {
    async send(request) {
      const url = readAddress(request.url);
      if (!url.ok) return url;
      const whole = startDeadline(request.timeoutMs ?? way.timeouts.wholeMs, request.signal);
      try {
        return await follow(way, request, url.value, whole);
      } finally {
        whole.clear();
      }
    },
  };
}

async function follow(
  way: Way,
  request: HttpRequest,
  start: URL,
  whole: Deadline,
): Promise<Result<HttpResponse, AppError>> {
  let url = start;
  let status = 0;
  for (let hops = 0; hops <= MAX_REDIRECTS; hops += 1) {
    const answer = await ask(way, request, url, whole);
    if (!answer.ok) return answer;
    status = answer.value.status;
    const asked = { method: request.method, url, hasCredentials: request.credentials !== undefined };
    const target = redirectTarget(asked, answer.value);
    if (!target.ok || target.value !== null) answer.value.body?.cancel().catch(() => undefined);
    if (!target.ok) return target;
    if (target.value === null) return finish(way, request, url, answer.value, whole);
    url = target.value;
  }
  return err({ kind: 'server', reason: 'failed', status, code: 'too-many-redirects', host: url.host });
}

/** Sends once and waits for the headers. The response's body stays under the whole deadline. */
async function ask(
  way: Way,
  request: HttpRequest,
  url: URL,
  whole: Deadline,
): Promise<Result<Response, AppError>> {
  const headers = startDeadline(way.timeouts.headersMs, whole.signal);
  try {
    const response = await headers.race(way.transport(build(way, request, url, headers.signal)));
    headers.stopClock();
    return ok(response);
  } catch (error) {
    headers.clear();
    const stop: unknown = headers.signal.reason ?? error;
    return err(errorOfCode(stop instanceof TransportError ? stop.code : 'net::ERR_FAILED', url.host));
  }
}

function build(way: Way, request: HttpRequest, url: URL, signal: AbortSignal): Request {
  const headers = new Headers({ 'User-Agent': way.userAgent, ...request.headers });
  if (request.credentials !== undefined) headers.set('Authorization', basic(request.credentials));
  return new Request(url, {
    method: request.method,
    headers,
    body: request.body ?? null,
    redirect: 'manual',
    credentials: 'omit',
    cache: 'no-store',
    signal,
  });
}

/** RFC 7617 with UTF-8, which is what WordPress expects of Cyrillic user names. */
function basic({ login, password }: Credentials): string {
  return `Basic ${Buffer.from(`${login}:${password}`, 'utf8').toString('base64')}`;
}

async function finish(
  way: Way,
  request: HttpRequest,
  url: URL,
  response: Response,
  whole: Deadline,
): Promise<Result<HttpResponse, AppError>> {
  const { host } = url;
  const body = await readBody(response, request.maxBytes ?? MAX_BYTES, whole);
  if (response.status === 429)
    return err({
      kind: 'rate-limited',
      retryAfterSeconds: retryAfterSeconds(response.headers, way.now),
      host,
    });
  // A proxy between us and the network wants a login.
  if (response.status === 407) return err({ kind: 'offline', reason: 'no-network', host });
  if (body.ok) return ok(httpResponse(response.status, url, response.headers, body.value));
  if (body.error.reason === 'stopped') return err(errorOfCode(body.error.code, host));
  return err({ kind: 'server', reason: body.error.reason, status: response.status, code: '', host });
}
