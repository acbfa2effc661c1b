import type { ClientRequest, IncomingMessage, Net, Session } from 'electron';
import { type Transport, TransportError } from './transport.ts';

/** Statuses whose Response may have no body (Fetch standard, "null body status"). */
const WITHOUT_BODY = new Set([204, 205, 304]);
/** Chromium writes these itself and refuses to be told. */
const CHROMIUMS_OWN = new Set(['content-length', 'host', 'connection']);

/**
 * Electron's network stack as a {@link Transport}: the system's proxy and certificates, no cookies, no stored
 * passwords, no cache. `net.fetch` would not do: with it a redirect taken by hand is an error without a target.
 *
 * Writes go through a session of their own, one after another, each over a fresh connection. Chromium repeats any
 * request, POST too, whose kept-alive connection turns out to be dead (HttpNetworkTransaction::ShouldResendRequest);
 * a server that acts and then drops the connection would act twice, and nobody could tell.
 *
 * @param writes a session used for nothing else
 */
export function electronTransport(
  net: Pick<Net, 'request'>,
  writes: Pick<Session, 'closeAllConnections'>,
): Transport {
  let lastWrite: Promise<void> = Promise.resolve();
  return async (request) => {
    if (request.method === 'GET' || request.method === 'HEAD') return exchange(net, request, {});
    const before = lastWrite;
    const { promise, resolve: onEnd } = Promise.withResolvers<void>();
    lastWrite = promise;
    try {
      await before;
      await writes.closeAllConnections();
      return await exchange(net, request, { session: writes as Session, onEnd });
    } catch (error) {
      // Whatever went wrong before there was an exchange: the next write must not wait for this one.
      onEnd();
      throw error;
    }
  };
}

interface Way {
  session?: Session;
  /** Called when the exchange is over, body and all, however it ended. */
  onEnd?: () => void;
}

async function exchange(net: Pick<Net, 'request'>, request: Request, way: Way): Promise<Response> {
  const { session, onEnd = () => {} } = way;
  const body = Buffer.from(await request.arrayBuffer());
  if (request.signal.aborted) throw new TransportError('net::ERR_ABORTED');
  const outgoing = net.request({
    method: request.method,
    url: request.url,
    redirect: 'manual',
    credentials: 'omit',
    useSessionCookies: false,
    cache: 'no-store',
    ...(session === undefined ? {} : { session }),
  });
  for (const [name, value] of request.headers) {
    if (!CHROMIUMS_OWN.has(name)) outgoing.setHeader(name, value);
  }
  const answer = waitForAnswer(outgoing, request, onEnd);
  if (body.byteLength > 0) outgoing.write(body);
  outgoing.end();
  return answer;
}

/**
 * Resolves with the first of response and redirect. The request's `close` means nothing: Electron's ClientRequest is a
 * Writable that closes itself once the body is written, before there is any answer.
 */
function waitForAnswer(outgoing: ClientRequest, request: Request, onEnd: () => void): Promise<Response> {
  return new Promise((resolve, reject) => {
    const refuse = (error: unknown) => {
      onEnd();
      reject(new TransportError(codeOf(error)));
    };
    const abort = () => {
      outgoing.abort();
      refuse('net::ERR_ABORTED');
    };
    request.signal.addEventListener('abort', abort, { once: true });
    outgoing.on('response', (incoming) => {
      try {
        resolve(toResponse(incoming, outgoing, request, onEnd));
      } catch {
        // A status outside 200-599 is no HTTP.
        outgoing.abort();
        refuse('net::ERR_INVALID_HTTP_RESPONSE');
      }
    });
    // Not followed: Chromium cancels the request then and reports that as an error, which comes too late to matter.
    outgoing.on('redirect', (status, _method, target, headers) => {
      const answer = new Response(null, { status, headers: copyHeaders(headers) });
      answer.headers.set('location', target);
      onEnd();
      resolve(answer);
    });
    // A proxy's question; without an answer its 407 arrives as the response.
    outgoing.on('login', (_info, answer) => answer());
    outgoing.on('error', refuse);
  });
}

function toResponse(
  incoming: IncomingMessage,
  outgoing: ClientRequest,
  request: Request,
  onEnd: () => void,
): Response {
  const status = incoming.statusCode;
  const headers = copyHeaders(incoming.headers);
  // Chromium has unpacked the body, so its length on the wire says nothing any more.
  if (headers.has('content-encoding')) headers.delete('content-length');
  const body = toStream(incoming, outgoing, request.signal, onEnd);
  const bodyless = request.method === 'HEAD' || WITHOUT_BODY.has(status);
  return new Response(bodyless ? null : body, { status, headers });
}

/** The body as it comes. Ends with an error if the connection breaks or the signal aborts before the end. */
function toStream(
  incoming: IncomingMessage,
  outgoing: ClientRequest,
  signal: AbortSignal,
  onEnd: () => void,
): ReadableStream<Uint8Array> {
  let open = true;
  const once = (act: () => void) => () => {
    if (open) act();
    open = false;
    onEnd();
  };
  return new ReadableStream({
    start(controller) {
      const fail = (code: string) => once(() => controller.error(new TransportError(code)))();
      incoming.on('data', (chunk) => {
        if (open) controller.enqueue(new Uint8Array(chunk));
      });
      incoming.on(
        'end',
        once(() => controller.close()),
      );
      incoming.on('error', (error) => fail(codeOf(error)));
      incoming.on('aborted', () => fail('net::ERR_ABORTED'));
      signal.addEventListener('abort', () => fail('net::ERR_ABORTED'), { once: true });
    },
    cancel: once(() => outgoing.abort()),
  });
}

/** Cookies stay out, and so does a value that is no legal header: Chromium passes on bytes as they came. */
function copyHeaders(source: Record<string, string | string[]>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(source)) {
    if (name.toLowerCase() === 'set-cookie') continue;
    try {
      headers.set(name, Array.isArray(value) ? value.join(', ') : value);
    } catch {
      headers.delete(name);
    }
  }
  return headers;
}

function codeOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.match(/net::ERR_[A-Z0-9_]+/)?.[0] ?? 'net::ERR_FAILED';
}
