// Servers on loopback and one exchange with them, for the tests of the stand-in's `net`.
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server } from 'node:http';
import { type AddressInfo, createServer as createRawServer, type Socket } from 'node:net';
import path from 'node:path';
import type { ClientRequestConstructorOptions } from 'electron';
import { net, setOffline } from '../../host/net.ts';
import type { ClientRequest } from '../../host/net-request.ts';
import type { IncomingMessage } from '../../host/net-response.ts';
import { closeConnections, defaultPool } from '../../host/net-transport.ts';

/** A certificate with its key, signed by `authority` unless its name says otherwise. */
export const certificate = (name: string) =>
  readFileSync(path.join(import.meta.dirname, 'certificates', `${name}.pem`), 'utf8');
const cleanups: (() => void)[] = [];

/** Ends what a test has started; for afterEach. */
export function cleanUp(): void {
  setOffline(false);
  closeConnections(defaultPool);
  for (const clean of cleanups.splice(0)) clean();
}

/** The port of a server that listens until the end of the test. */
export async function listening(server: Server | ReturnType<typeof createRawServer>): Promise<number> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  cleanups.push(() => {
    if ('closeAllConnections' in server) server.closeAllConnections();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
/** The address of a server. */
export const serve = async (listener: RequestListener) =>
  `http://127.0.0.1:${await listening(createServer(listener))}`;
/** The address of a server that answers bytes. */
export const serveRaw = async (onSocket: (socket: Socket) => void) =>
  `http://127.0.0.1:${await listening(createRawServer(onSocket))}`;

/** A response, read to the end. */
export interface Answer {
  status: number;
  headers: IncomingMessage['headers'];
  body: string;
}
/** What a request gets, read to the end. */
export function read(request: ClientRequest): Promise<Answer> {
  return new Promise((resolve, reject) => {
    request.on('error', reject);
    request.on('response', (response: IncomingMessage) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        resolve({
          status: response.statusCode,
          headers: response.headers,
          body: Buffer.concat(chunks).toString(),
        });
      });
    });
  });
}
/** One request and what it gets. */
export function exchange(options: ClientRequestConstructorOptions, body?: string): Promise<Answer> {
  const request = net.request({ useSessionCookies: false, credentials: 'omit', ...options });
  const answer = read(request);
  request.end(body);
  return answer;
}
/** The message of the error a request ends with. */
export const failure = (options: ClientRequestConstructorOptions) =>
  exchange(options).then(
    () => 'no error',
    (error: Error) => error.message,
  );
