import type { AppError } from '../../../main/domain/app-error.ts';
import type { Result } from '../../../main/domain/result.ts';

/** Pause in typing after which the words are saved, ms. */
const PAUSE = 400;
/** Longest that typed words wait while typing goes on, ms. */
const LONGEST_WAIT = 1000;
/** Pause before a failed save is tried again, ms. */
const RETRY = 2000;

/** `saved` only while the library has confirmed exactly the words on screen. */
export type DraftState = { kind: 'untouched' | 'typing' | 'saved' } | { kind: 'failed'; error: AppError };

export interface DraftSaver {
  state: () => DraftState;
  /** The newest words. */
  words: () => string;
  /** Hears of each change of the words or the state. */
  subscribe: (listener: () => void) => () => void;
  typed: (text: string) => void;
  /** Saves what is not saved yet. True once the newest words are safe. */
  flush: () => Promise<boolean>;
  /** Exactly the newest words are on disk. */
  isSafe: () => boolean;
  /** The words have left, and the library keeps no draft of them any more. */
  empty: () => void;
}

/** Saves the words of one reply while they are written, one save at a time. */
export function createDraftSaver(
  save: (text: string) => Promise<Result<unknown, AppError>>,
  start: string,
): DraftSaver {
  let text = start;
  let safe = start;
  let state: DraftState = { kind: start === '' ? 'untouched' : 'saved' };
  let waitsSince: number | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;
  const listeners = new Set<() => void>();

  const enter = (next: DraftState) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const saveLater = (delay: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void saveOnce(), delay);
  };
  const saveOnce = (): Promise<void> => {
    running ??= (async () => {
      clearTimeout(timer);
      waitsSince = null;
      const carried = text;
      const answer = await save(carried);
      running = null;
      if (answer.ok) safe = carried;
      if (!answer.ok) enter({ kind: 'failed', error: answer.error });
      else enter({ kind: safe === text ? 'saved' : 'typing' });
      if (safe !== text) saveLater(answer.ok ? PAUSE : RETRY);
    })();
    return running;
  };
  return {
    state: () => state,
    words: () => text,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    typed: (words) => {
      text = words;
      const now = performance.now();
      waitsSince ??= now;
      // A failure stays in sight until a save succeeds.
      enter(state.kind === 'failed' ? state : { kind: 'typing' });
      saveLater(Math.max(0, Math.min(PAUSE, waitsSince + LONGEST_WAIT - now)));
    },
    flush: async () => {
      // Twice at most: the save that was on its way, and the one for what was typed meanwhile.
      for (let turn = 0; turn < 2 && (running !== null || safe !== text); turn += 1) await saveOnce();
      return safe === text;
    },
    isSafe: () => running === null && safe === text,
    empty: () => {
      clearTimeout(timer);
      text = '';
      safe = '';
      enter({ kind: 'untouched' });
    },
  };
}
