import type { IncomingMessage, RequestListener } from 'node:http';
import { createServer } from 'node:net';
import { onTestFinished } from 'vitest';
import { createHttp, type Http, type Timeouts } from '../../main/net/http.ts';
import { freePort } from '../wordpress/free-port.ts';
import { type OtherServer, startPlainServer } from '../wordpress/other-servers.ts';
import { hostTransport } from './transports.ts';

/** The app's own way out, as it runs in the app. */
export const openHttp = (timeouts: Partial<Timeouts> = {}): Http =>
  createHttp({ transport: hostTransport(), version: '9.9.9', timeouts });

/** A server with a log of what reached it. */
export async function serve(
  handler: RequestListener,
  start: (handler: RequestListener) => Promise<OtherServer> = startPlainServer,
): Promise<{ url: string; seen: IncomingMessage[] }> {
  const seen: IncomingMessage[] = [];
  const server = await start((request, response) => {
    seen.push(request);
    handler(request, response);
  });
  onTestFinished(() => server.stop());
  return { url: server.url, seen };
}

/** A server below HTTP: writes bytes and does what it wants with the connection. */
export async function serveBytes(bytes: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(bytes));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${port}/`;
}

/** Always the same answer. */
export const reply =
  (status: number, headers: Record<string, string> = {}, body = ''): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };
