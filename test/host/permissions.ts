// What a page may do is decided by the app's two permission handlers, asked once when the window is made: Chromium is
// told the answers. A page that asks later gets them without the handlers being called again.
import type { CdpSession } from './cdp.ts';
import type { WebContents } from './web-contents.ts';

/** Electron's names, and Chromium's descriptors of the same permission. */
const PERMISSIONS = {
  'clipboard-read': { name: 'clipboard-read' },
  'clipboard-sanitized-write': { name: 'clipboard-write' },
  geolocation: { name: 'geolocation' },
  'idle-detection': { name: 'idle-detection' },
  midi: { name: 'midi' },
  midiSysex: { name: 'midi', sysex: true },
  notifications: { name: 'notifications' },
  'persistent-storage': { name: 'persistent-storage' },
  'screen-wake-lock': { name: 'screen-wake-lock' },
  'storage-access': { name: 'storage-access' },
  'window-management': { name: 'window-management' },
};
/** Two devices under Electron's one name. */
const MEDIA = [{ name: 'camera' }, { name: 'microphone' }];

type Check = (contents: WebContents, permission: string, origin: string, details: object) => boolean;
type Request = (
  contents: WebContents,
  permission: string,
  answer: (granted: boolean) => void,
  details: object,
) => void;

/** The handlers an app has set; without them Electron grants everything. */
export interface PermissionHandlers {
  check: Check | null;
  request: Request | null;
}

/** Asks both handlers about everything and hands the answers to Chromium. */
export async function applyPermissions(
  browser: CdpSession,
  contents: WebContents,
  handlers: PermissionHandlers,
): Promise<void> {
  const set = async (electronName: string, permission: { name: string; sysex?: boolean }) => {
    const setting = (await isGranted(electronName, contents, handlers)) ? 'granted' : 'denied';
    await browser.send('Browser.setPermission', { permission, setting });
  };
  for (const [name, permission] of Object.entries(PERMISSIONS)) await set(name, permission);
  for (const permission of MEDIA) await set('media', permission);
}

async function isGranted(
  name: string,
  contents: WebContents,
  { check, request }: PermissionHandlers,
): Promise<boolean> {
  if (check && !check(contents, name, contents.mainFrame.origin, {})) return false;
  if (!request) return true;
  return new Promise((resolve) => request(contents, name, resolve, {}));
}
