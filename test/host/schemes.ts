// Custom schemes do not exist in stock Chromium: `app://ui/x` is shown as `http://ui.app.<secret>.localhost/x`, which
// is a secure context, streams, and is answered by the app's own protocol handler (loopback-server.ts).
// The secret is in the name, so another program on this machine that finds the port cannot ask for a page. It is
// kept with the profile, not made anew each time: the origin must stay the same, or localStorage would be lost.

/** A handler given to `protocol.handle`. */
export type SchemeHandler = (request: Request) => Response | Promise<Response>;

/** The privileged schemes, their handlers, and the two-way map of their addresses. */
export class Schemes {
  readonly #privileged = new Set<string>();
  readonly #handlers = new Map<string, SchemeHandler>();
  #secret = '';

  /** Called before the first page is shown. */
  setSecret(secret: string): void {
    this.#secret = secret;
  }

  register(scheme: string): void {
    this.#privileged.add(scheme);
  }

  isRegistered(scheme: string): boolean {
    return this.#privileged.has(scheme);
  }

  setHandler(scheme: string, handler: SchemeHandler | undefined): void {
    if (handler) this.#handlers.set(scheme, handler);
    else this.#handlers.delete(scheme);
  }

  /** The handler of an address in the app's form. */
  handlerOf(url: string): SchemeHandler | undefined {
    return URL.canParse(url) ? this.#handlers.get(new URL(url).protocol.slice(0, -1)) : undefined;
  }

  /** `app://ui/x` → `http://ui.app.<secret>.localhost/x`; anything else is returned as it is. */
  toPage(url: string): string {
    if (!URL.canParse(url)) return url;
    const { protocol, host, pathname, search, hash } = new URL(url);
    const scheme = protocol.slice(0, -1);
    if (!this.#privileged.has(scheme)) return url;
    return `http://${host}.${scheme}.${this.#secret}.localhost${pathname}${search}${hash}`;
  }

  /** The way back. A name with another secret, or none, is not ours and stays as it is. */
  fromPage(url: string): string {
    const [, host, scheme, secret, rest] =
      /^http:\/\/([^/]+)\.([a-z][a-z0-9-]*)\.([^./]+)\.localhost(?::\d+)?(\/.*)?$/s.exec(url) ?? [];
    if (!host || !scheme || secret !== this.#secret || !this.#privileged.has(scheme)) return url;
    return `${scheme}://${host}${rest ?? '/'}`;
  }
}

/** The origin of an address in the app's form, as Electron's frames report it. */
export function originOf(url: string): string {
  return /^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i.exec(url)?.[0] ?? 'null';
}
