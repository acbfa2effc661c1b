// What Chromium reports of a page, as events of its webContents.
import { app } from './app.ts';
import type { Protocol } from './cdp.ts';
import { record, settings } from './control.ts';
import type { FrameTree } from './frames.ts';
import { type IpcMessage, type PreloadMessage, receive } from './ipc.ts';
import type { Page, Rectangle } from './page.ts';
import { runtime } from './runtime.ts';
import { preventable } from './strict.ts';
import type { WebContents } from './web-contents.ts';

/** What only the webContents itself may know. */
export interface PageHooks {
  loaded(): void;
  /** A popup was asked for; its window comes later. */
  opened(event: Protocol.Page.windowOpenPayload): void;
  /** The page's beforeunload handler refused to close. */
  staying(): void;
}

/** Starts forwarding; called once, before the page loads anything. */
export function forwardPageEvents(
  page: Page,
  frames: FrameTree,
  contents: WebContents,
  hooks: PageHooks,
): void {
  forwardMessages(page, contents);
  forwardConsole(page, contents);
  forwardDocuments(page, frames, contents, hooks);
  forwardDialogs(page, contents, hooks);
  page.session.on('Page.windowOpen', (event) => hooks.opened(event));
  page.session.on('Inspector.targetCrashed', () => {
    const details = { reason: 'crashed', exitCode: 1 };
    contents.emit('render-process-gone', {}, details);
    app.emit('render-process-gone', {}, contents, details);
  });
}

function forwardMessages(page: Page, contents: WebContents): void {
  page.session.on('Runtime.bindingCalled', ({ payload, executionContextId }) => {
    const handle = async () => {
      const message = JSON.parse(payload) as PreloadMessage;
      if (message.k === 'title') contents.titleChanged(message.title);
      else if (message.k === 'bounds') realBoundsChanged(contents, message.bounds);
      else await answer(message, executionContextId);
    };
    const answer = async (message: IpcMessage, contextId: number) => {
      const text = await receive(message, contents);
      if (text !== undefined) await page.deliver(text, contextId);
    };
    handle().catch((error: unknown) => {
      // A listener of ipcMain.on threw: in Electron an uncaught exception of the main process.
      queueMicrotask(() => {
        throw error;
      });
    });
  });
}

/** A headless window has no bounds but those it was given; a test may emulate another viewport in it. */
function realBoundsChanged(contents: WebContents, bounds: Rectangle): void {
  if (!settings.headed) return;
  [...runtime.windows].find((window) => window.webContents === contents)?.realBoundsChanged(bounds);
}

function forwardConsole({ session }: Page, contents: WebContents): void {
  session.on('Runtime.consoleAPICalled', ({ type, args }) => {
    const level = { warning: 'warning', error: 'error', debug: 'debug' }[type as string] ?? 'info';
    const message = args.map((arg) => String(arg.value ?? arg.description ?? arg.type)).join(' ');
    contents.emit('console-message', { level, message, frame: contents.mainFrame });
  });
  session.on('Runtime.exceptionThrown', ({ exceptionDetails: { text, exception } }) => {
    const message = `${text} ${exception?.description ?? ''}`.trim();
    contents.emit('console-message', { level: 'error', message, frame: contents.mainFrame });
  });
}

function forwardDocuments(page: Page, frames: FrameTree, contents: WebContents, hooks: PageHooks): void {
  const { session, targetId } = page;
  session.on('Page.frameNavigated', ({ frame: { id, parentId, url, urlFragment } }) => {
    const frame = frames.frame(id, parentId);
    frame.url = runtime.schemes.fromPage(url + (urlFragment ?? ''));
    if (parentId === undefined) contents.emit('did-navigate', {}, frame.url);
  });
  session.on('Page.navigatedWithinDocument', ({ frameId, url }) => {
    const isMain = frameId === targetId;
    const frame = isMain ? frames.main : frames.frame(frameId, targetId);
    frame.url = runtime.schemes.fromPage(url);
    contents.emit('did-navigate-in-page', {}, frame.url, isMain);
  });
  session.on('Page.frameDetached', ({ frameId }) => frames.detach(frameId));
  session.on('Page.domContentEventFired', () => contents.emit('dom-ready', {}));
  let isFirst = true;
  session.on('Page.loadEventFired', () => {
    if (/^(about:|data:|$)/.test(contents.getURL())) return; // the blank page of a new window
    // In Electron nothing lies before the first page.
    if (isFirst) session.send('Page.resetNavigationHistory').catch(() => undefined);
    isFirst = false;
    hooks.loaded();
    contents.emit('did-finish-load', {});
    contents.emit('first-paint');
  });
}

/** alert() and its kin are recorded and dismissed; beforeunload asks `will-prevent-unload`, not the person. */
function forwardDialogs({ session }: Page, contents: WebContents, hooks: PageHooks): void {
  session.on('Page.javascriptDialogOpening', ({ type, message }) => {
    let accept = false;
    if (type === 'beforeunload') {
      const event = preventable({});
      contents.emit('will-prevent-unload', event);
      accept = event.defaultPrevented;
      if (!accept) hooks.staying();
    } else record(`page.${type}`, message);
    session.send('Page.handleJavaScriptDialog', { accept }).catch(() => undefined); // answered by a test
  });
}
