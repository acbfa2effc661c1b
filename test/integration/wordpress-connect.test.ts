import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { createHttp } from '../../main/net/http.ts';
import { createWordPressClient } from '../../main/sites/wordpress/client.ts';
import { connectWordPress } from '../../main/sites/wordpress/connect.ts';
import { must } from '../support/must.ts';
import { hostTransport } from '../support/transports.ts';
import { freePort } from '../wordpress/free-port.ts';
import { startPlainServer, startSelfSignedServer } from '../wordpress/other-servers.ts';
import { startWordPress, type WordPress } from '../wordpress/server.ts';
import type { WordPressUsers } from '../wordpress/users.ts';
import { setApplicationPasswords, setPermalinks } from '../wordpress/variants.ts';

let wp: WordPress;
const http = createHttp({ transport: hostTransport(), version: '1' });

beforeAll(async () => {
  wp = await startWordPress();
});
beforeEach(() => wp.faults.clear());
afterAll(() => wp.stop());

const connect = (address = wp.url, who: keyof WordPressUsers = 'admin') =>
  connectWordPress({ http, address, credentials: wp.users[who] });

/** Changes the blog for the present test only. */
async function change(code: string, input?: unknown): Promise<void> {
  onTestFinished(() => wp.reset());
  await wp.seed(code, input);
}

/** The refusal of a connection. */
async function refusal(address?: string, who?: keyof WordPressUsers) {
  const connected = await connect(address, who);
  if (connected.ok) throw new Error('Connected');
  return connected.error;
}

describe('a blog is found', () => {
  it.each(['', '/', '/wp-admin/', '/wp-login.php', '/wp-json/', '/no/such/page/'])(
    'at its address with “%s”',
    async (path) => {
      const identity = must(await connect(`${wp.url}${path}`));
      expect(identity).toMatchObject({ url: wp.url, apiRoot: `${wp.url}/wp-json/`, language: 'bg-BG' });
    },
  );

  it('without a scheme, on this computer', async () => {
    expect(must(await connect(wp.url.replace('http://', ''))).url).toBe(wp.url);
  });

  it('without pretty links', async () => {
    onTestFinished(() => wp.reset());
    await setPermalinks(wp, 'plain');
    const identity = must(await connect());
    expect(identity.apiRoot).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/(index\.php)?\?rest_route=\/$/);
    const client = createWordPressClient({ http, ...identity, credentials: wp.users.admin });
    expect(must(await client.listPosts(1)).records.length).toBeGreaterThan(0);
    expect(must(await client.getPost(1)).remoteId).toBe(1);
  });

  it('where a redirect from another address leads', async () => {
    const old = await startPlainServer((request, response) => {
      response.writeHead(301, { Location: `${wp.url}${request.url}` }).end();
    });
    onTestFinished(() => old.stop());
    expect(must(await connect(old.url)).url).toBe(wp.url);
  });

  it('in the language of its home page, when the settings are not ours to read', async () => {
    expect(must(await connect(wp.url, 'author'))).toMatchObject({ language: 'bg-BG' });
  });

  it('with a fixed offset in place of a zone', async () => {
    await change(`update_option('timezone_string', ''); update_option('gmt_offset', '5.5');`);
    expect(must(await connect()).timeZone).toBe('+05:30');
  });

  it('with a title as text', async () => {
    await change(`update_option('blogname', 'Влакове & „гари“ <3');`);
    expect(must(await connect()).title).toBe('Влакове & „гари“ <3');
  });

  it('with a password in groups of four or in one piece', async () => {
    const { login, password } = wp.users.admin;
    for (const form of [password, password.replaceAll(' ', ''), ` ${password} `]) {
      const credentials = { login, password: form };
      expect(await connectWordPress({ http, address: wp.url, credentials })).toMatchObject({ ok: true });
    }
  });
});

describe('a blog is refused with its own reason', () => {
  it('the user may neither write nor moderate', async () =>
    expect(await refusal(wp.url, 'subscriber')).toMatchObject({ kind: 'forbidden', code: 'no-rights' }));

  it('application passwords are switched off', async () => {
    onTestFinished(() => wp.reset());
    await setApplicationPasswords(wp, 'off');
    expect(await refusal()).toMatchObject({ kind: 'auth-expired', reason: 'application-passwords-off' });
  });

  it('the header with the password is lost on the way', async () => {
    wp.faults.always({}, { kind: 'strip-authorization' });
    expect(await refusal()).toMatchObject({ kind: 'auth-expired', reason: 'credentials' });
  });

  it('a password prompt stands in front', async () => {
    wp.faults.always({}, { kind: 'basic-auth-prompt' });
    expect(await refusal()).toMatchObject({ kind: 'auth-expired', reason: 'password-prompt' });
  });

  it('a portal answers everything with its page', async () => {
    wp.faults.always({}, { kind: 'html-200' });
    expect(await refusal()).toMatchObject({ kind: 'validation', reason: 'not-wordpress' });
  });

  it('a portal answers once the address is known', async () => {
    wp.faults.always({ path: /wp-json/ }, { kind: 'html-200' });
    expect(await refusal()).toMatchObject({ kind: 'server', reason: 'html', status: 200 });
  });

  it('the API sends us elsewhere', async () => {
    const other = await startPlainServer((_, response) => response.end('{}'));
    onTestFinished(() => other.stop());
    wp.faults.always({ path: /wp-json/ }, { kind: 'redirect', to: `${other.url}/wp-json/` });
    expect(await refusal()).toMatchObject({ kind: 'validation', reason: 'redirected-elsewhere' });
  });

  it('the site is down, busy or refuses', async () => {
    const status = (code: number, headers = {}) =>
      wp.faults.next({}, { kind: 'status', status: code, headers, body: '<html>…' });
    status(503);
    expect(await refusal()).toMatchObject({ kind: 'server', status: 503 });
    status(429, { 'Retry-After': '17' });
    expect(await refusal()).toMatchObject({ kind: 'rate-limited', retryAfterSeconds: 17 });
  });

  it('it is not there', async () => {
    const nobody = `http://127.0.0.1:${await freePort()}`;
    expect(await refusal(nobody)).toMatchObject({ kind: 'offline', reason: 'refused' });
    expect(await refusal('no-such-blog.invalid')).toMatchObject({ kind: 'offline', reason: 'name' });
  });

  it('it is other software, or nothing', async () => {
    const other = await startPlainServer((_, response) => response.writeHead(404).end('<h1>Not found</h1>'));
    onTestFinished(() => other.stop());
    expect(await refusal(other.url)).toMatchObject({ kind: 'validation', reason: 'not-wordpress' });
  });

  it('nobody signed its certificate', async () => {
    const own = await startSelfSignedServer((_, response) => response.end('<html>'));
    onTestFinished(() => own.stop());
    expect(await refusal(own.url)).toMatchObject({ kind: 'offline', reason: 'certificate' });
  });

  it('its address is none, or speaks plain http', async () => {
    expect(await refusal('')).toMatchObject({ kind: 'validation', reason: 'required' });
    expect(await refusal('my blog')).toMatchObject({ kind: 'validation', reason: 'bad-address' });
    expect(await refusal('http://blog.invalid')).toMatchObject({ reason: 'insecure-address' });
  });
});

describe('the password', () => {
  it('is sent only to the API of the blog, and never before the API is known', async () => {
    must(await connect());
    const withPassword = wp.faults.requests.filter(({ authorization }) => authorization === 'present');
    expect(withPassword.length).toBeGreaterThan(0);
    expect(withPassword.every(({ path }) => path.startsWith('/wp-json/'))).toBe(true);
    expect(wp.faults.requests[0]).toMatchObject({ path: '/', authorization: 'absent' });
  });
});

describe('rights that change', () => {
  it('are read anew: a demoted editor keeps reading what is public', async () => {
    const client = createWordPressClient({
      http,
      ...must(await connect(wp.url, 'editor')),
      credentials: wp.users.editor,
    });
    expect(must(await client.identify()).user.capabilities.moderateComments).toBe(true);
    await change(`(new WP_User($input))->set_role('subscriber');`, wp.users.editor.id);
    const { user } = must(await client.identify());
    expect(user.role).toBe('subscriber');
    expect(Object.values(user.capabilities)).toEqual([false, false, false, false, false, false]);
    const posts = must(await client.listPosts(1));
    expect(posts.records.map((post) => [post.remoteId, post.editable])).toContainEqual([1, false]);
    expect(must(await client.listComments(1)).records.length).toBeGreaterThan(0);
    await change(`WP_Application_Passwords::delete_all_application_passwords($input);`, wp.users.editor.id);
    expect(await client.identify()).toMatchObject({ error: { kind: 'auth-expired', reason: 'credentials' } });
  });
});
