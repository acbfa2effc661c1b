// Brings Chromium up once the app's main module has run, and passes on what happens to its pages.
import { app } from './app.ts';
import type { Cdp } from './cdp.ts';
import { startChromium } from './chromium.ts';
import { say, settings } from './control.ts';
import { serveSchemes } from './loopback-server.ts';
import { openProfile } from './profile.ts';
import { runtime } from './runtime.ts';

/** Starts Chromium, then emits `ready` and lets `app.whenReady()` go on, in Electron's order. */
export async function startHost(): Promise<void> {
  app.emit('will-finish-launching');
  const { folder, secret } = openProfile(app.getPath('sessionData'));
  runtime.schemes.setSecret(secret);
  const cdp = await startChromium({
    profile: folder,
    port: await serveSchemes(runtime.schemes),
    languages: app.getPreferredSystemLanguages(),
    switches: app.commandLine.switches,
    headed: settings.headed,
    root: process.getuid?.() === 0,
  });
  runtime.cdp = cdp;
  cdp.child.once('exit', chromiumIsGone);
  await watchPages(cdp);
  runtime.started.resolve(cdp);
  runtime.isReady = true;
  app.emit('ready', {});
  runtime.ready.resolve({});
}

async function watchPages(cdp: Cdp): Promise<void> {
  const { browser } = cdp;
  browser.on('Target.targetDestroyed', ({ targetId }) => runtime.contents.get(targetId)?.gone());
  // Pages that open by themselves stop before they load anything: popups are decided here.
  browser.on('Target.attachedToTarget', ({ sessionId, targetInfo, waitingForDebugger }) => {
    if (!waitingForDebugger) return; // attached by us (page.ts)
    decidePopup(cdp, sessionId, targetInfo).catch(() => undefined); // it is gone already
  });
  await browser.send('Target.setDiscoverTargets', { discover: true });
  await browser.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: true,
    flatten: true,
    filter: [{ type: 'page', exclude: false }, { exclude: true }],
  });
}

async function decidePopup(
  cdp: Cdp,
  sessionId: string,
  target: { targetId: string; openerId?: string; url: string },
): Promise<void> {
  const opener = target.openerId === undefined ? undefined : runtime.contents.get(target.openerId);
  if (opener?.refusesWindow(target.url)) {
    await cdp.browser.send('Target.closeTarget', { targetId: target.targetId });
    return;
  }
  await cdp.session(sessionId).send('Runtime.runIfWaitingForDebugger');
  await cdp.browser.send('Target.detachFromTarget', { sessionId });
  cdp.forget(sessionId);
}

/** Chromium ends by itself when a person closes its last window; anything else is a failure. */
function chromiumIsGone(code: number | null): void {
  if (runtime.ending) return;
  for (const contents of [...runtime.contents.values()]) contents.gone();
  if (code === 0) return;
  say(`Chromium has ended with ${code ?? 'a signal'}`);
  process.exit(1);
}
