import { describe, expect, it } from 'vitest';
import { createHttp } from '../../../../main/net/http.ts';
import { createWordPressClient } from '../../../../main/sites/wordpress/client.ts';
import { json, page, refusal, type Scripted, scriptedTransport } from '../../../support/transports.ts';

const index = (over: object = {}) =>
  json({
    name: 'Бавни влакове &amp; гари',
    url: 'https://blog.example',
    home: 'https://blog.example/notes',
    namespaces: ['wp/v2'],
    gmt_offset: 2,
    timezone_string: 'Europe/Sofia',
    authentication: { 'application-passwords': {} },
    ...over,
  });
const me = (capabilities: object = { edit_posts: true }) =>
  json({ id: 3, username: 'ivan', name: 'Иван', roles: ['author'], capabilities });

async function identify(...answers: Scripted[]) {
  const { transport, requests } = scriptedTransport(...answers);
  const client = createWordPressClient({
    http: createHttp({ transport, version: '1' }),
    apiRoot: 'https://blog.example/wp-json/',
    url: 'https://blog.example/notes',
    credentials: { login: 'ivan', password: 'x' },
  });
  const identity = await client.identify();
  return { identity: identity.ok ? identity.value : identity.error, requests };
}

describe('identify', () => {
  it('puts index, user and language together; the page is asked without the password', async () => {
    const { identity, requests } = await identify(index(), me(), page('<html lang="bg-BG">'));
    expect(identity).toMatchObject({
      url: 'https://blog.example/notes',
      title: 'Бавни влакове & гари',
      language: 'bg-BG',
      timeZone: 'Europe/Sofia',
      user: { id: 3, login: 'ivan', name: 'Иван', role: 'author' },
    });
    expect(requests.map((request) => request.headers.has('authorization'))).toEqual([true, true, false]);
  });

  it('keeps the address that we know when the blog claims one elsewhere', async () => {
    const answers = [index({ home: 'https://cdn.example/x' }), me(), page('<html lang="bg">')];
    expect((await identify(...answers)).identity).toMatchObject({ url: 'https://blog.example/notes' });
  });

  it('reads the setting where it may, and the page where that fails', async () => {
    const admin = () => me({ manage_options: true });
    expect((await identify(index(), admin(), json({ language: 'bg_BG' }))).identity).toMatchObject({
      language: 'bg-BG',
    });
    const hidden = refusal(403, 'rest_forbidden');
    expect((await identify(index(), admin(), hidden, page('<html lang="de-DE">'))).identity).toMatchObject({
      language: 'de-DE',
    });
  });

  it.each<[string, Scripted, object]>([
    ['no answer', 'net::ERR_CONNECTION_RESET', { kind: 'offline', reason: 'dropped' }],
    ['an error page', page('<html lang="en">', { status: 503 }), { kind: 'server', status: 503 }],
  ])('does not guess another language from %s', async (_, answer, error) =>
    expect((await identify(index(), me(), answer)).identity).toMatchObject(error),
  );

  it.each([
    [{ authentication: [] }, 'application-passwords-off'],
    [{}, 'credentials'],
  ])('tells why it is not known (%j)', async (over, reason) =>
    expect((await identify(index(over), refusal(401, 'rest_not_logged_in'))).identity).toMatchObject({
      kind: 'auth-expired',
      reason,
    }),
  );

  it('is an error when the index is something else', async () => {
    expect((await identify(json({ name: 'x' }))).identity).toMatchObject({ kind: 'server', reason: 'shape' });
    expect((await identify(page('<html>'))).identity).toMatchObject({ kind: 'server', reason: 'html' });
  });
});
