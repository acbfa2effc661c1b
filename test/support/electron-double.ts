import { EventEmitter } from 'node:events';
import type { BrowserWindowConstructorOptions, MenuItemConstructorOptions } from 'electron';
import { vi } from 'vitest';

interface Bounds {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Screens of the machine; a test says which ones exist. */
export const displays: { workArea: Bounds }[] = [];

const overlap = (a: Bounds, b: Bounds): number =>
  Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)) *
  Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y));

export const screen = {
  /** As Electron: the display that the bounds cover most, the main one if they cover none. */
  getDisplayMatching: (bounds: Bounds) =>
    displays.reduce((best, next) =>
      overlap(next.workArea, bounds) > overlap(best.workArea, bounds) ? next : best,
    ),
};

/** A window without pixels: notes its options, its page's messages and what was done to it. */
export class BrowserWindow extends EventEmitter {
  static all: BrowserWindow[] = [];
  readonly options: BrowserWindowConstructorOptions;
  readonly webContents = Object.assign(new EventEmitter(), { send: vi.fn() });
  readonly maximize = vi.fn(() => this.state.add('maximized'));
  readonly show = vi.fn();
  readonly focus = vi.fn();
  readonly restore = vi.fn(() => this.state.delete('minimized'));
  readonly loadURL = vi.fn(async (_url: string) => {});
  readonly state = new Set<'maximized' | 'minimized' | 'destroyed'>();
  bounds: Bounds = { x: 10, y: 20, width: 1000, height: 700 };

  constructor(options: BrowserWindowConstructorOptions) {
    super();
    this.options = options;
    BrowserWindow.all.push(this);
  }

  getNormalBounds = (): Bounds => this.bounds;
  isMaximized = (): boolean => this.state.has('maximized');
  isMinimized = (): boolean => this.state.has('minimized');
  isDestroyed = (): boolean => this.state.has('destroyed');

  /** The person closes it; answers whether the app prevented that. */
  close(): boolean {
    let prevented = false;
    this.emit('close', {
      preventDefault() {
        prevented = true;
      },
    });
    if (!prevented) this.destroy();
    return prevented;
  }

  destroy(): void {
    this.state.add('destroyed');
    this.emit('closed');
    if (BrowserWindow.all.every((window) => window.isDestroyed())) app.emit('window-all-closed');
  }
}

export const app = Object.assign(new EventEmitter(), {
  isPackaged: true,
  languages: ['en-US'],
  paths: { userData: '/nowhere' } as Record<string, string>,
  commandLine: { hasSwitch: () => false, getSwitchValue: () => '' },
  enableSandbox: vi.fn(),
  quit: vi.fn(),
  exit: vi.fn(),
  relaunch: vi.fn(),
  getVersion: () => '1.2.3',
  getPath: (name: string) => app.paths[name],
  setPath(name: string, value: string) {
    app.paths[name] = value;
  },
  getPreferredSystemLanguages: () => app.languages,
  requestSingleInstanceLock: vi.fn(() => true),
  whenReady: vi.fn(async () => {}),
});

export const dialog = {
  showMessageBox: vi.fn(async (..._args: unknown[]) => ({ response: 0 })),
  showSaveDialog: vi.fn(async (..._args: unknown[]) => ({ canceled: true, filePath: '' })),
  showOpenDialog: vi.fn(async (..._args: unknown[]) => ({ canceled: true, filePaths: [] as string[] })),
  showErrorBox: vi.fn((_title: string, _content: string) => {}),
};
export const Menu = {
  buildFromTemplate: vi.fn((template: MenuItemConstructorOptions[]) => template),
  setApplicationMenu: vi.fn((_menu: MenuItemConstructorOptions[]) => {}),
};
export const nativeTheme = { themeSource: 'system', shouldUseDarkColors: false };
export const shell = { openPath: vi.fn(async () => ''), openExternal: vi.fn(async () => {}) };
export const protocol = { registerSchemesAsPrivileged: vi.fn(), handle: vi.fn() };
export const ipcMain = { handle: vi.fn() };
export const net = { request: vi.fn() };
const aSession = () => ({
  setPermissionRequestHandler: vi.fn(),
  setPermissionCheckHandler: vi.fn(),
  closeAllConnections: vi.fn(async () => {}),
});
export const session = {
  defaultSession: aSession(),
  fromPartition: vi.fn((..._args: unknown[]) => aSession()),
};
export const safeStorage = {
  isEncryptionAvailable: () => false,
  getSelectedStorageBackend: () => 'basic_text',
  encryptString: vi.fn(),
  decryptString: vi.fn(),
};

/** Puts everything back as it was before the first test. */
export function resetElectron(): void {
  vi.clearAllMocks();
  app.removeAllListeners();
  BrowserWindow.all = [];
  displays.splice(0, displays.length, { workArea: { x: 0, y: 0, width: 1920, height: 1040 } });
  Object.assign(app, { isPackaged: true, languages: ['en-US'] });
  Object.assign(nativeTheme, { themeSource: 'system', shouldUseDarkColors: false });
}
