// What all parts of the stand-in share: the running Chromium, the open windows, and the two moments of starting.
import type { BrowserWindow } from './browser-window.ts';
import type { Cdp } from './cdp.ts';
import { Schemes } from './schemes.ts';
import type { WebContents } from './web-contents.ts';

/** The running stand-in. */
export const runtime = {
  schemes: new Schemes(),
  /** Chromium is there and pages can be made. */
  started: Promise.withResolvers<Cdp>(),
  /** The same, once it is there. */
  cdp: undefined as Cdp | undefined,
  /** The profile folder of the running Chromium. */
  profile: '',
  /** `app.whenReady()`. */
  ready: Promise.withResolvers<object>(),
  isReady: false,
  /** Set once the app is on its way out: from then on a vanishing page is no error. */
  ending: false,
  contents: new Map<string, WebContents>(),
  windows: new Set<BrowserWindow>(),
};
