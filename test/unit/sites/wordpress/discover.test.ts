import { describe, expect, it } from 'vitest';
import { createHttp } from '../../../../main/net/http.ts';
import { discoverWordPress } from '../../../../main/sites/wordpress/discover.ts';
import { readTypedAddress } from '../../../../main/sites/wordpress/typed-address.ts';
import { addressedTransport, json, page, refusal } from '../../../support/transports.ts';

type Answers = Parameters<typeof addressedTransport>[0];

async function discover(address: string, answers: Answers) {
  const { transport, requests } = addressedTransport(answers);
  const found = await discoverWordPress(createHttp({ transport, version: '1' }), address);
  for (const request of requests) expect(request.headers.has('authorization')).toBe(false);
  return found.ok ? found.value : found.error;
}

const announce = (root: string) => ({ headers: { Link: `<${root}>; rel="https://api.w.org/"` } });
const home = (root = 'https://blog.example/wp-json/', language = 'bg-BG') =>
  page(`<!DOCTYPE html><html lang="${language}">`, announce(root));
const index = () => json({ namespaces: ['oembed/1.0', 'wp/v2'] });
const found = { apiRoot: 'https://blog.example/wp-json/', url: 'https://blog.example/', language: 'bg-BG' };

describe('an address as typed', () => {
  it.each([
    ['blog.example', 'https://blog.example/'],
    ['  https://blog.example/ ', 'https://blog.example/'],
    ['HTTPS://Blog.Example', 'https://blog.example/'],
    ['blog.example/wp-admin', 'https://blog.example/'],
    ['https://blog.example/wp-admin/edit-comments.php?status=all#x', 'https://blog.example/'],
    ['https://blog.example/wp-login.php?redirect_to=%2F', 'https://blog.example/'],
    ['https://blog.example/wp-json/wp/v2/', 'https://blog.example/'],
    ['https://blog.example/?rest_route=/', 'https://blog.example/'],
    ['blog.example/notes/wp-admin/', 'https://blog.example/notes/'],
    ['https://blog.example//notes//', 'https://blog.example//notes/'],
    ['https://blog.example/index.php/2026/11/post', 'https://blog.example/'],
    ['бавнивлакове.бг', 'https://xn--80aabfabvuuitr.xn--90ae/'],
    ['blog.example:8443', 'https://blog.example:8443/'],
    ['localhost:8080/blog', 'http://localhost:8080/blog/'],
    ['127.0.0.1:9731', 'http://127.0.0.1:9731/'],
    ['[::1]:9731', 'http://[::1]:9731/'],
  ])('%s is %s', (typed, address) => {
    const read = readTypedAddress(typed);
    expect(read.ok && read.value.href).toBe(address);
  });

  it.each([
    ['', 'required'],
    ['   ', 'required'],
    ['http://blog.example', 'insecure-address'],
    ['my blog', 'bad-address'],
    ['ftp://blog.example', 'bad-address'],
    ['https://', 'bad-address'],
    ['mila:secret@blog.example', 'bad-address'],
  ])('“%s” is %s', (typed, reason) =>
    expect(readTypedAddress(typed)).toMatchObject({ ok: false, error: { kind: 'validation', reason } }),
  );
});

describe('the REST root', () => {
  it('is in the Link header, among other links', () => {
    const links =
      '<https://blog.example/feed/>; rel="alternate", <https://blog.example/wp-json/>; rel="https://api.w.org/"';
    const answer = page('<html lang="bg-BG">', { headers: { Link: links } });
    return expect(discover('blog.example', { 'https://blog.example/': () => answer })).resolves.toEqual(
      found,
    );
  });

  it('is in the head of the page', () => {
    const html = '<html lang="bg-BG"><head><link rel="https://api.w.org/" href="/wp-json/" /></head>';
    return expect(discover('blog.example', { 'https://blog.example/': () => page(html) })).resolves.toEqual(
      found,
    );
  });

  it('is not what a reader wrote into the page', async () => {
    const html = '<html><body><link rel="https://api.w.org/" href="/evil/"></body>';
    const answers = {
      'https://blog.example/': () => page(html),
      'https://blog.example/wp-json/?_fields=namespaces': index,
    };
    expect(await discover('blog.example', answers)).toMatchObject({
      apiRoot: 'https://blog.example/wp-json/',
    });
  });

  it.each([
    ['https://blog.example/?rest_route=/', 'https://blog.example/?rest_route=/'],
    ['https://blog.example/index.php?rest_route=/', 'https://blog.example/index.php?rest_route=/'],
    ['https://blog.example/index.php/wp-json', 'https://blog.example/index.php/wp-json/'],
    ['/wp-json/', 'https://blog.example/wp-json/'],
  ])('announced as %s is kept as %s', async (root, apiRoot) =>
    expect(await discover('blog.example', { 'https://blog.example/': () => home(root) })).toMatchObject({
      apiRoot,
    }),
  );

  it('is announced by a page that is not there as well', async () => {
    const lost = () =>
      page('<html lang="bg-BG">', { status: 404, ...announce('https://blog.example/wp-json/') });
    expect(await discover('https://blog.example/lost', { 'https://blog.example/lost/': lost })).toMatchObject(
      {
        apiRoot: 'https://blog.example/wp-json/',
      },
    );
  });

  it.each<[string, Answers]>([
    ['/wp-json/', { 'https://blog.example/wp-json/?_fields=namespaces': index }],
    ['?rest_route=/', { 'https://blog.example/?rest_route=/&_fields=namespaces': index }],
    ['notes/wp-json/', { 'https://blog.example/notes/wp-json/?_fields=namespaces': index }],
  ])('is guessed at %s', async (place, answers) => {
    const silent = { 'https://blog.example/notes/': () => page('<html>'), ...answers };
    expect(await discover('blog.example/notes', silent)).toMatchObject({
      apiRoot: `https://blog.example/${place.replace(/^\//, '')}`,
    });
  });

  it('may answer members only', async () => {
    const answers = {
      'https://blog.example/': () => page('<html>'),
      'https://blog.example/wp-json/?_fields=namespaces': () => refusal(401, 'rest_login_required'),
    };
    expect(await discover('blog.example', answers)).toMatchObject({
      apiRoot: 'https://blog.example/wp-json/',
    });
  });

  it('is where a redirect leads, and the found address is the blog’s', async () => {
    const moved = new Response(null, {
      status: 301,
      headers: { location: 'https://www.blog.example/notes/' },
    });
    const answers = {
      'https://blog.example/': () => moved,
      'https://www.blog.example/notes/': () => home('https://www.blog.example/notes/wp-json/'),
    };
    expect(await discover('blog.example', answers)).toEqual({
      apiRoot: 'https://www.blog.example/notes/wp-json/',
      url: 'https://www.blog.example/notes/',
      language: 'bg-BG',
    });
  });
});

describe('nothing is found', () => {
  const silent = { 'https://blog.example/': () => page('<html>') };
  const notWordPress = { kind: 'validation', reason: 'not-wordpress', detail: 'blog.example' };

  it.each<[string, Answers]>([
    ['a page of other software', silent],
    ['no page', {}],
    [
      'an API of other software',
      { ...silent, 'https://blog.example/wp-json/?_fields=namespaces': () => json({ a: 1 }) },
    ],
    [
      'a page in place of the API',
      { ...silent, 'https://blog.example/wp-json/?_fields=namespaces': () => page('<html>') },
    ],
    [
      'an API without posts',
      { ...silent, 'https://blog.example/wp-json/?_fields=namespaces': () => json({ namespaces: ['x/v1'] }) },
    ],
    [
      'JSON that is null',
      { ...silent, 'https://blog.example/wp-json/?_fields=namespaces': () => json(null) },
    ],
  ])('%s', async (_, answers) => expect(await discover('blog.example', answers)).toMatchObject(notWordPress));

  it.each<[string, Answers[string], object]>([
    [
      'a password prompt',
      () => page('No', { status: 401, headers: { 'WWW-Authenticate': 'Basic' } }),
      { kind: 'auth-expired', reason: 'password-prompt' },
    ],
    [
      'a certificate nobody signed',
      () => 'net::ERR_CERT_AUTHORITY_INVALID',
      { kind: 'offline', reason: 'certificate' },
    ],
    ['no such name', () => 'net::ERR_NAME_NOT_RESOLVED', { kind: 'offline', reason: 'name' }],
    ['nobody listening', () => 'net::ERR_CONNECTION_REFUSED', { kind: 'offline', reason: 'refused' }],
    ['no network', () => 'net::ERR_INTERNET_DISCONNECTED', { kind: 'offline', reason: 'no-network' }],
    [
      'a site that is down',
      () => page('<html>', { status: 503 }),
      { kind: 'server', reason: 'html', status: 503 },
    ],
    [
      'a site that only speaks http',
      () => new Response(null, { status: 301, headers: { location: 'http://blog.example/' } }),
      { kind: 'validation', reason: 'insecure-address' },
    ],
    [
      'an API that only speaks http',
      () => home('http://blog.example/wp-json/'),
      { kind: 'validation', reason: 'insecure-address' },
    ],
    [
      'an API on another host',
      () => home('https://cms.example/wp-json/'),
      { kind: 'validation', reason: 'redirected-elsewhere', detail: 'https://cms.example' },
    ],
  ])('%s', async (_, answer, error) =>
    expect(await discover('blog.example', { 'https://blog.example/': answer })).toMatchObject(error),
  );
});
