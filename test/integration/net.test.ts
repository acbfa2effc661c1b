import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mayHaveArrived } from '../../main/domain/delivery.ts';
import { createHttp, type Http, type Timeouts } from '../../main/net/http.ts';
import { setOffline } from '../host/net.ts';
import { hostTransport } from '../support/transports.ts';
import { freePort } from '../wordpress/free-port.ts';
import { type OtherServer, startPlainServer, startSelfSignedServer } from '../wordpress/other-servers.ts';

const credentials = { login: 'мила', password: 'secret canary' };
const basic = `Basic ${Buffer.from('мила:secret canary').toString('base64')}`;

const openHttp = (timeouts: Partial<Timeouts> = {}): Http =>
  createHttp({ transport: hostTransport(), version: '9.9.9', timeouts });

/** A server with a log of what reached it. */
async function serve(
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
async function serveBytes(bytes: string): Promise<string> {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => socket.end(bytes));
  });
  const port = await freePort();
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  onTestFinished(() => new Promise((resolve) => server.close(() => resolve())));
  return `http://127.0.0.1:${port}/`;
}

const reply =
  (status: number, headers: Record<string, string> = {}, body = ''): RequestListener =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

describe('an exchange', () => {
  it('carries method, headers and body, and brings status, headers and body', async () => {
    const bodies: string[] = [];
    const { url, seen } = await serve((request, response) => {
      request.on('data', (chunk: Buffer) => bodies.push(chunk.toString()));
      request.on('end', () =>
        reply(201, { 'X-WP-Total': '3', 'Set-Cookie': 'a=b' }, '{"добре":true}')(request, response),
      );
    });
    const body = JSON.stringify({ title: 'Влак' });
    const headers = { 'Content-Type': 'application/json' };
    const answer = await openHttp().send({ method: 'POST', url, headers, body, credentials });
    if (!answer.ok) throw new Error(JSON.stringify(answer.error));
    expect(answer.value.status).toBe(201);
    expect(answer.value.json()).toEqual({ ok: true, value: { добре: true } });
    expect(answer.value.headers.get('x-wp-total')).toBe('3');
    expect(bodies).toEqual([body]);
    expect(seen[0]?.method).toBe('POST');
    expect(seen[0]?.headers).toMatchObject({
      'user-agent': 'Copydesk/9.9.9',
      'content-type': 'application/json',
      authorization: basic,
    });
  });

  it('keeps no cookie and offers none', async () => {
    const { url, seen } = await serve(reply(200, { 'Set-Cookie': 'session=1; Path=/' }, '{}'));
    const http = openHttp();
    const first = await http.send({ method: 'GET', url });
    await http.send({ method: 'GET', url });
    expect(seen.map((request) => request.headers.cookie)).toEqual([undefined, undefined]);
    expect(first.ok && first.value.headers.get('set-cookie')).toBeNull();
  });

  it('can send an empty User-Agent', async () => {
    const { url, seen } = await serve(reply(200, {}, '{}'));
    await openHttp().send({ method: 'GET', url, headers: { 'User-Agent': '' } });
    expect(seen[0]?.headers['user-agent']).toBe('');
  });

  it('unpacks a body and measures it unpacked', async () => {
    const packed = gzipSync(JSON.stringify('я'.repeat(100_000)));
    const { url } = await serve((_, response) => {
      response.writeHead(200, { 'Content-Encoding': 'gzip', 'Content-Length': packed.length }).end(packed);
    });
    const whole = await openHttp().send({ method: 'GET', url });
    expect(whole.ok && whole.value.bytes.byteLength).toBe(200_002);
    expect(await openHttp().send({ method: 'GET', url, maxBytes: 100_000 })).toMatchObject({
      error: { kind: 'server', reason: 'too-large' },
    });
  });

  it('has no body for HEAD and 204', async () => {
    const { url } = await serve(reply(204));
    for (const method of ['HEAD', 'DELETE'] as const) {
      const answer = await openHttp().send({ method, url });
      expect(answer.ok && answer.value.bytes.byteLength).toBe(0);
    }
  });

  it('does not answer a password prompt by itself', async () => {
    const { url, seen } = await serve(reply(401, { 'WWW-Authenticate': 'Basic realm="Staging"' }, 'No'));
    const answer = await openHttp().send({ method: 'GET', url });
    expect(answer.ok && answer.value.status).toBe(401);
    expect(seen).toHaveLength(1);
    expect(seen[0]?.headers.authorization).toBeUndefined();
  });
});

describe('a redirect', () => {
  it('to another origin is not followed with credentials: nothing arrives there', async () => {
    const other = await serve(reply(200, {}, '{}'));
    const { url } = await serve(reply(302, { Location: `${other.url}/steal` }));
    expect(await openHttp().send({ method: 'GET', url, credentials })).toEqual({
      ok: false,
      error: {
        kind: 'validation',
        field: 'address',
        reason: 'redirected-elsewhere',
        detail: `${other.url}/steal`,
      },
    });
    expect(other.seen).toEqual([]);
    expect(await openHttp().send({ method: 'GET', url })).toMatchObject({ ok: true });
    expect(other.seen.map((request) => request.url)).toEqual(['/steal']);
  });

  it('on the same origin keeps them', async () => {
    const { url, seen } = await serve((request, response) => {
      if (request.url === '/') reply(301, { Location: '/%D1%82%D1%83%D0%BA/' })(request, response);
      else reply(200, {}, '{}')(request, response);
    });
    const answer = await openHttp().send({ method: 'GET', url, credentials });
    expect(answer.ok && answer.value.url.pathname).toBe('/%D1%82%D1%83%D0%BA/');
    expect(seen.map((request) => request.headers.authorization)).toEqual([basic, basic]);
  });

  it('of a write is not followed: the second address sees nothing', async () => {
    const { url, seen } = await serve(reply(307, { Location: '/there' }));
    const answer = await openHttp().send({ method: 'POST', url, body: '{}', credentials });
    expect(answer).toMatchObject({ error: { kind: 'validation', reason: 'redirected-elsewhere' } });
    expect(seen).toHaveLength(1);
  });

  it('in a circle ends', async () => {
    const { url, seen } = await serve(reply(302, { Location: '/' }));
    expect(await openHttp().send({ method: 'GET', url })).toMatchObject({
      error: { code: 'too-many-redirects' },
    });
    expect(seen).toHaveLength(6);
  });
});

/** Posts to `url` and expects an error, and that we know whether the request may have arrived. */
async function fails(url: string, expected: object, arrived: boolean, timeouts?: Partial<Timeouts>) {
  const answer = await openHttp(timeouts).send({ method: 'POST', url, body: '{}' });
  if (answer.ok) throw new Error(`Answered ${answer.value.status}`);
  expect(answer.error).toMatchObject(expected);
  expect(mayHaveArrived(answer.error)).toBe(arrived);
}

describe('a failure', () => {
  it('nobody listens', async () =>
    fails(`http://127.0.0.1:${await freePort()}/`, { kind: 'offline', reason: 'refused' }, false));

  it('no such name', () =>
    fails('https://no-such-blog.invalid/', { kind: 'offline', reason: 'name' }, false));

  it('no network', async () => {
    setOffline(true);
    onTestFinished(() => setOffline(false));
    await fails('http://127.0.0.1:9/', { kind: 'offline', reason: 'no-network' }, false);
  });

  it('a certificate that nobody signed: the request is not sent', async () => {
    const { url, seen } = await serve(reply(200, {}, '{}'), startSelfSignedServer);
    await fails(url, { kind: 'offline', reason: 'certificate' }, false);
    expect(seen).toEqual([]);
  });

  it('plain HTTP where https was asked for', async () => {
    const { url } = await serve(reply(200));
    await fails(url.replace('http:', 'https:'), { kind: 'offline', reason: 'certificate' }, false);
  });

  it('the connection breaks without an answer', async () => {
    const { url, seen } = await serve((request) => request.socket.destroy());
    await fails(url, { kind: 'offline', reason: 'dropped' }, true);
    expect(seen).toHaveLength(1);
  });

  it('the answer is not HTTP', async () =>
    fails(await serveBytes('SSH-2.0-OpenSSH_9.2\r\n'), { kind: 'server', reason: 'shape', status: 0 }, true));

  it('the status is none that exists', async () =>
    fails(await serveBytes('HTTP/1.1 999 No\r\nContent-Length: 0\r\n\r\n'), { reason: 'shape' }, true));

  it('the body is shorter than announced', async () => {
    const bytes = 'HTTP/1.1 201 Created\r\nContent-Length: 500\r\n\r\n{"id": 4';
    await fails(await serveBytes(bytes), { kind: 'server', reason: 'truncated', status: 201 }, true);
  });

  it('a chunked body has no end', async () => {
    const bytes = 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{"id": 4\r\n';
    await fails(await serveBytes(bytes), { kind: 'server', reason: 'truncated', status: 200 }, true);
  });
});

describe('an answer without end', () => {
  it('the headers never come, and the connection is closed', async () => {
    const closed = Promise.withResolvers<void>();
    const { url } = await serve((request) => request.socket.once('close', () => closed.resolve()));
    await fails(url, { kind: 'offline', reason: 'timeout' }, true, { headersMs: 80 });
    await closed.promise;
  });

  it('the body never ends, and the connection is closed', async () => {
    const closed = Promise.withResolvers<void>();
    const drip = (response: ServerResponse) => {
      const timer = setInterval(() => response.write(' '), 10);
      response.once('close', () => {
        clearInterval(timer);
        closed.resolve();
      });
    };
    const { url } = await serve((_, response) => drip(response.writeHead(200)));
    await fails(url, { kind: 'offline', reason: 'timeout' }, true, { wholeMs: 150 });
    await closed.promise;
  });

  it('a body without end is cut at the limit', async () => {
    const closed = Promise.withResolvers<void>();
    const { url } = await serve((_, response) => {
      const flood = () => {
        while (!response.destroyed && response.write(Buffer.alloc(65_536)));
      };
      response.on('drain', flood).once('close', () => closed.resolve());
      flood();
    });
    const answer = await openHttp().send({ method: 'GET', url, maxBytes: 1_000_000 });
    expect(answer).toMatchObject({ error: { kind: 'server', reason: 'too-large', status: 200 } });
    await closed.promise;
  });

  it('the caller gives up, and the connection is closed', async () => {
    const closed = Promise.withResolvers<void>();
    const controller = new AbortController();
    const { url } = await serve((request) => {
      request.socket.once('close', () => closed.resolve());
      controller.abort();
    });
    const answer = await openHttp().send({ method: 'GET', url, signal: controller.signal });
    expect(answer).toMatchObject({ error: { kind: 'offline', reason: 'dropped' } });
    await closed.promise;
  });
});

describe('a kept connection', () => {
  it('that dies makes the network stack send a write twice: callers must find twins', async () => {
    let posts = 0;
    const { url } = await serve((request, response) => {
      if (request.method === 'POST') posts += 1;
      if (request.method === 'POST' && posts === 1) request.socket.destroy();
      else reply(200, {}, '{}')(request, response);
    });
    const http = openHttp();
    await http.send({ method: 'GET', url });
    expect(await http.send({ method: 'POST', url, body: '{}' })).toMatchObject({ ok: true });
    expect(posts).toBe(2);
  });
});
