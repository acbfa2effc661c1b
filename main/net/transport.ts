/**
 * The one way out of the app, in the platform's own words: a request in, a response out. Redirects are not followed
 * and no cookie is kept. Implementations: Electron's network stack (`electron-transport.ts`), the practice blog's
 * handler, and fetch in tests. A failure to get any response is thrown as a {@link TransportError}.
 */
export type Transport = (request: Request) => Promise<Response>;

/** Why no response came. `code` is Chromium's, such as `net::ERR_CONNECTION_REFUSED`, or `timeout`. */
export class TransportError extends Error {
  readonly code: string;

  constructor(code: string) {
    super(code);
    this.name = 'TransportError';
    this.code = code;
  }
}
