// Which options of a BrowserWindow the stand-in can honour. Anything else throws, above all every webPreference that
// would weaken the isolation between page, preload and main: the stand-in has only the safe kind of window.
import type { BrowserWindowConstructorOptions, WebPreferences } from 'electron';
import { notModelled } from './strict.ts';

/** Preferences that are only accepted with the value of a safe window. */
const ONLY: Partial<Record<keyof WebPreferences, boolean>> = {
  sandbox: true,
  contextIsolation: true,
  webSecurity: true,
  javascript: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webviewTag: false,
  allowRunningInsecureContent: false,
  experimentalFeatures: false,
  navigateOnDragDrop: false,
  plugins: false,
};

/** Preferences whose value makes no difference here, or is used. */
const FREE = new Set<string>([
  ...['preload', 'additionalArguments', 'devTools', 'spellcheck', 'safeDialogs', 'autoplayPolicy'],
  ...['backgroundThrottling', 'defaultFontFamily', 'defaultFontSize', 'minimumFontSize', 'v8CacheOptions'],
]);

const WINDOW = new Set<string>([
  ...[
    'width',
    'height',
    'x',
    'y',
    'minWidth',
    'minHeight',
    'maxWidth',
    'maxHeight',
    'center',
    'useContentSize',
  ],
  ...['show', 'paintWhenInitiallyHidden', 'title', 'icon', 'backgroundColor', 'darkTheme', 'autoHideMenuBar'],
  ...['resizable', 'movable', 'minimizable', 'maximizable', 'closable', 'fullscreenable', 'acceptFirstMouse'],
  ...['titleBarStyle', 'titleBarOverlay', 'trafficLightPosition', 'webPreferences'],
]);

/** Throws on an option or preference that the stand-in does not model. */
export function checkWindowOptions(options: BrowserWindowConstructorOptions): void {
  for (const name of Object.keys(options)) {
    if (!WINDOW.has(name)) throw notModelled(`the BrowserWindow option '${name}'`);
  }
  for (const [name, value] of Object.entries(options.webPreferences ?? {})) {
    const only = ONLY[name as keyof WebPreferences];
    if (only === undefined && !FREE.has(name)) throw notModelled(`the webPreference '${name}'`);
    if (only !== undefined && value !== undefined && value !== only) {
      throw notModelled(`the webPreference '${name}: ${String(value)}'`);
    }
  }
}

/** Events of a BrowserWindow. */
export const WINDOW_EVENTS = [
  ...[
    'close',
    'closed',
    'ready-to-show',
    'show',
    'hide',
    'focus',
    'blur',
    'resize',
    'resized',
    'move',
    'moved',
  ],
  ...['minimize', 'maximize', 'unmaximize', 'restore', 'enter-full-screen', 'leave-full-screen'],
  ...['page-title-updated'],
  // Listened to for safety, never caused here.
  ...['unresponsive', 'responsive', 'session-end', 'query-session-end'],
];
