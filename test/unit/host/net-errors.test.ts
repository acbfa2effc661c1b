import { createServer as createSecureServer } from 'node:https';
import { createServer as createRawServer, type Socket } from 'node:net';
import tls from 'node:tls';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { net, setOffline } from '../../host/net.ts';
import { certificate, cleanUp, failure, listening, serve, serveRaw } from './servers.ts';

beforeAll(() => tls.setDefaultCACertificates([certificate('authority')]));
afterEach(cleanUp);

describe('errors have the names of Chromium', () => {
  it('of names, ports and the missing network', async () => {
    const port = await listening(createRawServer());
    cleanUp(); // nobody listens there any more
    expect(await failure({ url: `http://127.0.0.1:${port}` })).toBe('net::ERR_CONNECTION_REFUSED');
    expect(await failure({ url: 'http://nowhere.invalid' })).toBe('net::ERR_NAME_NOT_RESOLVED');
    setOffline(true);
    expect(await failure({ url: `http://127.0.0.1:${port}` })).toBe('net::ERR_INTERNET_DISCONNECTED');
    expect(net.isOnline()).toBe(false);
  });

  it.each([
    ['closes without an answer', (socket: Socket) => socket.end(), 'net::ERR_EMPTY_RESPONSE'],
    ['resets', (socket: Socket) => socket.resetAndDestroy(), 'net::ERR_CONNECTION_RESET'],
    [
      'does not speak HTTP',
      (socket: Socket) => socket.end('hello\r\n\r\n'),
      'net::ERR_INVALID_HTTP_RESPONSE',
    ],
    [
      'stops before the promised length',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf'),
      'net::ERR_CONTENT_LENGTH_MISMATCH',
    ],
    [
      'stops between chunks',
      (socket: Socket) => socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n'),
      'net::ERR_INCOMPLETE_CHUNKED_ENCODING',
    ],
    [
      'sends something else than it says',
      (socket: Socket) =>
        socket.end('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 4\r\n\r\nabcd'),
      'net::ERR_CONTENT_DECODING_FAILED',
    ],
  ])('of a server that %s', async (_what, act, name) => {
    const url = await serveRaw((socket) => {
      socket.on('error', () => undefined);
      socket.once('data', () => act(socket));
    });
    expect(await failure({ url })).toBe(name);
  });

  it.each([
    ['self-signed', 'net::ERR_CERT_AUTHORITY_INVALID'],
    ['expired', 'net::ERR_CERT_DATE_INVALID'],
    ['other-name', 'net::ERR_CERT_COMMON_NAME_INVALID'],
    ['good', 'no error'],
  ])('of a certificate: %s', async (name, expected) => {
    const pem = certificate(name);
    const server = createSecureServer({ key: pem, cert: pem }, (_request, response) => response.end());
    expect(await failure({ url: `https://127.0.0.1:${await listening(server)}` })).toBe(expected);
  });

  it('of a server without TLS', async () => {
    const url = await serve((_request, response) => response.end());
    expect(await failure({ url: url.replace('http:', 'https:') })).toBe('net::ERR_SSL_PROTOCOL_ERROR');
  });
});
