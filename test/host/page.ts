// One Chromium page that shows a BrowserWindow: making it, installing the preload, sizing it. No Electron API here.
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { WebPreferences } from 'electron';
import type { Cdp, CdpSession } from './cdp.ts';
import { settings } from './control.ts';
import { BINDING, documentScripts, RECEIVER, WORLD } from './inject/scripts.ts';
import { openTarget } from './target.ts';

/** A size in CSS pixels. */
export interface Size {
  width: number;
  height: number;
}

/** A window's place on the screen and the size of its page. */
export interface Rectangle extends Size {
  x: number;
  y: number;
}

/** What is known of a window before it is there: perhaps no place. */
export interface Wish extends Size {
  x: number | undefined;
  y: number | undefined;
}

/** A page and the session that steers it. */
export class Page {
  readonly targetId: string;
  readonly session: CdpSession;
  readonly #cdp: Cdp;
  /** The preload's world of the document that is shown now. */
  #world: string | undefined;

  private constructor(cdp: Cdp, targetId: string, session: CdpSession) {
    this.#cdp = cdp;
    this.targetId = targetId;
    this.session = session;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === WORLD && context.auxData?.frameId === targetId) this.#world = context.uniqueId;
    });
    session.on('Runtime.executionContextsCleared', () => {
      this.#world = undefined;
    });
  }

  /** The session of the whole Chromium. */
  get browser(): CdpSession {
    return this.#cdp.browser;
  }

  /** Opens a page in a window of its own. Call `install` once the listeners are there. */
  static async open(cdp: Cdp, size: Size): Promise<Page> {
    const targetId = await openTarget(cdp, size);
    const { sessionId } = await cdp.browser.send('Target.attachToTarget', { targetId, flatten: true });
    return new Page(cdp, targetId, cdp.session(sessionId));
  }

  /** Turns on the events of the page and prepares every document to come. */
  async install(preferences: WebPreferences, wish: Wish, locale: string): Promise<void> {
    const preload = preferences.preload
      ? readFileSync(preferences.preload, 'utf8').replace(/^\/\/# sourceMappingURL=.*$/m, '')
      : '';
    const secret = randomBytes(16).toString('hex');
    const source = documentScripts(secret, preloadProcess(preferences.additionalArguments ?? []), preload);
    const s = this.session;
    await Promise.all([
      s.send('Page.enable'),
      s.send('Runtime.enable'),
      s.send('Runtime.addBinding', { name: BINDING, executionContextName: WORLD }),
      s.send('Page.addScriptToEvaluateOnNewDocument', { source: source.page }),
      s.send('Page.addScriptToEvaluateOnNewDocument', { source: source.isolated, worldName: WORLD }),
      s.send('Fetch.enable', { patterns: [{ urlPattern: '*', resourceType: 'Document' }] }),
      settings.headed ? this.#place(wish) : this.resize({ width: wish.width, height: wish.height }),
      // Dates and numbers of the page; Debian's Chromium brings no translations from which it could know.
      s.send('Emulation.setLocaleOverride', { locale }),
    ]);
  }

  /** Makes the viewport exactly this large. */
  async resize(size: Size): Promise<void> {
    const { windowId } = await this.#cdp.browser.send('Browser.getWindowForTarget', {
      targetId: this.targetId,
    });
    await this.#cdp.browser.send('Browser.setContentsSize', { windowId, ...size });
  }

  /** Fits a real window into the screen, in the middle unless it has a place. */
  async #place({ x, y, width, height }: Wish): Promise<void> {
    const screen = (await this.evaluate('[screen.availWidth, screen.availHeight]', false)) as [
      number,
      number,
    ];
    await this.resize({ width, height });
    const target = { targetId: this.targetId };
    const { windowId, bounds: real } = await this.#cdp.browser.send('Browser.getWindowForTarget', target);
    const outer = [real.width ?? width, real.height ?? height] as const;
    const [fitWidth, fitHeight] = [Math.min(outer[0], screen[0]), Math.min(outer[1], screen[1])];
    const inside = (place: number | undefined, room: number) =>
      place === undefined ? Math.floor(room / 2) : Math.max(0, Math.min(place, room));
    const left = inside(x, screen[0] - fitWidth);
    const top = inside(y, screen[1] - fitHeight);
    const bounds = { left, top, width: fitWidth, height: fitHeight };
    await this.#cdp.browser.send('Browser.setWindowBounds', { windowId, bounds });
  }

  /** Minimizes, maximizes or restores the real window. */
  async setWindowState(windowState: 'normal' | 'minimized' | 'maximized' | 'fullscreen'): Promise<void> {
    const { windowId } = await this.#cdp.browser.send('Browser.getWindowForTarget', {
      targetId: this.targetId,
    });
    await this.#cdp.browser.send('Browser.setWindowBounds', { windowId, bounds: { windowState } });
  }

  setDark(dark: boolean): Promise<unknown> {
    const value = dark ? 'dark' : 'light';
    return this.session.send('Emulation.setEmulatedMedia', {
      features: [{ name: 'prefers-color-scheme', value }],
    });
  }

  /** Hands a message to the preload; dropped when there is none, as in Electron. */
  async deliver(text: string, contextId?: number): Promise<void> {
    const expression = `${RECEIVER}(${JSON.stringify(text)})`;
    const context = contextId === undefined ? { uniqueContextId: this.#world } : { contextId };
    if (contextId === undefined && this.#world === undefined) return;
    // A document that was left meanwhile takes its context with it.
    await this.session.send('Runtime.evaluate', { expression, ...context }).catch(() => undefined);
  }

  async evaluate(expression: string, userGesture: boolean): Promise<unknown> {
    const { exceptionDetails: failure, result } = await this.session.send('Runtime.evaluate', {
      expression,
      awaitPromise: true,
      returnByValue: true,
      userGesture,
    });
    if (failure) throw new Error(failure.exception?.description ?? failure.text);
    return result.value;
  }

  /** Closes the page; with `ask`, its beforeunload handlers may refuse. */
  async close(ask: boolean): Promise<void> {
    const closing = ask
      ? this.session.send('Page.close')
      : this.#cdp.browser.send('Target.closeTarget', { targetId: this.targetId });
    await closing.catch(() => undefined); // already gone
  }
}

/** `process` of a sandboxed preload. */
function preloadProcess(argv: string[]): object {
  const { platform, arch, versions } = process;
  return {
    type: 'renderer',
    platform,
    arch,
    sandboxed: true,
    contextIsolated: true,
    argv,
    env: {},
    versions,
  };
}
