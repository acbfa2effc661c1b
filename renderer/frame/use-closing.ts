import { request } from '../data/request.ts';
import { flushUnsaved } from '../data/unsaved.ts';
import { useBridgeEvent } from '../data/use-bridge-event.ts';

/** Pause before saving is tried again, ms, and how often: until main asks the person whether to close all the same. */
const AGAIN_AFTER = 1000;
const TRIES = 6;

/**
 * Saves everything before the window closes and tells main once all of it is safe. Should the disk refuse, main asks
 * the person; a save that succeeds after all while the question stands lets the window close.
 */
async function saveAndLetGo(): Promise<void> {
  for (let turn = 0; turn < TRIES; turn += 1) {
    if (await flushUnsaved()) {
      await request('app', 'readyToClose', {});
      return;
    }
    await new Promise((resolve) => setTimeout(resolve, AGAIN_AFTER));
  }
}

/** Answers main's question before the window closes. */
export function useClosing(): void {
  useBridgeEvent('closing', () => void saveAndLetGo());
}
