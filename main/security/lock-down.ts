import type { App, Session, WebContents } from 'electron';
import { PAGE_HOST, PAGE_SCHEME } from './page-files.ts';

/** Whether an address is our page: the scheme's own host, or Vite's server in development. */
export function isOurPage(url: string, devUrl: string | null): boolean {
  if (!URL.canParse(url)) return false;
  const { protocol, host } = new URL(url);
  if (protocol === `${PAGE_SCHEME}:` && host === PAGE_HOST) return true;
  if (devUrl === null) return false;
  // Scheme and host rather than `origin`: a blob's origin is that of the page that made it.
  const dev = new URL(devUrl);
  return protocol === dev.protocol && host === dev.host;
}

/** Permissions the page may have: copying text. Everything else is refused, asked for or looked up. */
const ALLOWED: ReadonlySet<string> = new Set(['clipboard-sanitized-write']);

/** Denies the page what it never needs. */
export function lockPermissions(
  session: Pick<Session, 'setPermissionRequestHandler' | 'setPermissionCheckHandler'>,
) {
  session.setPermissionRequestHandler((_contents, permission, callback) => callback(ALLOWED.has(permission)));
  session.setPermissionCheckHandler((_contents, permission) => ALLOWED.has(permission));
}

type Guarded = Pick<WebContents, 'on' | 'setWindowOpenHandler' | 'getURL'>;

/** Keeps every page where it is: no navigation, no frames elsewhere, no new windows, no webviews. */
function lockNavigation(contents: Guarded): void {
  const refuse = (event: { preventDefault(): void }) => event.preventDefault();
  // `location.reload()` is a navigation of the page's own, too: to where it is. After a crash it is the way on.
  const refuseElsewhere = (event: { preventDefault(): void; url: string; isMainFrame: boolean }) => {
    if (!event.isMainFrame || event.url !== contents.getURL()) event.preventDefault();
  };
  contents.on('will-navigate', refuseElsewhere);
  contents.on('will-frame-navigate', refuseElsewhere);
  contents.on('will-redirect', refuse);
  contents.on('will-attach-webview', refuse);
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Every page that ever exists is locked as it is made. */
export function lockEveryPage(app: Pick<App, 'on'>): void {
  app.on('web-contents-created', (_event, contents) => lockNavigation(contents));
}
