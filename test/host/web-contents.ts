// `webContents`: the page of a window as the main process sees it.
import { pathToFileURL } from 'node:url';
import type { WebPreferences } from 'electron';
import { app } from './app.ts';
import type { Protocol } from './cdp.ts';
import { record, say } from './control.ts';
import { FrameTree, type WebFrameMain } from './frames.ts';
import { nativeTheme } from './native-theme.ts';
import { NavigationGuard } from './navigation.ts';
import { Page, type Size, type Wish } from './page.ts';
import { forwardPageEvents } from './page-events.ts';
import { applyPermissions } from './permissions.ts';
import { runtime } from './runtime.ts';
import { defaultSession } from './session.ts';
import { notModelled, preventable, StrictEmitter, strictClass } from './strict.ts';
import { wire } from './wire.ts';

const EVENTS = [
  ...['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-prevent-unload', 'did-start-navigation'],
  ...['did-navigate', 'did-navigate-in-page', 'dom-ready', 'did-finish-load', 'did-fail-load', 'first-paint'],
  ...['page-title-updated', 'console-message', 'render-process-gone', 'destroyed'],
  // Listened to for safety, never caused here.
  ...['will-attach-webview', 'did-attach-webview', 'did-create-window', 'certificate-error', 'login'],
  ...['select-client-certificate', 'select-bluetooth-device', 'unresponsive', 'responsive', 'preload-error'],
];

/** What `setWindowOpenHandler`'s function is asked. */
export interface OpenDetails {
  url: string;
  frameName: string;
  features: string;
  disposition: string;
}
type OpenHandler = (details: OpenDetails) => { action: string };

let nextId = 0;

/** The page of one window. */
export class WebContents extends StrictEmitter {
  readonly id = ++nextId;
  readonly session = defaultSession;
  readonly #frames = new FrameTree(this.id);
  readonly #page: Promise<Page>;
  #guard: NavigationGuard | undefined;
  #targetId = '';
  #title = '';
  #loading = false;
  #destroyed = false;
  #zoom = 1;
  #openHandler: OpenHandler | undefined;
  #lastOpen: Protocol.Page.windowOpenPayload | undefined;
  #closing = false;

  constructor(preferences: WebPreferences, wish: Wish) {
    super('webContents', EVENTS);
    this.#page = this.#open(preferences, wish);
    this.#page.catch((error: unknown) => {
      if (!runtime.ending) say(`a window could not be opened: ${String(error)}`);
    });
  }

  static fromDevToolsTargetId(id: string): WebContents | undefined {
    return runtime.contents.get(id);
  }
  static fromId(id: number): WebContents | undefined {
    return WebContents.getAllWebContents().find((contents) => contents.id === id);
  }
  static getAllWebContents(): WebContents[] {
    return [...runtime.contents.values()];
  }
  static getFocusedWebContents(): WebContents | null {
    return [...runtime.windows].findLast((window) => window.isFocused())?.webContents ?? null;
  }

  async #open(preferences: WebPreferences, wish: Wish): Promise<Page> {
    const page = await Page.open(await runtime.started.promise, wish);
    this.#targetId = page.targetId;
    runtime.contents.set(page.targetId, this);
    const { schemes } = runtime;
    const emit = (name: string, ...args: unknown[]) => void this.emit(name, ...args);
    this.#guard = new NavigationGuard({ page, frames: this.#frames, schemes, emit });
    forwardPageEvents(page, this.#frames, this, {
      loaded: () => {
        this.#loading = false;
      },
      opened: (event) => {
        this.#lastOpen = event;
      },
      staying: () => {
        this.#closing = false;
        app.cancelQuit();
      },
    });
    await page.install(preferences, wish, app.getLocale());
    await applyPermissions(page.browser, this, defaultSession.permissionHandlers);
    await page.setDark(nativeTheme.shouldUseDarkColors);
    return page;
  }

  async loadURL(url: string): Promise<void> {
    const page = await this.#page;
    const loaded = new Promise<void>((resolve) => this.once('did-finish-load', () => resolve()));
    this.#guard?.expect(new URL(url).href);
    this.#loading = true;
    this.emit('did-start-navigation', {
      url,
      isSameDocument: false,
      isMainFrame: true,
      frame: this.mainFrame,
    });
    const { errorText } = await page.session.send('Page.navigate', { url: runtime.schemes.toPage(url) });
    if (errorText) {
      this.#loading = false;
      this.emit('did-fail-load', {}, -2, errorText, url, true);
      throw Object.assign(new Error(`${errorText} loading '${url}'`), { code: errorText, url });
    }
    await loaded;
  }
  loadFile(file: string): Promise<void> {
    return this.loadURL(pathToFileURL(file).href);
  }
  reload(): void {
    this.#guard?.expect(this.getURL());
    this.#with((page) => page.session.send('Page.reload'));
  }

  send(channel: string, ...args: unknown[]): void {
    const text = JSON.stringify({ k: 'event', channel, args: wire.encode(args) });
    this.#with((page) => page.deliver(text));
  }
  async executeJavaScript(code: string, userGesture = false): Promise<unknown> {
    return (await this.#page).evaluate(code, userGesture);
  }

  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }

  /** Host only: asks the app about a popup of this page and returns whether it is refused. */
  refusesWindow(targetUrl: string): boolean {
    const url = runtime.schemes.fromPage(this.#lastOpen?.url ?? targetUrl);
    const frameName = this.#lastOpen?.windowName ?? '';
    const features = (this.#lastOpen?.windowFeatures ?? []).join(',');
    const answer = this.#openHandler?.({ url, frameName, features, disposition: 'foreground-tab' });
    if (answer?.action === 'deny') return true;
    say(`${notModelled(`windows opened by a page (${url})`).message}; it was refused`);
    return true;
  }

  /** Host only: the colour scheme has changed. */
  applyTheme(): void {
    this.#with((page) => page.setDark(nativeTheme.shouldUseDarkColors));
  }
  /** Host only: the window has a new size. */
  resize(size: Size): void {
    this.#with((page) => page.resize(size));
  }
  /** Host only: the window was minimized, maximized or restored. */
  setWindowState(state: 'normal' | 'minimized' | 'maximized' | 'fullscreen'): void {
    this.#with((page) => page.setWindowState(state));
  }
  /** Host only: the title of the page in Chromium. */
  titleChanged(title: string): void {
    if (title === this.#title || title === '') return;
    this.#title = title;
    this.emit('page-title-updated', preventable({}), title, true);
  }
  /** Host only: the page is gone. */
  gone(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    runtime.contents.delete(this.#targetId);
    this.emit('destroyed');
  }

  #with(work: (page: Page) => Promise<unknown>): void {
    this.#page.then(work).catch(() => undefined); // the page went away meanwhile
  }

  get mainFrame(): WebFrameMain {
    return this.#frames.main;
  }
  getURL(): string {
    return this.mainFrame.url;
  }
  getTitle(): string {
    return this.#title;
  }
  isLoading(): boolean {
    return this.#loading;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  getZoomFactor(): number {
    return this.#zoom;
  }
  setZoomFactor(factor: number): void {
    this.#zoom = factor;
    record('webContents.setZoomFactor', factor);
  }
  openDevTools(): void {
    record('webContents.openDevTools');
  }
  focus(): void {
    record('webContents.focus');
  }
  forcefullyCrashRenderer(): void {
    this.#with((page) => page.session.send('Page.crash'));
  }

  /** Closes the page without asking the window's `close` listeners, as Electron does. */
  close({ waitForBeforeUnload = false }: { waitForBeforeUnload?: boolean } = {}): void {
    this.#closing = true;
    this.#with((page) => page.close(waitForBeforeUnload));
  }

  /** Host only: main asked for the page to be closed; otherwise a person closed the real window. */
  get closedByApp(): boolean {
    return this.#closing;
  }
}
strictClass('webContents', WebContents);
