import type { App } from 'electron';
import type { Clock } from './clock.ts';

/** How long the request under way and the last write may take to end. */
const PATIENCE_MS = 3_000;

/** Lets what has begun come to its end before the app quits, well or not; nothing new begins. */
export function finishBeforeQuitting(
  app: Pick<App, 'on' | 'quit'>,
  clock: Pick<Clock, 'after'>,
  finish: () => Promise<void>,
  reportBug: (error: unknown, where: string) => void,
): void {
  let step: 'running' | 'finishing' | 'finished' = 'running';
  app.on('will-quit', (event) => {
    if (step === 'finished') return;
    event.preventDefault();
    if (step === 'finishing') return;
    step = 'finishing';
    const patience = new Promise<void>((resolve) => clock.after(PATIENCE_MS, resolve));
    void Promise.race([finish(), patience])
      .catch((error: unknown) => reportBug(error, 'quitting'))
      .finally(() => {
        step = 'finished';
        app.quit();
      });
  });
}

/** Ends the app and starts it again, without asking anybody: the page has saved everything before. */
export async function startAnew(
  app: Pick<App, 'relaunch' | 'exit'>,
  clock: Pick<Clock, 'after'>,
  finish: () => Promise<void>,
  reportBug: (error: unknown, where: string) => void,
): Promise<void> {
  const patience = new Promise<void>((resolve) => clock.after(PATIENCE_MS, resolve));
  await Promise.race([finish(), patience]).catch((error: unknown) => reportBug(error, 'restarting'));
  app.relaunch();
  app.exit(0);
}

/**
 * Quits once no window is left; on macOS only if quitting is what closed them, since an app stays in the dock there.
 * Electron forgets that it was quitting as soon as a window waits for its page, so it is remembered here.
 */
export function quitWithLastWindow(
  app: Pick<App, 'on' | 'quit'>,
  platform: NodeJS.Platform,
): {
  /** A window was kept open after all. */
  stay(): void;
} {
  const stays = platform === 'darwin';
  let quitting = false;
  app.on('before-quit', () => {
    quitting = true;
  });
  app.on('window-all-closed', () => {
    if (!stays || quitting) app.quit();
  });
  return {
    stay() {
      quitting = false;
    },
  };
}
