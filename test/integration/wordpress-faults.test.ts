import { describe, expect, it } from 'vitest';
import { eventually } from '../support/eventually.ts';
import type { Fault } from '../wordpress/faults.ts';
import { startPlainServer, startSelfSignedServer } from '../wordpress/other-servers.ts';
import { basicAuthorization, rest } from '../wordpress/rest.ts';
import type { WordPress } from '../wordpress/server.ts';
import { withWordPress } from './blog.ts';

let wp: WordPress;
withWordPress((started) => {
  wp = started;
});

const posts = { method: 'POST', path: /\/wp\/v2\/posts$/ };

describe('lost connections', () => {
  it('drop-before: the site never hears of it', async () => {
    wp.faults.next(posts, { kind: 'drop-before' });
    await expect(createPost('A')).rejects.toThrow();
    expect(await inserted()).toBe(0);
    expect(wp.faults.hits).toEqual({ 'drop-before': 1 });
  });

  it('drop-after: the post is there, the answer is not, and only once', async () => {
    wp.faults.next(posts, { kind: 'drop-after' });
    await expect(createPost('A')).rejects.toThrow();
    expect(await inserted()).toBe(1);
    expect((await createPost('B')).status).toBe(201);
    expect(wp.faults.hits).toEqual({ 'drop-after': 1 });
    expect(wp.faults.waiting).toBe(0);
  });

  it('drop-during: the answer breaks off in the middle', async () => {
    wp.faults.next(posts, { kind: 'drop-during' });
    await expect(createPost('A')).rejects.toThrow();
    expect(await inserted()).toBe(1);
  });

  it('commit-late: nothing yet when the connection breaks, the post later', async () => {
    const later = Promise.withResolvers<void>();
    wp.faults.next(posts, { kind: 'commit-late', until: later.promise });
    await expect(createPost('A')).rejects.toThrow();
    expect(await inserted()).toBe(0);
    later.resolve();
    await wp.faults.settled();
    expect(await inserted()).toBe(1);
  });

  it('commit-late, by the clock: the post is there once all has settled', async () => {
    wp.faults.next(posts, { kind: 'commit-late', afterMs: 50 });
    await expect(createPost('A')).rejects.toThrow();
    await wp.faults.settled();
    expect(await inserted()).toBe(1);
  });

  it('goOffline: connections are refused; goOnline: back on the same address', async () => {
    await wp.goOffline();
    const failure = await fetch(wp.url).catch((error: unknown) => error);
    expect(failure).toMatchObject({ cause: { code: 'ECONNREFUSED' } });
    await wp.goOnline();
    expect((await fetch(wp.url)).status).toBe(200);
  });
});

describe('answers that are not what was asked for', () => {
  const answers: Array<[Fault, number, string, string]> = [
    [{ kind: 'status', status: 429, headers: { 'retry-after': '7' }, body: '{}' }, 429, 'retry-after', '7'],
    [{ kind: 'status', status: 502 }, 502, 'content-type', 'text/html; charset=utf-8'],
    [{ kind: 'html-200' }, 200, 'content-type', 'text/html; charset=utf-8'],
    [{ kind: 'basic-auth-prompt' }, 401, 'www-authenticate', 'Basic realm="Preview"'],
    [
      { kind: 'redirect', to: 'http://127.0.0.1:9/elsewhere' },
      302,
      'location',
      'http://127.0.0.1:9/elsewhere',
    ],
  ];

  it.each(answers)('%o', async (fault, status, header, value) => {
    wp.faults.next({ path: /wp-json/ }, fault);
    const reply = await fetch(`${wp.url}/wp-json/`, { redirect: 'manual' });
    expect(reply.status).toBe(status);
    expect(reply.headers.get(header)).toBe(value);
    expect(wp.faults.hits[fault.kind]).toBe(1);
    expect(wp.faults.requests).toMatchObject([{ path: '/wp-json/', status, fault: fault.kind }]);
  });

  it('truncate: complete for HTTP, cut off for JSON', async () => {
    wp.faults.next({ path: /wp-json/ }, { kind: 'truncate' });
    const text = await (await fetch(`${wp.url}/wp-json/`)).text();
    expect(text).toMatch(/^\{"name"/);
    expect(() => JSON.parse(text)).toThrow();
  });

  it('delay: the answer is right but late', async () => {
    wp.faults.next({}, { kind: 'delay', ms: 200 });
    const before = Date.now();
    expect((await fetch(`${wp.url}/wp-json/`)).status).toBe(200);
    expect(Date.now() - before).toBeGreaterThanOrEqual(199);
  });

  it('delay until the test says so: until then the site has not heard of it', async () => {
    const later = Promise.withResolvers<void>();
    wp.faults.next(posts, { kind: 'delay', until: later.promise });
    const created = createPost('A');
    await eventually(() => expect(wp.faults.hits).toEqual({ delay: 1 }));
    expect(await inserted()).toBe(0);
    later.resolve();
    expect((await created).status).toBe(201);
    expect(await inserted()).toBe(1);
  });

  it('strip-authorization: the log saw it, WordPress did not', async () => {
    wp.faults.always({ path: /users\/me/ }, { kind: 'strip-authorization' });
    expect(await rest(wp, 'editor', 'wp/v2/users/me?context=edit')).toMatchObject({ status: 401 });
    expect(wp.faults.requests).toMatchObject([{ authorization: 'present', status: 401 }]);
    wp.faults.clear();
    expect(await rest(wp, 'editor', 'wp/v2/users/me?context=edit')).toMatchObject({ status: 200 });
  });
});

describe('the log of requests', () => {
  it('has what was sent, and never a password', async () => {
    await rest(wp, 'editor', 'wp/v2/posts?search=%D0%B6&context=edit');
    const [request] = wp.faults.requests;
    expect(request).toMatchObject({ method: 'GET', path: '/wp-json/wp/v2/posts', bodySize: 0, fault: null });
    expect(request?.query.get('search')).toBe('ж');
    expect(JSON.stringify(request)).not.toContain(basicAuthorization(wp, 'editor').slice('Basic '.length));
  });

  it('matches decoded addresses by method and path, in the order of the script', async () => {
    wp.faults.next({ method: 'HEAD' }, { kind: 'status', status: 500 });
    wp.faults.next({ path: /search=жаба/ }, { kind: 'status', status: 503 });
    wp.faults.next({ path: /search=/ }, { kind: 'status', status: 504 });
    const address = `${wp.url}/wp-json/wp/v2/posts?search=${encodeURIComponent('жаба')}`;
    const statuses = [];
    for (let turn = 0; turn < 3; turn += 1) statuses.push((await fetch(address)).status);
    expect(statuses).toEqual([503, 504, 200]);
    expect(wp.faults.waiting).toBe(1);
  });

  it('passes several cookies, HEAD totals and uploads on unharmed', async () => {
    const head = await fetch(`${wp.url}/wp-json/wp/v2/posts`, { method: 'HEAD' });
    expect(head.headers.get('x-wp-total')).toBe('1');
    const form = new URLSearchParams({ log: 'admin', pwd: wp.users.admin.loginPassword });
    const login = await fetch(`${wp.url}/wp-login.php`, { method: 'POST', body: form, redirect: 'manual' });
    expect(login.headers.getSetCookie().length).toBeGreaterThan(2);
    const bytes = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR4nGNgYPj/HwADAgH/5ncEfgAAAABJRU5ErkJggg==',
      'base64',
    );
    const upload = await fetch(`${wp.url}/wp-json/wp/v2/media`, {
      method: 'POST',
      body: bytes,
      headers: {
        authorization: basicAuthorization(wp, 'author'),
        'content-disposition': 'attachment; filename="a.png"',
        'content-type': 'image/png',
      },
    });
    const { source_url: source } = (await upload.json()) as { source_url: string };
    expect(Buffer.from(await (await fetch(source)).arrayBuffer()).equals(bytes)).toBe(true);
  });
});

describe('servers that are no WordPress', () => {
  it('serves what the handler says, and refuses after stop', async () => {
    const server = await startPlainServer((_, answer) => answer.writeHead(404).end('<h1>Not Found</h1>'));
    expect((await fetch(`${server.url}/wp-json/`)).status).toBe(404);
    await server.stop();
    await expect(fetch(server.url)).rejects.toThrow();
  });

  it('has a certificate that nobody signed', async () => {
    const server = await startSelfSignedServer((_, answer) => answer.end('hello'));
    const failure = await fetch(server.url).catch((error: unknown) => error);
    expect(failure).toMatchObject({ cause: { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' } });
    await server.stop();
  });
});

function createPost(title: string) {
  return rest(wp, 'author', 'wp/v2/posts', { method: 'POST', json: { title, status: 'publish' } });
}

async function inserted(): Promise<number> {
  const journal = await wp.journal();
  return journal.filter(({ event, object }) => event === 'wp_insert_post' && object === 'post').length;
}
