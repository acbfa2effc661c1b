// Asks the app before a document is loaded: will-frame-navigate, will-navigate and will-redirect of webContents.
// Chromium pauses every request for a document; those that main started itself (loadURL, reload) ask nobody. What
// another DevTools client starts cannot be told from what the page starts, so the app is asked about that too.
import type { Protocol } from './cdp.ts';
import { say } from './control.ts';
import type { FrameTree, WebFrameMain } from './frames.ts';
import type { Page } from './page.ts';
import type { Schemes } from './schemes.ts';
import { type Preventable, preventable } from './strict.ts';

/** Events the app can prevent. */
export type NavigationEvent = 'will-navigate' | 'will-frame-navigate' | 'will-redirect';

/** What the guard needs of a window. */
export interface Guarded {
  readonly page: Page;
  readonly frames: FrameTree;
  readonly schemes: Schemes;
  emit(event: NavigationEvent, details: NavigationDetails, url: string): void;
}

/** The event object of all three. */
export interface NavigationDetails extends Preventable {
  url: string;
  isSameDocument: boolean;
  isMainFrame: boolean;
  frame: WebFrameMain;
}

/** Lets a window's navigations pass or not. */
export class NavigationGuard {
  readonly #window: Guarded;
  readonly #own = new Set<string>();

  constructor(window: Guarded) {
    this.#window = window;
    const { session } = window.page;
    session.on('Fetch.requestPaused', (event) => {
      this.#paused(event).catch(() => undefined); // the page is gone
    });
    session.on('Page.frameRequestedNavigation', (event) => this.#outside(event));
  }

  /** The next load of this address was started by main. */
  expect(url: string): void {
    this.#own.add(withoutFragment(url));
  }

  async #paused(event: Protocol.Fetch.requestPausedPayload): Promise<void> {
    const { requestId, request, frameId, redirectedRequestId } = event;
    const { session, targetId } = this.#window.page;
    const url = this.#window.schemes.fromPage(request.url + (request.urlFragment ?? ''));
    const main = frameId === targetId;
    const allowed = redirectedRequestId
      ? this.#ask(['will-redirect'], url, frameId, main)
      : (main && this.#own.delete(withoutFragment(url))) || this.#askNavigation(url, frameId, main);
    if (!allowed) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    } else if (isLocal(request.url)) {
      await session.send('Fetch.continueRequest', { requestId });
    } else {
      say(`the app let ${url} be loaded; the stand-in has no network for pages`);
      await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    }
  }

  /** Addresses such as mailto: make no request; Chromium would offer another program. */
  #outside({ url, frameId }: Protocol.Page.frameRequestedNavigationPayload): void {
    if (/^(https?|blob|data|about|javascript):/i.test(url)) return;
    if (this.#askNavigation(url, frameId, frameId === this.#window.page.targetId)) {
      say(`the app let ${url} be opened by another program; the stand-in opens none`);
    }
  }

  #askNavigation(url: string, frameId: string, main: boolean): boolean {
    // In this order, and will-navigate only for the main frame, as Electron's navigation throttle does.
    return this.#ask(
      main ? ['will-frame-navigate', 'will-navigate'] : ['will-frame-navigate'],
      url,
      frameId,
      main,
    );
  }

  #ask(events: NavigationEvent[], url: string, frameId: string, isMainFrame: boolean): boolean {
    const { frames } = this.#window;
    const frame = isMainFrame ? frames.main : frames.frame(frameId, this.#window.page.targetId);
    return events.every((name) => {
      const details = preventable({ url, isSameDocument: false, isMainFrame, frame });
      this.#window.emit(name, details, url);
      return !details.defaultPrevented;
    });
  }
}

function withoutFragment(url: string): string {
  return url.split('#', 1)[0] ?? url;
}

/** Loopback and the app's own schemes; Chromium could reach nothing else anyway. */
function isLocal(url: string): boolean {
  if (!URL.canParse(url)) return true;
  const { protocol, hostname } = new URL(url);
  return !/^https?:$/.test(protocol) || hostname === '127.0.0.1' || hostname.endsWith('.localhost');
}
