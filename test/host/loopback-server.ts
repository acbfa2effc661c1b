// Answers Chromium's requests for the app's custom schemes with the app's own protocol handlers.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream } from 'node:stream/web';
import { say } from './control.ts';
import { originOf, type Schemes } from './schemes.ts';

/** Headers of the hop between Chromium and this server, which a protocol handler never sees in Electron. */
const HOP = new Set(['host', 'connection', 'keep-alive', 'transfer-encoding', 'upgrade-insecure-requests']);

/** Listens on a free port of 127.0.0.1 and returns it. Requests that do not carry the secret get 403. */
export async function serveSchemes(schemes: Schemes): Promise<number> {
  const server = createServer((request, response) => {
    answer(schemes, request, response).catch((error: unknown) => {
      // In Electron a handler that throws makes the request fail, so no answer is made up here.
      say(`a protocol handler failed: ${String(error)}`);
      response.destroy();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  server.unref();
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The loopback server has no port');
  return address.port;
}

async function answer(schemes: Schemes, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = `http://${request.headers.host ?? ''}${request.url ?? '/'}`;
  const url = schemes.fromPage(asked);
  const handler = url === asked ? undefined : schemes.handlerOf(url);
  if (!handler) {
    response.writeHead(403).end();
    return;
  }
  const reply = await handler(toRequest(schemes, request, url));
  // Electron keeps no HTTP cache for custom schemes.
  response.writeHead(reply.status, { 'cache-control': 'no-cache', ...Object.fromEntries(reply.headers) });
  if (!reply.body) response.end();
  else
    await pipeline(Readable.fromWeb(reply.body as ReadableStream), response).catch(() => response.destroy());
}

function toRequest(schemes: Schemes, request: IncomingMessage, url: string): Request {
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (!HOP.has(name) && value !== undefined) headers.set(name, String(value));
  }
  const origin = headers.get('origin');
  if (origin) headers.set('origin', origin === 'null' ? origin : originOf(schemes.fromPage(origin)));
  const referer = headers.get('referer');
  if (referer) headers.set('referer', schemes.fromPage(referer));
  const method = request.method ?? 'GET';
  const body = method === 'GET' || method === 'HEAD' ? null : (Readable.toWeb(request) as BodyInit);
  return new Request(url, { method, headers, body, duplex: 'half' } as RequestInit);
}
