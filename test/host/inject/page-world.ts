// Runs as source text in the page's own world of every document, before any script of the page.
import type { Bridge } from './bridge.ts';

/** Refuses popups cleanly and receives what the preload exposes. */
export function pageWorld(BridgeEnd: typeof Bridge, secret: string): void {
  const { apply } = Reflect;
  const open = window.open;
  // Without an opener the refused window shares no thread with this page, and open() gives null as in Electron.
  // A method of an object, so that it has the name and the missing prototype of the original.
  window.open = {
    open: (url?: string | URL, target = '_blank', features = '') =>
      apply(open, window, [url, target, `noopener,${features}`]) as null,
  }.open;
  if (window !== window.top) return; // Electron runs no preload in frames
  new BridgeEnd(`${secret}>`, `${secret}<`).listen((key, value) => {
    Object.defineProperty(window, key, { value, enumerable: true, writable: false, configurable: false });
  });
}
