import type { BrowserWindow as RealWindow } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';
import { boundsOf, createWindow, tell, type WindowOptions } from '../../../main/window.ts';
import { type BrowserWindow, displays, resetElectron } from '../../support/electron-double.ts';

vi.mock('electron', () => import('../../support/electron-double.ts'));
beforeEach(resetElectron);

function opened(over: Partial<WindowOptions> = {}): BrowserWindow {
  return createWindow({
    saved: null,
    dark: false,
    onClose: () => {},
    ...over,
  }) as unknown as BrowserWindow;
}

test('the page is isolated, sandboxed and has nothing but the preload', () => {
  const { preload, ...rest } = opened().options.webPreferences ?? {};
  expect(preload).toMatch(/[\\/]preload[\\/]index\.cjs$/);
  expect(rest).toEqual({
    nodeIntegration: false,
    contextIsolation: true,
    sandbox: true,
    webviewTag: false,
    spellcheck: process.platform === 'darwin',
  });
});

const saved = { x: 100, y: 50, width: 1200, height: 800, maximized: false };
const second = { workArea: { x: 1920, y: -200, width: 2560, height: 1400 } };

test.each<[string, NonNullable<WindowOptions['saved']>, boolean]>([
  ['where it was', saved, true],
  ['in the corner', { ...saved, x: 0, y: 0 }, true],
  ['partly over the left edge', { ...saved, x: -1000 }, true],
  ['on the second screen', { ...saved, x: 2000, y: -200 }, true],
  ['on a screen to the left that is gone', { ...saved, x: -2560 }, false],
  ['on a screen to the right that is gone', { ...saved, x: 9000 }, false],
  ['on a screen above that is gone', { ...saved, y: -1500 }, false],
  ['below everything', { ...saved, y: 2000 }, false],
  ['with a sliver on the left that no mouse catches', { ...saved, x: -1199 }, false],
  ['with a sliver on the right', { ...saved, x: 4479, y: 0 }, false],
  ['with its title bar above the screen', { ...saved, y: -60 }, false],
])('a window %s: restored', (_name, bounds, restored) => {
  displays.push(second);
  const { x, y, width, height } = opened({ saved: bounds }).options;
  expect({ x, y, width, height }).toEqual(
    restored
      ? { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height }
      : { x: undefined, y: undefined, width: 1440, height: 900 },
  );
});

test('a window on a second screen comes back to the main one when the second is gone', () => {
  const { x, width } = opened({ saved: { ...saved, x: 2000 } }).options;
  expect({ x, width }).toEqual({ x: undefined, width: 1440 });
});

test('a maximized window is maximized again', () => {
  expect(opened({ saved: { ...saved, maximized: true } }).maximize).toHaveBeenCalledTimes(1);
  expect(opened({ saved }).maximize).not.toHaveBeenCalled();
});

test('it shows itself when there is something to see, on a desk of its theme', () => {
  const light = opened();
  expect(light.options).toMatchObject({ show: false, minWidth: 640, minHeight: 480 });
  light.emit('ready-to-show');
  light.emit('ready-to-show');
  expect(light.show).toHaveBeenCalledTimes(1);
  expect(opened({ dark: true }).options.backgroundColor).not.toBe(light.options.backgroundColor);
});

test('closing it is somebody else’s decision', () => {
  const onClose = vi.fn((_window: RealWindow, event: { preventDefault(): void }) => event.preventDefault());
  const window = opened({ onClose });
  expect(window.close()).toBe(true);
  expect(onClose).toHaveBeenCalledExactlyOnceWith(window, expect.anything());
});

test('bounds to remember are those of the window before it was maximized', () => {
  const window = opened({ saved: { ...saved, maximized: true } });
  expect(boundsOf(window as unknown as RealWindow)).toEqual({ ...window.bounds, maximized: true });
});

test('the page is told; a page that is gone is not', () => {
  const window = opened();
  tell(window as unknown as RealWindow, 'menu', { command: 'pull' });
  expect(window.webContents.send.mock.calls).toEqual([['menu', { command: 'pull' }]]);
  window.destroy();
  tell(window as unknown as RealWindow, 'closing', {});
  tell(null, 'closing', {});
  expect(window.webContents.send).toHaveBeenCalledTimes(1);
});
