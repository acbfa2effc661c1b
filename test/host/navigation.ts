// Asks the app before a document is loaded: will-frame-navigate, will-navigate and will-redirect of webContents.
// Chromium pauses every request for a document. Those that main started itself (loadURL, reload) ask nobody, and
// neither does a test that reloads the page or goes elsewhere in the app; whatever leaves the app is always asked about.
import { setTimeout as sleep } from 'node:timers/promises';
import type { Protocol } from './cdp.ts';
import { say } from './control.ts';
import type { FrameTree, WebFrameMain } from './frames.ts';
import type { Page } from './page.ts';
import { originOf, type Schemes } from './schemes.ts';
import { type Preventable, preventable } from './strict.ts';

/** How long a page may take to tell that it has asked for a load itself. */
const PATIENCE_MS = 200;

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
  /** Addresses the page itself has asked for, by frame. */
  readonly #wanted = new Set<string>();

  constructor(window: Guarded) {
    this.#window = window;
    const { session } = window.page;
    session.on('Fetch.requestPaused', (event) => {
      this.#paused(event).catch(() => undefined); // the page is gone
    });
    session.on('Page.frameRequestedNavigation', (event) => {
      this.#wanted.add(`${event.frameId} ${withoutFragment(event.url)}`);
      this.#outside(event);
    });
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
    const wanted = `${frameId} ${withoutFragment(request.url)}`;
    const allowed = redirectedRequestId
      ? this.#ask(['will-redirect'], url, frameId, main)
      : (main && (await this.#isMains(url, wanted))) || this.#askNavigation(url, frameId, main);
    this.#wanted.delete(wanted);
    if (!allowed) {
      await session.send('Fetch.failRequest', { requestId, errorReason: 'Aborted' });
    } else if (isLocal(request.url)) {
      await session.send('Fetch.continueRequest', { requestId });
    } else {
      say(`the app let ${url} be loaded; the stand-in has no network for pages`);
      await session.send('Fetch.failRequest', { requestId, errorReason: 'BlockedByClient' });
    }
  }

  /** Whether a load of the main frame was not started by the page. */
  async #isMains(url: string, wanted: string): Promise<boolean> {
    if (this.#own.delete(withoutFragment(url))) return true;
    const { frames } = this.#window;
    if (originOf(url) !== frames.main.origin) return false;
    // The page tells what it asks for on another way than the request comes, earlier as a rule. It cannot be asked:
    // Chromium holds back every message to a page that is about to be replaced.
    const until = Date.now() + PATIENCE_MS;
    while (!this.#wanted.has(wanted)) {
      if (Date.now() > until) return true;
      await sleep(10);
    }
    return false;
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
