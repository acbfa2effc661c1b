import path from 'node:path';
import { BrowserWindow, screen } from 'electron';
import type { EventName, EventPayload } from '../preload/contract/events.ts';
import type { Preferences } from './library/collections.ts';

type Bounds = NonNullable<Preferences['window']>;

const DEFAULT_SIZE = { width: 1440, height: 900 };
const SMALLEST = { minWidth: 640, minHeight: 480 };
/** Pixels of a title bar that a mouse can catch; less of a window on a screen is as good as none. */
const GRIP = 40;

/** The last bounds if they still lie on a screen that exists, else a default size on the main one. */
function startBounds(saved: Bounds | null): Partial<Bounds> {
  if (!saved) return DEFAULT_SIZE;
  const area = screen.getDisplayMatching(saved).workArea;
  const visible =
    saved.x <= area.x + area.width - GRIP &&
    saved.x + saved.width >= area.x + GRIP &&
    saved.y >= area.y - GRIP / 4 &&
    saved.y <= area.y + area.height - GRIP;
  return visible ? saved : DEFAULT_SIZE;
}

export interface WindowOptions {
  saved: Bounds | null;
  dark: boolean;
  onClose(window: BrowserWindow, event: { preventDefault(): void }): void;
}

/** The app's window. The page is isolated and sandboxed; it has nothing but the bridge. */
export function createWindow({ saved, dark, onClose }: WindowOptions): BrowserWindow {
  const { x, y, width, height } = startBounds(saved);
  const window = new BrowserWindow({
    ...(x === undefined || y === undefined ? {} : { x, y }),
    width: width ?? DEFAULT_SIZE.width,
    height: height ?? DEFAULT_SIZE.height,
    ...SMALLEST,
    show: false,
    title: 'Copydesk',
    backgroundColor: dark ? '#101214' : '#e6e8e6', // the desk of each theme, so that nothing flashes
    webPreferences: {
      preload: path.join(import.meta.dirname, '../preload/index.cjs'),
      nodeIntegration: false,
      contextIsolation: true,
      sandbox: true,
      webviewTag: false,
      // macOS checks by itself; elsewhere Chromium would fetch dictionaries from its maker without being asked.
      spellcheck: process.platform === 'darwin',
    },
  });
  if (saved?.maximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', (event) => onClose(window, event));
  return window;
}

/** Bounds to remember. */
export const boundsOf = (window: BrowserWindow): Bounds => ({
  ...window.getNormalBounds(),
  maximized: window.isMaximized(),
});

/** Tells the page something; a window that is gone hears nothing. */
export function tell<N extends EventName>(
  window: BrowserWindow | null,
  event: N,
  payload: EventPayload<N>,
): void {
  if (window && !window.isDestroyed()) window.webContents.send(event, payload);
}
