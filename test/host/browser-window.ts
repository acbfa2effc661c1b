// `BrowserWindow`: a window, its state and its closing. In headless mode the window is its viewport: width and
// height are those of the content, so a screenshot has exactly the size that was asked for.
import type { BrowserWindowConstructorOptions } from 'electron';
import { app } from './app.ts';
import { settings } from './control.ts';
import type { Rectangle } from './page.ts';
import { runtime } from './runtime.ts';
import { preventable, StrictEmitter, strictClass } from './strict.ts';
import { WebContents } from './web-contents.ts';
import { checkWindowOptions, WINDOW_EVENTS } from './window-options.ts';

type State = 'normal' | 'minimized' | 'maximized' | 'fullscreen';

let nextId = 0;

/** A window of the app. */
export class BrowserWindow extends StrictEmitter {
  readonly id = ++nextId;
  readonly webContents: WebContents;
  #bounds: Rectangle;
  #title: string;
  #visible: boolean;
  #state: State = 'normal';
  #destroyed = false;
  #background: string;
  #minimum: [number, number];

  constructor(options: BrowserWindowConstructorOptions = {}) {
    super('BrowserWindow', WINDOW_EVENTS);
    checkWindowOptions(options);
    if (!runtime.isReady) throw new Error('Cannot create BrowserWindow before app is ready');
    const { x = 0, y = 0, width = 800, height = 600, minWidth = 0, minHeight = 0 } = options;
    this.#bounds = { x, y, width, height };
    this.#minimum = [minWidth, minHeight];
    this.#title = options.title ?? app.name;
    this.#visible = options.show !== false;
    this.#background = options.backgroundColor ?? '#FFFFFF';
    this.webContents = new WebContents(options.webPreferences ?? {}, {
      x: options.x,
      y: options.y,
      width,
      height,
    });
    this.webContents.once('first-paint', () => this.emit('ready-to-show'));
    this.webContents.on('destroyed', () => this.#pageIsGone());
    this.webContents.on('page-title-updated', (event, title: string, explicit: boolean) => {
      this.emit('page-title-updated', event, title, explicit);
      if (!event.defaultPrevented) this.#title = title;
    });
    runtime.windows.add(this);
    app.emit('browser-window-created', {}, this);
    app.emit('web-contents-created', {}, this.webContents);
  }

  static getAllWindows(): BrowserWindow[] {
    return [...runtime.windows];
  }
  static getFocusedWindow(): BrowserWindow | null {
    return [...runtime.windows].findLast((window) => window.isFocused()) ?? null;
  }
  static fromWebContents(contents: WebContents | undefined): BrowserWindow | null {
    return [...runtime.windows].find((window) => window.webContents === contents) ?? null;
  }
  static fromId(id: number): BrowserWindow | null {
    return [...runtime.windows].find((window) => window.id === id) ?? null;
  }

  loadURL(url: string): Promise<void> {
    return this.webContents.loadURL(url);
  }
  loadFile(file: string): Promise<void> {
    return this.webContents.loadFile(file);
  }

  show(): void {
    this.showInactive();
    this.focus();
  }
  showInactive(): void {
    if (this.#visible) return;
    this.#visible = true;
    this.emit('show');
  }
  hide(): void {
    if (!this.#visible) return;
    this.#visible = false;
    this.emit('hide');
  }
  focus(): void {
    this.emit('focus', {});
    app.emit('browser-window-focus', {}, this);
  }
  blur(): void {
    this.emit('blur', {});
    app.emit('browser-window-blur', {}, this);
  }
  isVisible(): boolean {
    return this.#visible && this.#state !== 'minimized';
  }
  isFocused(): boolean {
    return this.isVisible();
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }

  minimize(): void {
    this.#become('minimized', 'minimize');
  }
  maximize(): void {
    this.#become('maximized', 'maximize');
  }
  unmaximize(): void {
    if (this.isMaximized()) this.#become('normal', 'unmaximize');
  }
  restore(): void {
    if (this.#state !== 'normal') this.#become('normal', 'restore');
  }
  setFullScreen(on: boolean): void {
    if (on === this.isFullScreen()) return;
    this.#become(on ? 'fullscreen' : 'normal', on ? 'enter-full-screen' : 'leave-full-screen');
  }
  isMinimized(): boolean {
    return this.#state === 'minimized';
  }
  isMaximized(): boolean {
    return this.#state === 'maximized';
  }
  isFullScreen(): boolean {
    return this.#state === 'fullscreen';
  }
  #become(state: State, event: string): void {
    if (state === this.#state) return;
    this.#state = state;
    // A headless viewport keeps its size, so that a screenshot does not depend on a screen that is not there.
    if (settings.headed) this.webContents.setWindowState(state);
    this.emit(event);
  }

  getBounds(): Rectangle {
    return { ...this.#bounds };
  }
  getNormalBounds(): Rectangle {
    return this.getBounds();
  }
  getContentBounds(): Rectangle {
    return this.getBounds();
  }
  setBounds(bounds: Partial<Rectangle>): void {
    const before = this.#bounds;
    const after = { ...before, ...bounds };
    const [minWidth, minHeight] = this.#minimum;
    after.width = Math.max(after.width, minWidth);
    after.height = Math.max(after.height, minHeight);
    this.#bounds = after;
    if (after.x !== before.x || after.y !== before.y) this.emit('move');
    if (after.width === before.width && after.height === before.height) return;
    this.webContents.resize({ width: after.width, height: after.height });
    this.emit('resize');
    this.emit('resized');
  }
  /** Host only: a person has moved or resized the real window. */
  realBoundsChanged(bounds: Rectangle): void {
    if (this.#state !== 'normal') return;
    const { width, height } = this.#bounds;
    this.#bounds = bounds;
    if (bounds.width !== width || bounds.height !== height) this.emit('resize');
  }
  getSize(): [number, number] {
    return [this.#bounds.width, this.#bounds.height];
  }
  setSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getContentSize(): [number, number] {
    return this.getSize();
  }
  setContentSize(width: number, height: number): void {
    this.setBounds({ width, height });
  }
  getPosition(): [number, number] {
    return [this.#bounds.x, this.#bounds.y];
  }
  setPosition(x: number, y: number): void {
    this.setBounds({ x, y });
  }
  getMinimumSize(): [number, number] {
    return [...this.#minimum];
  }
  setMinimumSize(width: number, height: number): void {
    this.#minimum = [width, height];
  }

  getTitle(): string {
    return this.#title;
  }
  setTitle(title: string): void {
    this.#title = title;
  }
  getBackgroundColor(): string {
    return this.#background;
  }
  setBackgroundColor(color: string): void {
    this.#background = color;
  }

  /** Asks the `close` listeners, then the page's beforeunload; either may refuse, which also ends a quit. */
  close(): void {
    const event = preventable({});
    this.emit('close', event);
    if (event.defaultPrevented) app.cancelQuit();
    else this.webContents.close({ waitForBeforeUnload: true });
  }
  destroy(): void {
    if (this.webContents.isDestroyed()) this.#closed();
    else this.webContents.close();
  }

  /**
   * A person who closes the real window leaves no page to keep, so `close` is only told, not asked. An app that
   * prevents it to put something in order still gets the time for it, until it calls destroy().
   */
  #pageIsGone(): void {
    const event = preventable({});
    if (!this.webContents.closedByApp && !runtime.ending) this.emit('close', event);
    if (!event.defaultPrevented) this.#closed();
    else setTimeout(() => this.#closed(), 5_000);
  }
  #closed(): void {
    if (this.#destroyed) return;
    this.#destroyed = true;
    runtime.windows.delete(this);
    this.emit('closed');
    if (runtime.windows.size === 0) app.allWindowsClosed();
  }
}
strictClass('BrowserWindow', BrowserWindow);
