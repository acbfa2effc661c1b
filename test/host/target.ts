// Opens the Chromium window of a page: in headless mode a plain page, on a desktop an app window without tabs and
// address bar.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import type { Cdp } from './cdp.ts';
import { settings } from './control.ts';
import type { Size } from './page.ts';

/** Opens a blank window and returns the id of its page. */
export async function openTarget(cdp: Cdp, size: Size): Promise<string> {
  if (settings.headed) return openAppWindow(cdp, size);
  const { targetId } = await cdp.browser.send('Target.createTarget', {
    url: 'about:blank',
    newWindow: true,
    width: size.width,
    height: size.height,
  });
  return targetId;
}

/**
 * The protocol cannot make app windows, but a second Chromium with the same profile can: it hands its `--app` to the
 * running one and ends. The page is recognised by a random number in its address.
 */
async function openAppWindow(cdp: Cdp, size: Size): Promise<string> {
  const mark = randomBytes(8).toString('hex');
  const found = Promise.withResolvers<string>();
  cdp.browser.on('Target.targetInfoChanged', ({ targetInfo }) => {
    if (targetInfo.url.includes(mark)) found.resolve(targetInfo.targetId);
  });
  cdp.browser.on('Target.targetCreated', ({ targetInfo }) => {
    if (targetInfo.url.includes(mark)) found.resolve(targetInfo.targetId);
  });
  const profile = cdp.child.spawnargs.filter((arg) =>
    /^--(user-data-dir|no-sandbox|test-type|ozone)/.test(arg),
  );
  const second = spawn(
    cdp.child.spawnfile,
    [...profile, `--window-size=${size.width},${size.height}`, `--app=data:text/html,<!--${mark}-->`],
    { stdio: 'ignore' },
  );
  second.once('error', found.reject);
  return found.promise;
}
