import type { App } from 'electron';
import type { Clock } from './clock.ts';

/** How long the request under way and the last write may take to end. */
const PATIENCE_MS = 3_000;

/** Lets what has begun come to its end before the app quits; nothing new begins. */
export function finishBeforeQuitting(
  app: Pick<App, 'on' | 'quit'>,
  clock: Pick<Clock, 'after'>,
  finish: () => Promise<void>,
): void {
  let finished = false;
  app.on('will-quit', (event) => {
    if (finished) return;
    event.preventDefault();
    const patience = new Promise<void>((resolve) => clock.after(PATIENCE_MS, resolve));
    void Promise.race([finish(), patience]).finally(() => {
      finished = true;
      app.quit();
    });
  });
}
