import { gzipSync, zstdCompressSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { net } from '../../host/net.ts';
import { closeConnections, defaultPool } from '../../host/net-transport.ts';
import { cleanUp, exchange, failure, read, serve, serveRaw } from './servers.ts';

afterEach(cleanUp);

describe('a request', () => {
  it('carries method, headers and body, and asks for what it can decode', async () => {
    const url = await serve((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () =>
        response.end(JSON.stringify({ method: request.method, headers: request.headers, body })),
      );
    });
    const answer = await exchange(
      { url, method: 'post', headers: { 'Content-Type': 'text/x', Accept: '*/*' } },
      'здравей',
    );
    const seen = JSON.parse(answer.body);
    expect(seen).toMatchObject({ method: 'POST', body: 'здравей' });
    expect(seen.headers).toMatchObject({
      'content-type': 'text/x',
      accept: '*/*',
      'content-length': '14',
      'accept-encoding': 'gzip, deflate, br, zstd',
    });
    expect(seen.headers).not.toHaveProperty('cookie');
  });

  it.each([
    ['gzip', gzipSync('text')],
    ['zstd', zstdCompressSync('text')],
  ])('decodes %s and keeps the header that says so', async (encoding, body) => {
    const url = await serve((_request, response) =>
      response.setHeader('content-encoding', encoding).end(body),
    );
    const answer = await exchange({ url });
    expect(answer.body).toBe('text');
    expect(answer.headers['content-encoding']).toBe(encoding);
  });

  it('joins repeated headers, except cookies and those that may come only once', async () => {
    const url = await serve((_request, response) => {
      response.writeHead(200, [
        'Link',
        'a',
        'Link',
        'b',
        'Set-Cookie',
        'x',
        'Set-Cookie',
        'y',
        'ETag',
        '1',
        'ETag',
        '2',
      ]);
      response.end();
    });
    expect((await exchange({ url })).headers).toMatchObject({
      link: 'a, b',
      'set-cookie': ['x', 'y'],
      etag: '1',
    });
  });
});

describe('an aborted request', () => {
  it('ends without an error and without the end of the body', async () => {
    const url = await serve((_request, response) => void response.writeHead(200).write('first'));
    const request = net.request(url);
    const events: string[] = [];
    for (const name of ['abort', 'error']) request.on(name, () => events.push(name));
    const closed = new Promise<void>((resolve) => {
      request.on('response', (response) => {
        response.on('end', () => events.push('end'));
        response.on('close', resolve);
        response.once('data', () => request.abort());
      });
    });
    request.end();
    await closed;
    expect(events).toEqual(['abort']);
  });
});

describe('redirects', () => {
  const moved = () =>
    serve((request, response) => {
      if (request.url === '/old') response.writeHead(302, { location: '/new', 'X-Why': 'moved' }).end();
      else response.end(`${request.method} ${request.url}`);
    });

  it('are offered one by one and cancelled unless followed at once', async () => {
    const url = await moved();
    const request = net.request({ url: `${url}/old`, method: 'POST', redirect: 'manual' });
    const offers: unknown[] = [];
    request.on('redirect', (...offer) => offers.push(offer));
    const answer = read(request);
    request.end('body');
    await expect(answer).rejects.toThrow(/^Redirect was cancelled$/);
    expect(offers).toEqual([[302, 'GET', `${url}/new`, expect.objectContaining({ 'x-why': ['moved'] })]]);
    expect(() => request.followRedirect()).toThrow('was not waiting for a redirect');
  });

  it('go on when followed during the event, by themselves, or not at all', async () => {
    const url = await moved();
    const request = net.request({ url: `${url}/old`, redirect: 'manual' });
    request.on('redirect', () => request.followRedirect());
    const answer = read(request);
    request.end();
    expect((await answer).body).toBe('GET /new');
    expect((await exchange({ url: `${url}/old` })).body).toBe('GET /new');
    expect(await failure({ url: `${url}/old`, redirect: 'error' })).toContain("redirect policy was 'error'");
  });

  it('to another kind of address, and without end, are refused', async () => {
    const url = await serve((request, response) => {
      response.writeHead(307, { location: request.url === '/file' ? 'file:///etc/passwd' : '/again' }).end();
    });
    expect(await failure({ url: `${url}/file` })).toBe('net::ERR_UNSAFE_REDIRECT');
    expect(await failure({ url })).toBe('net::ERR_TOO_MANY_REDIRECTS');
  });
});

describe('a login', () => {
  const locked = () =>
    serve((request, response) => {
      if (request.headers.authorization === `Basic ${btoa('me:secret')}`) response.end('in');
      else response.writeHead(401, { 'www-authenticate': 'Basic realm="desk"' }).end('locked');
    });

  it('shows the 401 when nobody listens or nobody answers', async () => {
    const url = await locked();
    expect(await exchange({ url })).toMatchObject({ status: 401, body: 'locked' });
    const request = net.request(url);
    request.on('login', (_info, answer) => answer());
    const seen = read(request);
    request.end();
    expect(await seen).toMatchObject({ status: 401 });
  });

  it('is sent when given', async () => {
    const request = net.request(await locked());
    request.on('login', ({ realm, scheme }, answer) =>
      answer('me', `${scheme === 'basic' && realm === 'desk' ? 'secret' : ''}`),
    );
    const seen = read(request);
    request.end();
    expect(await seen).toMatchObject({ status: 200, body: 'in' });
  });
});

describe('kept-alive connections', () => {
  /** Answers the first request of a connection and drops the second, after having taken it. */
  async function dropping(): Promise<{ url: string; posts: () => number }> {
    let posts = 0;
    const url = await serveRaw((socket) => {
      let seen = 0;
      socket.on('error', () => undefined);
      socket.on('data', (chunk) => {
        if (chunk.toString().startsWith('POST')) posts += 1;
        seen += 1;
        if (seen === 1) socket.write('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok');
        else socket.destroy();
      });
    });
    return { url, posts: () => posts };
  }

  it('are used again, and a request that dies on one is sent twice, as Chromium does', async () => {
    const { url, posts } = await dropping();
    await exchange({ url });
    expect((await exchange({ url, method: 'POST' })).body).toBe('ok');
    expect(posts()).toBe(2);
  });

  it('are not used once they are closed, so nothing is sent twice', async () => {
    const { url, posts } = await dropping();
    await exchange({ url });
    closeConnections(defaultPool);
    await exchange({ url, method: 'POST' });
    expect(posts()).toBe(1);
  });
});

describe('what is not modelled', () => {
  it('throws', () => {
    const url = 'http://127.0.0.1:1';
    expect(() => net.request({ url, useSessionCookies: true })).toThrow('does not model cookies');
    expect(() => net.request({ url, credentials: 'include' })).toThrow('does not model credentials');
    expect(() => net.request({ url, partition: 'x' })).toThrow("does not model the option 'partition'");
    expect(() => net.request({ url: 'file:///etc/passwd' })).toThrow('only supports http: and https:');
    expect(() => net.request({ url, headers: { Host: 'x' } })).toThrow('restricted header');
    expect(() => Reflect.get(net, 'fetch')).toThrow('does not model net.fetch');
  });
});
