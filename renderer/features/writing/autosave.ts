import type { AppError } from '../../../main/domain/app-error.ts';

/** Pause in typing after which the words are saved, ms. */
const PAUSE = 700;
/** Longest that typed words wait for a save while typing goes on, ms. */
const LONGEST_WAIT = 5000;
/** Pause before a failed save is tried again, ms. */
const RETRY_PAUSE = 2000;

/**
 * Where the words of one open post stand between the keyboard and the disk. Times are ms of any clock that only
 * moves forward. `typed` counts changes instead of flagging them, so that what is typed while a save is on its way
 * stays unsaved when its answer comes.
 */
export interface Autosave {
  /** Newest revision of the post known to be on disk; the next save builds on it. */
  revision: number;
  /** Changes of the words so far. */
  typed: number;
  /** Value of `typed` whose words are on disk. */
  saved: number;
  /** Value of `typed` whose words are on their way to the disk; never more than one save at a time. */
  saving: number | null;
  /** First and newest change that no save has taken along yet. */
  firstWaitsSince: number | null;
  lastTypedAt: number;
  failure: { error: AppError; retryAt: number } | null;
}

export type AutosaveEvent =
  | { type: 'typed'; at: number }
  /** A save has taken all words along. */
  | { type: 'left' }
  /** The disk has them. `carried`: the value of `typed` that the save took along. */
  | { type: 'arrived'; carried: number; revision: number }
  | { type: 'failed'; carried: number; error: AppError; at: number }
  /** The library holds a newer revision that we build on from now. */
  | { type: 'moved'; revision: number };

/** What the status line says: `saved` only if the newest words are on disk. */
export type AutosavePhase = 'saved' | 'typing' | 'saving' | 'failed';

/** The state of a post just opened at `revision`. */
export const opened = (revision: number): Autosave => ({
  revision,
  typed: 0,
  saved: 0,
  saving: null,
  firstWaitsSince: null,
  lastTypedAt: 0,
  failure: null,
});

/** Whether words exist that are not on disk. */
export const isDirty = (state: Autosave): boolean => state.typed !== state.saved;

/** The next state. An answer to anything but the save that is on its way changes nothing. */
export function advance(state: Autosave, event: AutosaveEvent): Autosave {
  switch (event.type) {
    case 'typed':
      return {
        ...state,
        typed: state.typed + 1,
        lastTypedAt: event.at,
        firstWaitsSince: state.firstWaitsSince ?? event.at,
      };
    case 'left':
      return { ...state, saving: state.typed, firstWaitsSince: null };
    case 'arrived':
      if (event.carried !== state.saving) return state;
      return { ...state, revision: event.revision, saved: event.carried, saving: null, failure: null };
    case 'failed':
      if (event.carried !== state.saving) return state;
      return {
        ...state,
        saving: null,
        failure: { error: event.error, retryAt: event.at + RETRY_PAUSE },
        firstWaitsSince: state.firstWaitsSince ?? event.at,
      };
    case 'moved':
      return { ...state, revision: Math.max(state.revision, event.revision) };
  }
}

/** When the next save has to leave; null while there is nothing to save or one is on its way. */
export function dueAt(state: Autosave): number | null {
  if (state.saving !== null || !isDirty(state)) return null;
  if (state.failure !== null) return state.failure.retryAt;
  return Math.min(state.lastTypedAt + PAUSE, (state.firstWaitsSince ?? state.lastTypedAt) + LONGEST_WAIT);
}

/** See {@link AutosavePhase}. A failure stands until a save has succeeded, so that the message does not flicker. */
export function phaseOf(state: Autosave): AutosavePhase {
  if (!isDirty(state)) return 'saved';
  if (state.failure !== null) return 'failed';
  return state.saving === state.typed ? 'saving' : 'typing';
}
