import type { WebContents } from 'electron';
import type { Clock } from './clock.ts';

/** A page that crashes more often than this within the time is not loaded again: it would only crash once more. */
const MOST_CRASHES = 3;
const WITHIN_MS = 60_000;

interface AfterCrash {
  clock: Pick<Clock, 'now'>;
  /** Told of each crash. */
  report(error: Error): void;
  loadAgain(): void;
}

/**
 * Brings the page back when its process is gone (a defect of Chromium, no memory left). Main has everything that was
 * saved, which is all but the last second of typing.
 */
export function comeBackAfterCrash(
  contents: Pick<WebContents, 'on'>,
  { clock, report, loadAgain }: AfterCrash,
): void {
  let crashes: number[] = [];
  contents.on('render-process-gone', (_event, { reason, exitCode }) => {
    if (reason === 'clean-exit') return;
    report(new Error(`The process of the page is gone: ${reason} (${exitCode})`));
    const now = clock.now().getTime();
    crashes = [...crashes.filter((at) => now - at < WITHIN_MS), now];
    if (crashes.length <= MOST_CRASHES) loadAgain();
  });
}
