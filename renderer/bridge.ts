import type { Bridge } from '../preload/contract/index.ts';

declare global {
  /** Exposed by the preload; nothing else of Electron or Node reaches the page. */
  var copydesk: Bridge;
}

/** The typed bridge to the main process. This is the only file that touches the exposed object. */
export const bridge: Bridge = globalThis.copydesk;
