import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openHttp, reply, serve } from '../support/misbehaving-servers.ts';

const credentials = { login: 'мила', password: 'secret canary' };
const basic = `Basic ${Buffer.from('мила:secret canary').toString('base64')}`;

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
