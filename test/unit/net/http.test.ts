import { describe, expect, it, vi } from 'vitest';
import { createHttp, type HttpRequest, type Timeouts } from '../../../main/net/http.ts';
import { json, page, type Scripted, scriptedTransport } from '../../support/transports.ts';

const credentials = { login: 'Мила', password: 'аб вг' };

function setUp(answers: Scripted[], timeouts: Partial<Timeouts> = {}) {
  const { transport, requests } = scriptedTransport(...answers);
  const http = createHttp({ transport, version: '1.2.3', timeouts });
  const send = (over: Partial<HttpRequest> = {}) =>
    http.send({ method: 'GET', url: 'https://blog.example/a', ...over });
  return { send, requests };
}

const redirect = (status: number, location: string) => new Response(null, { status, headers: { location } });

describe('a request', () => {
  it('names the app and carries UTF-8 credentials', async () => {
    const { send, requests } = setUp([json({ здравей: 1 })]);
    const answer = await send({ credentials, headers: { Accept: 'application/json' } });
    expect(answer.ok && answer.value.json()).toEqual({ ok: true, value: { здравей: 1 } });
    const [request] = requests;
    expect(request?.headers.get('user-agent')).toBe('Copydesk/1.2.3');
    expect(request?.headers.get('accept')).toBe('application/json');
    expect(Buffer.from(request?.headers.get('authorization')?.slice(6) ?? '', 'base64').toString()).toBe(
      'Мила:аб вг',
    );
  });

  it('never leaves for an insecure address', async () => {
    const { send, requests } = setUp([]);
    expect(await send({ url: 'http://blog.example/' })).toEqual({
      ok: false,
      error: { kind: 'validation', field: 'address', reason: 'insecure-address', detail: 'blog.example' },
    });
    expect(requests).toEqual([]);
  });

  it('gives any status but 429 and 407 as an answer', async () => {
    for (const status of [200, 204, 302, 401, 404, 500, 503]) {
      const answer = await setUp([new Response(null, { status })]).send();
      expect(answer.ok && answer.value.status).toBe(status);
    }
  });

  it('turns 429 into a pause', async () => {
    const { send } = setUp([new Response('', { status: 429, headers: { 'Retry-After': '7' } })]);
    const error = { kind: 'rate-limited', retryAfterSeconds: 7, host: 'blog.example' };
    expect(await send()).toEqual({ ok: false, error });
  });

  it('turns the login of a proxy into no network', async () => {
    const answer = await setUp([new Response('', { status: 407 })]).send();
    expect(answer).toMatchObject({ ok: false, error: { kind: 'offline', reason: 'no-network' } });
  });

  it('counts an error of ours inside a transport as a dropped connection', async () => {
    const broken = () => Promise.reject(new Error('?'));
    expect(await setUp([broken]).send()).toMatchObject({ error: { kind: 'offline', reason: 'dropped' } });
  });
});

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('%i of a read is followed on the same origin', async (status) => {
    const { send, requests } = setUp([redirect(status, '/b?c=1'), json('there')]);
    const answer = await send({ credentials });
    expect(answer.ok && answer.value.url.href).toBe('https://blog.example/b?c=1');
    expect(requests[1]?.headers.get('authorization')).toMatch(/^Basic /);
  });

  it('is followed to another host where nothing secret is sent', async () => {
    const { send, requests } = setUp([redirect(301, 'https://www.blog.example/'), json('there')]);
    expect(await send()).toMatchObject({ ok: true });
    expect(requests.map((request) => request.url)).toEqual([
      'https://blog.example/a',
      'https://www.blog.example/',
    ]);
  });

  it.each([
    ['another host', 'https://evil.example/x?token=1', 'https://evil.example/x'],
    ['another port', 'https://blog.example:8443/x', 'https://blog.example:8443/x'],
    ['no encryption', 'http://blog.example/x', 'http://blog.example/x'],
    ['this computer', 'http://127.0.0.1/x', 'http://127.0.0.1/x'],
  ])('to %s never takes credentials along', async (_, target, detail) => {
    const { send, requests } = setUp([redirect(302, target)]);
    expect(await send({ credentials })).toEqual({
      ok: false,
      error: { kind: 'validation', field: 'address', reason: 'redirected-elsewhere', detail },
    });
    expect(requests).toHaveLength(1);
  });

  it.each(['POST', 'PUT', 'DELETE'] as const)(
    'of a %s is refused, even to the same origin',
    async (method) => {
      const { send, requests } = setUp([redirect(307, '/b')]);
      expect(await send({ method, body: '{}' })).toMatchObject({ error: { reason: 'redirected-elsewhere' } });
      expect(requests).toHaveLength(1);
    },
  );

  it.each([
    ['from https to http', 'http://blog.example/', 'insecure-address'],
    ['from https to http on this computer', 'http://localhost/', 'insecure-address'],
    ['to another scheme', 'file:///etc/passwd', 'bad-address'],
    ['to an address with a password', 'https://a:b@blog.example/', 'bad-address'],
  ])('%s is refused without credentials too', async (_, target, reason) => {
    expect(await setUp([redirect(302, target)]).send()).toMatchObject({ error: { reason } });
  });

  it('without a target that can be read is an error', async () => {
    expect(await setUp([redirect(302, 'https://')]).send()).toMatchObject({
      error: { code: 'bad-redirect' },
    });
  });

  it('is followed five times and no more', async () => {
    const hops = (count: number) => Array.from({ length: count }, (_, hop) => redirect(302, `/${hop}`));
    expect(await setUp([...hops(5), json(1)]).send()).toMatchObject({ ok: true });
    const { send, requests } = setUp(hops(9));
    expect(await send()).toMatchObject({
      error: { kind: 'server', reason: 'failed', status: 302, code: 'too-many-redirects' },
    });
    expect(requests).toHaveLength(6);
  });
});

describe('a body', () => {
  it.each([
    ['a page', page('<!DOCTYPE html><p>Hotel</p>'), 'html', 200],
    ['a page without a type', new Response('  <html>', { status: 502 }), 'html', 502],
    ['half of it', new Response('{"id":1,"titl', { status: 201 }), 'truncated', 201],
    ['nothing', new Response('', { status: 200 }), 'truncated', 200],
    ['words', new Response('OK'), 'shape', 200],
  ])('that is not JSON but %s says so and keeps the status', async (_, response, reason, status) => {
    const answer = await setUp([response]).send();
    expect(answer.ok && answer.value.json()).toEqual({
      ok: false,
      error: { kind: 'server', reason, status, code: '', host: 'blog.example' },
    });
  });

  it('is read as UTF-8, with or without a byte order mark', async () => {
    const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode('{"a":"я"}')]);
    const answer = await setUp([new Response(bytes)]).send();
    expect(answer.ok && answer.value.json()).toEqual({ ok: true, value: { a: 'я' } });
    const broken = await setUp([new Response(new Uint8Array([0x22, 0xd0, 0x22]))]).send();
    expect(broken.ok && broken.value.json()).toEqual({ ok: true, value: '\u{fffd}' });
  });

  it('may be exactly as large as the limit', async () => {
    expect(await setUp([new Response('12345')]).send({ maxBytes: 5 })).toMatchObject({ ok: true });
    expect(await setUp([new Response('123456')]).send({ maxBytes: 5 })).toMatchObject({
      error: { kind: 'server', reason: 'too-large', status: 200 },
    });
  });

  it('that announces too much is not read at all', async () => {
    const pull = vi.fn();
    const body = new ReadableStream({ pull }, { highWaterMark: 0 });
    const response = new Response(body, { headers: { 'content-length': '9999999999' } });
    expect(await setUp([response]).send()).toMatchObject({ error: { reason: 'too-large' } });
    expect(pull).not.toHaveBeenCalled();
  });

  it('that breaks off is truncated, whatever the status', async () => {
    const body = new ReadableStream({
      start: (controller) => controller.enqueue(new TextEncoder().encode('[1,')),
      pull: (controller) => controller.error(new Error('gone')),
    });
    expect(await setUp([new Response(body, { status: 201 })]).send()).toMatchObject({
      error: { kind: 'server', reason: 'truncated', status: 201 },
    });
  });
});

describe('time', () => {
  const never = () => new Promise<Response>(() => undefined);
  const timedOut = { ok: false, error: { kind: 'offline', reason: 'timeout', host: 'blog.example' } };
  const endless = () =>
    new Response(new ReadableStream({ start: (controller) => controller.enqueue(new Uint8Array(1)) }));

  it('runs out while waiting for headers, and the transport is told', async () => {
    const { send, requests } = setUp([never], { headersMs: 10 });
    expect(await send()).toEqual(timedOut);
    expect(requests[0]?.signal.aborted).toBe(true);
  });

  it('runs out while a body does not end, and the body is cancelled', async () => {
    const cancel = vi.fn();
    const body = new ReadableStream({ cancel });
    expect(await setUp([new Response(body)], { wholeMs: 10 }).send()).toEqual(timedOut);
    expect(cancel).toHaveBeenCalled();
    expect(await setUp([endless()]).send({ timeoutMs: 10 })).toEqual(timedOut);
  });

  it('counts over all hops together', async () => {
    const slowHop = async () => {
      await new Promise((resolve) => setTimeout(resolve, 30));
      return redirect(302, '/again');
    };
    const { send } = setUp([slowHop, slowHop, slowHop, slowHop], { wholeMs: 70, headersMs: 1000 });
    expect(await send()).toEqual(timedOut);
  });

  it('ends when the caller wants it, before and during', async () => {
    const dropped = { ok: false, error: { kind: 'offline', reason: 'dropped', host: 'blog.example' } };
    expect(await setUp([never]).send({ signal: AbortSignal.abort() })).toEqual(dropped);
    for (const answer of [never, endless()]) {
      const controller = new AbortController();
      const sent = setUp([answer]).send({ signal: controller.signal });
      setTimeout(() => controller.abort(), 5);
      expect(await sent).toEqual(dropped);
    }
  });
});
