import { request } from 'node:http';
import { beforeAll, describe, expect, it } from 'vitest';
import { serveSchemes } from '../../host/loopback-server.ts';
import { originOf, Schemes } from '../../host/schemes.ts';
import { hearStandIn } from './stand-in-words.ts';

const SECRET = '0123456789abcdef0123456789abcdef';
const schemes = new Schemes();
schemes.register('app');
schemes.setSecret(SECRET);

describe('addresses', () => {
  it.each([
    ['app://ui/', `http://ui.app.${SECRET}.localhost/`],
    ['app://ui/a/b.js?q=1#part', `http://ui.app.${SECRET}.localhost/a/b.js?q=1#part`],
  ])('%s is shown as %s and back', (ours, shown) => {
    expect(schemes.toPage(ours)).toBe(shown);
    expect(schemes.fromPage(shown)).toBe(ours);
  });

  it.each(['https://example.com/a', 'about:blank', 'other://ui/', 'nonsense'])('%s stays as it is', (url) => {
    expect(schemes.toPage(url)).toBe(url);
    expect(schemes.fromPage(url)).toBe(url);
  });

  it.each([
    'http://ui.app.wrong.localhost/',
    'http://ui.app.localhost/',
    `http://ui.other.${SECRET}.localhost/`,
    `http://ui.app.${SECRET}.localhost.example.com/`,
    `https://ui.app.${SECRET}.localhost/`,
  ])('%s is not ours', (url) => {
    expect(schemes.fromPage(url)).toBe(url);
  });

  it('have an origin', () => {
    expect(originOf('app://ui/index.html#x')).toBe('app://ui');
    expect(originOf('about:blank')).toBe('null');
  });
});

describe('the loopback server', () => {
  let port = 0;
  beforeAll(async () => {
    schemes.setHandler('app', async (asked) => {
      if (asked.url.endsWith('/broken')) throw new Error('told to fail');
      const body = `${asked.method} ${asked.url} ${asked.headers.get('origin')} ${await asked.text()}`;
      return new Response(body, { status: 201, headers: { 'x-own': '1' } });
    });
    port = await serveSchemes(schemes);
  });

  /** Asks with any Host, which fetch would not allow. */
  function ask(host: string, path = '/x', body = ''): Promise<{ status: number; text: string }> {
    return new Promise((resolve, reject) => {
      const headers = { host, origin: `http://ui.app.${SECRET}.localhost` };
      const asking = request({ port, host: '127.0.0.1', path, method: body ? 'POST' : 'GET', headers });
      asking.on('error', reject);
      asking.on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk) => {
          text += chunk;
        });
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      asking.end(body);
    });
  }

  it('answers who knows the secret, in the words of the app', async () => {
    const answer = await ask(`ui.app.${SECRET}.localhost`, '/x?y=1', 'body');
    expect(answer).toEqual({ status: 201, text: 'POST app://ui/x?y=1 app://ui body' });
  });

  it.each(['127.0.0.1', 'localhost', 'ui.app.localhost', 'ui.app.wrong.localhost', 'example.com', ''])(
    'refuses the host "%s"',
    async (host) => {
      expect(await ask(host)).toEqual({ status: 403, text: '' });
    },
  );

  it('fails without an answer when the handler fails, and stderr says why', async () => {
    const said = hearStandIn();
    await expect(ask(`ui.app.${SECRET}.localhost`, '/broken')).rejects.toThrow('socket hang up');
    expect(said()).toContain('told to fail');
  });
});
