import type { ServerResponse } from 'node:http';
import { describe, expect, it, onTestFinished } from 'vitest';
import { mayHaveArrived } from '../../main/domain/delivery.ts';
import type { Timeouts } from '../../main/net/http.ts';
import { setOffline } from '../host/net.ts';
import { openHttp, reply, serve, serveBytes } from '../support/misbehaving-servers.ts';
import { freePort } from '../wordpress/free-port.ts';
import { startSelfSignedServer } from '../wordpress/other-servers.ts';

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
  /** Breaks the connection at the second request of a method. */
  async function breaking(method: string) {
    let seen = 0;
    const { url } = await serve((request, response) => {
      if (request.method === method) seen += 1;
      if (request.method === method && seen === 2) request.socket.destroy();
      else reply(200, {}, '{}')(request, response);
    });
    return { url, count: () => seen };
  }

  it('that dies makes the network stack repeat a read, which does no harm', async () => {
    const { url, count } = await breaking('GET');
    const http = openHttp();
    for (let time = 0; time < 2; time += 1) expect((await http.send({ method: 'GET', url })).ok).toBe(true);
    expect(count()).toBe(3);
  });

  it('is not used for a write, so that it is sent once', async () => {
    const { url, count } = await breaking('POST');
    const http = openHttp();
    expect((await http.send({ method: 'POST', url, body: '{}' })).ok).toBe(true);
    await http.send({ method: 'GET', url });
    expect(await http.send({ method: 'POST', url, body: '{}' })).toMatchObject({
      error: { kind: 'offline', reason: 'dropped' },
    });
    expect(count()).toBe(2);
  });
});

describe('writes', () => {
  it('go one after another, however each of them ends', async () => {
    let running = 0;
    let most = 0;
    const { url, seen } = await serve((request, response) => {
      running += 1;
      most = Math.max(most, running);
      response.once('close', () => {
        running -= 1;
      });
      const ends: Record<string, () => void> = {
        '/dropped': () => request.socket.destroy(),
        '/redirect': () => reply(302, { Location: '/' })(request, response),
        '/empty': () => reply(204)(request, response),
        '/large': () => reply(200, {}, 'x'.repeat(5000))(request, response),
        '/slow': () => setTimeout(() => response.end('{}'), 30),
        '/silent': () => undefined,
      };
      (ends[request.url ?? ''] ?? (() => response.end('{}')))();
    });
    const http = openHttp({ wholeMs: 2000 });
    const send = (path: string, over: object = {}) =>
      http.send({ method: 'POST', url: `${url}${path}`, body: '{}', ...over });
    const outcomes = await Promise.all([
      send('/slow'),
      send('/dropped'),
      send('/redirect'),
      send('/empty'),
      send('/large', { maxBytes: 100 }),
      send('/silent', { timeoutMs: 500 }),
      send('/given-up', { signal: AbortSignal.abort() }),
      send('/last'),
    ]);
    expect(outcomes.map((outcome) => (outcome.ok ? outcome.value.status : outcome.error.kind))).toEqual([
      200,
      'offline',
      'validation',
      204,
      'server',
      'offline',
      'offline',
      200,
    ]);
    expect(most).toBe(1);
    expect(seen.map((request) => request.url)).not.toContain('/given-up');
  });

  it('do not wait for one that could not even begin', async () => {
    const { url } = await serve(reply(200, {}, '{}'));
    const http = openHttp();
    // A header that the network stack refuses: it throws before there is an exchange.
    const headers = { 'Transfer-Encoding': 'chunked' };
    expect(await http.send({ method: 'POST', url, headers, body: '{}' })).toMatchObject({ ok: false });
    expect((await http.send({ method: 'POST', url, body: '{}' })).ok).toBe(true);
  });
});
