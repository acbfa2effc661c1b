import { createServer, type IncomingMessage, request, type Server, type ServerResponse } from 'node:http';
import { buffer } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';
import { type Fault, FaultScript, type LoggedRequest } from './faults.ts';
import { freePort } from './free-port.ts';

/** The public address of a test site: passes requests on to PHP and goes wrong where the script says so. */
export interface FaultProxy {
  readonly url: string;
  readonly faults: FaultScript;
  /** The address refuses connections; open ones are broken. */
  goOffline(): Promise<void>;
  /** Back on the same port. */
  goOnline(): Promise<void>;
}

interface Answer {
  readonly status: number;
  /** Names and values in turns, as received. */
  readonly headers: readonly string[];
  readonly body: Buffer;
}

/** Starts the proxy on a port of its own; `upstreamPort` is where PHP listens, or will. */
export async function startFaultProxy(upstreamPort: number): Promise<FaultProxy> {
  const faults = new FaultScript();
  const port = await freePort();
  const server = createServer((incoming, outgoing) => {
    handle(incoming, outgoing, faults, upstreamPort).catch(() => outgoing.destroy());
  });
  await listen(server, port);
  return {
    url: `http://127.0.0.1:${port}`,
    faults,
    goOffline: () => close(server),
    goOnline: () => (server.listening ? Promise.resolve() : listen(server, port)),
  };
}

async function handle(
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  faults: FaultScript,
  upstreamPort: number,
): Promise<void> {
  const body = await buffer(incoming);
  const fault = faults.take(incoming.method ?? 'GET', incoming.url ?? '/');
  const logged = logEntry(incoming, body, fault);
  faults.requests.push(logged);
  const forward = () => faults.track(forwardTo(upstreamPort, incoming, body, fault));
  const answer = await answerWith(fault, forward, outgoing, faults);
  if (answer === null || outgoing.destroyed) {
    outgoing.destroy();
    return;
  }
  logged.status = answer.status;
  send(outgoing, answer, incoming.method === 'HEAD', fault?.kind === 'drop-during');
}

/** The answer the caller gets, or null when the connection is to break. */
async function answerWith(
  fault: Fault | null,
  forward: () => Promise<Answer>,
  outgoing: ServerResponse,
  faults: FaultScript,
): Promise<Answer | null> {
  switch (fault?.kind) {
    case undefined:
    case 'drop-during':
    case 'strip-authorization':
      return forward();
    case 'delay':
      await faults.track('until' in fault ? fault.until : sleep(fault.ms));
      return forward();
    case 'drop-before':
      return null;
    case 'drop-after':
      await forward();
      return null;
    case 'commit-late':
      outgoing.destroy();
      await faults.track(('until' in fault ? fault.until : sleep(fault.afterMs)).then(forward));
      return null;
    case 'truncate': {
      const answer = await forward();
      return { ...answer, body: answer.body.subarray(0, fault.keepBytes ?? answer.body.length / 2) };
    }
    case 'status':
      return page(fault.status, fault.body ?? `<h1>${fault.status}</h1>`, fault.headers);
    case 'html-200':
      return page(200, fault.body ?? '<!DOCTYPE html><title>Welcome</title><h1>Please sign in</h1>');
    case 'redirect':
      return page(fault.status ?? 302, '', { location: fault.to });
    case 'basic-auth-prompt':
      return page(401, '<h1>Authorization Required</h1>', { 'www-authenticate': 'Basic realm="Preview"' });
  }
}

function page(status: number, html: string, headers: Readonly<Record<string, string>> = {}): Answer {
  const all = { 'content-type': 'text/html; charset=utf-8', ...headers };
  return { status, headers: Object.entries(all).flat(), body: Buffer.from(html) };
}

function forwardTo(
  port: number,
  incoming: IncomingMessage,
  body: Buffer,
  fault: Fault | null,
): Promise<Answer> {
  // Host stays the public one: WordPress redirects to its own address when it sees another.
  const { authorization, connection: _, 'transfer-encoding': __, ...rest } = incoming.headers;
  const stripped = authorization === undefined || fault?.kind === 'strip-authorization';
  const headers = { ...rest, ...(stripped ? {} : { authorization }), 'content-length': body.length };
  return new Promise((resolve, reject) => {
    const { method, url: path } = incoming;
    const onward = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (reply) => {
      buffer(reply).then(
        (answer) => resolve({ status: reply.statusCode ?? 502, headers: reply.rawHeaders, body: answer }),
        reject,
      );
    });
    onward.on('error', reject);
    onward.end(body);
  });
}

/** Headers that belong to one connection, or that are written anew. */
const ownHeaders = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length', 'date']);

function send(outgoing: ServerResponse, answer: Answer, isHead: boolean, breakHalfway: boolean): void {
  const headers: string[] = [];
  for (let at = 0; at < answer.headers.length; at += 2) {
    const [name = '', value = ''] = answer.headers.slice(at, at + 2);
    if (!ownHeaders.has(name.toLowerCase())) headers.push(name, value);
  }
  if (!isHead && answer.status !== 204 && answer.status !== 304) {
    headers.push('Content-Length', String(answer.body.length));
  }
  outgoing.writeHead(answer.status, headers);
  if (!breakHalfway) {
    outgoing.end(answer.body);
    return;
  }
  outgoing.write(answer.body.subarray(0, answer.body.length / 2), () => outgoing.destroy());
}

function logEntry(incoming: IncomingMessage, body: Buffer, fault: Fault | null): LoggedRequest {
  const { pathname, searchParams } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
  const { authorization, ...headers } = incoming.headers;
  return {
    method: incoming.method ?? 'GET',
    path: pathname,
    query: searchParams,
    headers,
    authorization: authorization === undefined ? 'absent' : 'present',
    bodySize: body.length,
    at: new Date().toISOString(),
    fault: fault?.kind ?? null,
    status: null,
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
