// `net.request`: Electron's ClientRequest. Differences to Node's: redirects are offered one by one, `error` carries
// Chromium's `net::ERR_…` as its message, bodies are buffered, and the body of a response is decoded.
import type http from 'node:http';
import { Writable } from 'node:stream';
import type { ClientRequestConstructorOptions } from 'electron';
import { headerValues, IncomingMessage } from './net-response.ts';
import { defaultPool, type Pool, send } from './net-transport.ts';
import { notModelled } from './strict.ts';

type Redirect = 'follow' | 'error' | 'manual';
const REDIRECTS = new Set([301, 302, 303, 307, 308]);
const MAX_REDIRECTS = 20; // Chromium: URLRequest::kMaxRedirects
const OPTIONS = new Set([
  ...['method', 'url', 'headers', 'redirect', 'useSessionCookies', 'credentials', 'cache', 'priority'],
  ...['protocol', 'host', 'hostname', 'port', 'path', 'referrerPolicy', 'bypassCustomProtocolHandlers'],
  ...['session', 'priorityIncremental'],
]);
/** Electron refuses to send these: the network stack owns them. */
const RESTRICTED = new Set([
  ...['content-length', 'host', 'trailer', 'te', 'upgrade', 'cookie2', 'keep-alive', 'transfer-encoding'],
]);
const DEFAULTS: Record<string, string> = {
  'user-agent':
    'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Electron/45.4.1 Safari/537.36',
  'accept-language': 'en-US',
  'accept-encoding': 'gzip, deflate, br, zstd',
};

/** One request; ends with `response`, `error` or, when aborted, neither. */
export class ClientRequest extends Writable {
  readonly #headers = new Map<string, { name: string; value: string }>();
  readonly #redirect: Redirect;
  readonly #chunks: Buffer[] = [];
  readonly #pool: Pool;
  #url: URL;
  #method: string;
  #started = false;
  #aborted = false;
  #redirects = 0;
  #follow: (() => void) | undefined;
  #cancel: (() => void) | undefined;
  #response: IncomingMessage | undefined;

  constructor(
    options: ClientRequestConstructorOptions | string,
    onResponse?: (response: IncomingMessage) => void,
  ) {
    super({ autoDestroy: true });
    const given = typeof options === 'string' ? { url: options } : options;
    checkOptions(given);
    this.#url = new URL(given.url ?? addressOf(given));
    if (!/^https?:$/.test(this.#url.protocol)) {
      throw new Error('ClientRequest only supports http: and https: protocols');
    }
    this.#method = (given.method ?? 'GET').toUpperCase();
    this.#redirect = given.redirect ?? 'follow';
    this.#pool = (given.session as { pool?: Pool } | undefined)?.pool ?? defaultPool;
    for (const [name, value] of Object.entries(given.headers ?? {})) this.setHeader(name, String(value));
    if (onResponse) this.once('response', onResponse);
  }

  get chunkedEncoding(): boolean {
    return false;
  }
  set chunkedEncoding(value: boolean) {
    if (value) throw notModelled('chunkedEncoding of net.request');
  }

  setHeader(name: string, value: string): void {
    if (this.#started || this.#chunks.length > 0) throw new Error("Can't set headers after they are sent");
    if (typeof name !== 'string') {
      throw new TypeError('`name` should be a string in setHeader(name, value)');
    }
    const key = name.toLowerCase();
    if (!/^[!#$%&'*+.^_`|~0-9a-z-]+$/.test(key)) throw new Error(`Invalid header name: '${name}'`);
    if (RESTRICTED.has(key)) throw notModelled(`the restricted header '${name}' in net.request`);
    const text = String(value);
    if (/[\0\r\n]|[^\0-\xff]/.test(text)) throw new Error(`Invalid value for header '${name}': '${text}'`);
    this.#headers.set(key, { name, value: text });
  }
  getHeader(name: string): string | undefined {
    return this.#headers.get(name.toLowerCase())?.value;
  }
  removeHeader(name: string): void {
    if (this.#started || this.#chunks.length > 0) throw new Error("Can't remove headers after they are sent");
    this.#headers.delete(name.toLowerCase());
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.#chunks.push(chunk);
    done();
  }
  override _final(done: () => void): void {
    this.#send();
    done();
  }

  #send(): void {
    this.#started = true;
    if (this.#aborted) return;
    const headers = { ...DEFAULTS };
    for (const [key, { name, value }] of this.#headers) {
      delete headers[key];
      headers[name] = value;
    }
    const body = this.#chunks.length === 0 ? undefined : Buffer.concat(this.#chunks);
    this.#cancel = send(
      { url: this.#url, method: this.#method, headers, body, pool: this.#pool },
      { response: (response) => this.#answered(response), failed: (error) => this.#die(error) },
    );
  }

  #answered(response: http.IncomingMessage): void {
    const { location, 'www-authenticate': challenge } = response.headers;
    if (REDIRECTS.has(response.statusCode ?? 0) && location !== undefined) {
      response.resume();
      this.#offerRedirect(response, location);
    } else if (response.statusCode === 401 && challenge !== undefined && this.listenerCount('login') > 0) {
      this.#askLogin(response, challenge);
    } else this.#deliver(response);
  }

  #deliver(response: http.IncomingMessage): void {
    const incoming = new IncomingMessage(response, (error) => {
      if (this.#aborted) return;
      incoming.destroy(error);
      this.#die(error);
    });
    this.#response = incoming;
    this.emit('response', incoming);
  }

  #offerRedirect(response: http.IncomingMessage, location: string): void {
    const status = response.statusCode ?? 0;
    const target = URL.canParse(location, this.#url) ? new URL(location, this.#url) : undefined;
    const objection = this.#objection(target);
    if (!target || objection) {
      this.#die(new Error(objection));
      return;
    }
    const toGet = status === 303 ? this.#method !== 'HEAD' : status < 303 && this.#method === 'POST';
    const method = toGet ? 'GET' : this.#method;
    // Only while the event is emitted may the redirect be followed.
    let followed = this.#redirect === 'follow';
    this.#follow = () => {
      followed = true;
    };
    this.emit('redirect', status, method, target.href, headerValues(response.rawHeaders));
    this.#follow = undefined;
    if (this.#aborted) return;
    if (followed) this.#sendTo(target, method, toGet);
    else this.#die(new Error('Redirect was cancelled'));
  }

  #objection(target: URL | undefined): string | undefined {
    if (!target) return 'net::ERR_INVALID_REDIRECT';
    if (!/^https?:$/.test(target.protocol)) return 'net::ERR_UNSAFE_REDIRECT';
    if (++this.#redirects > MAX_REDIRECTS) return 'net::ERR_TOO_MANY_REDIRECTS';
    if (this.#redirect === 'error') return "Attempted to redirect, but redirect policy was 'error'";
    return undefined;
  }

  /** Every header goes along, Authorization too: the network stack does not take it away. */
  #sendTo(target: URL, method: string, withoutBody: boolean): void {
    if (withoutBody) {
      this.#chunks.length = 0;
      for (const name of ['content-type', 'content-encoding', 'content-language']) this.#headers.delete(name);
    }
    this.#url = target;
    this.#method = method;
    this.#send();
  }

  #askLogin(response: http.IncomingMessage, challenge: string): void {
    const [scheme = ''] = challenge.toLowerCase().split(' ', 1);
    const realm = /realm="([^"]*)"/i.exec(challenge)?.[1] ?? '';
    const port = Number(this.#url.port) || (this.#url.protocol === 'https:' ? 443 : 80);
    const info = { isProxy: false, scheme, host: this.#url.hostname, port, realm };
    this.emit('login', info, (user?: string, password = '') => {
      if (user === undefined) {
        this.#deliver(response); // the app sees the 401
        return;
      }
      if (scheme !== 'basic') throw notModelled(`the authentication scheme '${scheme}'`);
      response.resume();
      const value = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
      this.#headers.set('authorization', { name: 'Authorization', value });
      this.#send();
    });
  }

  followRedirect(): void {
    if (!this.#follow) throw new Error('followRedirect() called, but was not waiting for a redirect');
    this.#follow();
  }

  abort(): void {
    if (!this.#aborted) process.nextTick(() => this.emit('abort'));
    this.#aborted = true;
    this.#die();
  }

  getUploadProgress() {
    const total = this.#chunks.reduce((sum, chunk) => sum + chunk.length, 0);
    return { active: this.#started, started: this.#started, current: this.#started ? total : 0, total };
  }

  /** A stream that was ended is already destroyed and would swallow the error. */
  #die(error?: Error): void {
    if (this.destroyed && error) this.emit('error', error);
    this.destroy(error);
    this.#cancel?.();
    this.#response?.destroy(error);
  }
}

/** Throws on what is not modelled: cookies, options unknown to Electron. */
function checkOptions(options: ClientRequestConstructorOptions): void {
  for (const name of Object.keys(options)) {
    if (!OPTIONS.has(name)) throw notModelled(`the option '${name}' of net.request`);
  }
  if (options.useSessionCookies) throw notModelled('cookies in net.request (useSessionCookies)');
  if (options.credentials !== undefined && options.credentials !== 'omit') {
    throw notModelled(`credentials: '${options.credentials}' in net.request`);
  }
  if (!['follow', 'error', 'manual', undefined].includes(options.redirect)) {
    throw new Error('redirect mode should be one of follow, error or manual');
  }
}

function addressOf({
  protocol = 'http:',
  host,
  hostname = 'localhost',
  port,
  path = '/',
}: ClientRequestConstructorOptions): string {
  return `${protocol}//${host ?? (port === undefined ? hostname : `${hostname}:${port}`)}${path}`;
}
