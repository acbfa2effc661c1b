import { EventEmitter } from 'node:events';
import type { App, Session, WebContents } from 'electron';
import { expect, test, vi } from 'vitest';
import { lockEveryPage, lockPermissions } from '../../../main/security/lock-down.ts';

type RequestHandler = NonNullable<Parameters<Session['setPermissionRequestHandler']>[0]>;
type CheckHandler = NonNullable<Parameters<Session['setPermissionCheckHandler']>[0]>;
type Permission = Parameters<RequestHandler>[1] | Parameters<CheckHandler>[1];

/** Every permission that Electron knows (the compiler asks for new ones), and whether the page may have it. */
const PERMISSIONS: Record<Permission, boolean> = {
  'clipboard-sanitized-write': true,
  ar: false,
  'automatic-fullscreen': false,
  'background-fetch': false,
  'background-sync': false,
  'captured-surface-control': false,
  'clipboard-read': false,
  'deprecated-sync-clipboard-read': false,
  'display-capture': false,
  fileSystem: false,
  fullscreen: false,
  geolocation: false,
  'geolocation-approximate': false,
  'hand-tracking': false,
  hid: false,
  'idle-detection': false,
  keyboardLock: false,
  'local-fonts': false,
  'local-network': false,
  'local-network-access': false,
  'loopback-network': false,
  media: false,
  mediaKeySystem: false,
  midi: false,
  midiSysex: false,
  nfc: false,
  notifications: false,
  openExternal: false,
  'payment-handler': false,
  'periodic-background-sync': false,
  'persistent-storage': false,
  pointerLock: false,
  'screen-wake-lock': false,
  sensors: false,
  serial: false,
  'smart-card': false,
  'speaker-selection': false,
  'storage-access': false,
  'system-wake-lock': false,
  'top-level-storage-access': false,
  usb: false,
  vr: false,
  'web-app-installation': false,
  'web-printing': false,
  'window-management': false,
  unknown: false,
};

/** The handlers that a session was given. */
function lockedSession() {
  const handlers: { request?: RequestHandler; check?: CheckHandler } = {};
  lockPermissions({
    setPermissionRequestHandler: (handler) => {
      handlers.request = handler ?? undefined;
    },
    setPermissionCheckHandler: (handler) => {
      handlers.check = handler ?? undefined;
    },
  });
  const { request, check } = handlers;
  if (!request || !check) throw new Error('A handler is missing');
  return { request, check };
}

const nobody = {} as WebContents;

test.each(Object.entries(PERMISSIONS) as [Permission, boolean][])('%s: %s', (permission, granted) => {
  const { request, check } = lockedSession();
  const answered = vi.fn();
  request(nobody, permission, answered, {} as Parameters<RequestHandler>[3]);
  expect(answered.mock.calls).toEqual([[granted]]);
  expect(check(nobody, permission, 'app://ui', {} as Parameters<CheckHandler>[3])).toBe(granted);
  expect(check(null, permission, 'https://evil.example', {} as Parameters<CheckHandler>[3])).toBe(granted);
});

test.each(['clipboard-sanitized-write ', '__proto__', 'constructor', 'toString', ''])(
  'a permission called %j is refused',
  (name) => {
    const { request, check } = lockedSession();
    const answered = vi.fn();
    request(nobody, name as Permission, answered, {} as Parameters<RequestHandler>[3]);
    expect(answered.mock.calls).toEqual([[false]]);
    expect(check(nobody, name as Permission, '', {} as Parameters<CheckHandler>[3])).toBe(false);
  },
);

/** A page as the app sees it when it is made: its events, and who decides about new windows. */
function newPage() {
  const app = new EventEmitter();
  lockEveryPage(app as unknown as App);
  const setWindowOpenHandler = vi.fn();
  const getURL = () => 'app://ui/index.html';
  const contents = Object.assign(new EventEmitter(), { setWindowOpenHandler, getURL });
  app.emit('web-contents-created', {}, contents);
  return { contents, setWindowOpenHandler };
}

const ADDRESSES = [
  'https://evil.example/',
  'http://127.0.0.1:5173/',
  'file:///etc/passwd',
  'data:text/html,<script>1</script>',
  'javascript:alert(1)',
  'blob:app://ui/6f1d',
  'about:blank',
  'app://evil/index.html',
  'app://ui/other.html',
];
const LEAVING = ['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview'];

test.each(LEAVING.flatMap((event) => ADDRESSES.map((url) => [event, url])))('%s to %s', (event, url) => {
  const { contents } = newPage();
  const preventDefault = vi.fn();
  contents.emit(event, { preventDefault, url, isMainFrame: true }, url);
  expect(preventDefault).toHaveBeenCalledTimes(1);
});

test('a page may load itself again, in its main frame only', () => {
  const { contents } = newPage();
  const url = contents.getURL();
  const prevented = (event: string, isMainFrame: boolean) => {
    const preventDefault = vi.fn();
    contents.emit(event, { preventDefault, url, isMainFrame }, url);
    return preventDefault.mock.calls.length > 0;
  };
  expect(prevented('will-frame-navigate', true)).toBe(false);
  expect(prevented('will-navigate', true)).toBe(false);
  expect(prevented('will-frame-navigate', false)).toBe(true);
  expect(prevented('will-redirect', true)).toBe(true);
});

test.each(ADDRESSES)('no window opens for %s', (url) => {
  const { setWindowOpenHandler } = newPage();
  expect(setWindowOpenHandler).toHaveBeenCalledTimes(1);
  const handler = setWindowOpenHandler.mock.calls[0]?.[0];
  expect(handler({ url, frameName: '', features: 'nodeIntegration=1' })).toEqual({ action: 'deny' });
});
