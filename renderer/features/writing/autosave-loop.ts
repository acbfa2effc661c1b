import type { AppError } from '../../../main/domain/app-error.ts';
import type { Result } from '../../../main/domain/result.ts';
import { type Autosave, type AutosaveEvent, advance, dueAt, isDirty, opened } from './autosave.ts';

/** What a save carries. */
export interface Words {
  title: string;
  body: string;
}

/** A version of the post as the library holds it. */
export interface Version {
  revision: number;
  words: Words;
}

export interface AutosavePorts {
  /** The words on screen; asked for once per save, because reading a long text is not free. */
  read(): Words;
  /** Answers when the words are on disk; `stale-write` if the library holds a newer revision. */
  save(words: Words, expectedRevision: number): Promise<Result<{ revision: number }, AppError>>;
  /** The newest version that the library holds. */
  current(): Promise<Result<Version, AppError>>;
  /** Keeps words that would be covered as a draft of their own. */
  keepCopy(words: Words): Promise<Result<unknown, AppError>>;
}

export interface Clock {
  now(): number;
  /** @returns calls it off */
  wakeAt(time: number, wake: () => void): () => void;
}

export const systemClock: Clock = {
  now: () => performance.now(),
  wakeAt: (time, wake) => {
    const timer = setTimeout(wake, Math.max(0, time - performance.now()));
    return () => clearTimeout(timer);
  },
};

export interface AutosaveLoop {
  state(): Autosave;
  subscribe(listener: () => void): () => void;
  /** The words changed. */
  typed(): void;
  /** Saves now. True once the newest words are on disk, false if the disk refused them. */
  flush(): Promise<boolean>;
  /**
   * Told of a version of the library. True if the page has nothing unsaved and should show these words instead of
   * its own. Answers may come in any order: an older version, or one that our own save made, changes nothing.
   */
  learn(version: Version): boolean;
  /** Stops the clock; a save on its way still ends. */
  stop(): void;
}

const same = (a: Words, b: Words): boolean => a.title === b.title && a.body === b.body;

/** Tries per save before a library that keeps moving is reported as a failure. */
const MOST_REBASES = 3;

/**
 * Saves on top of whatever the library holds; a version that nobody here has seen is kept as a draft first.
 *
 * @param base what the words were written on
 * @param onMoved the library holds another version, on which the save builds from now
 */
async function saveOver(
  ports: AutosavePorts,
  words: Words,
  base: Version,
  onMoved: (theirs: Version) => void,
): Promise<Result<{ revision: number }, AppError>> {
  let agreed = base.words;
  let answer = await ports.save(words, base.revision);
  for (let turn = 0; turn < MOST_REBASES && !answer.ok && answer.error.kind === 'stale-write'; turn += 1) {
    const current = await ports.current();
    if (!current.ok) return current;
    const theirs = current.value;
    if (!same(theirs.words, agreed) && !same(theirs.words, words)) {
      const kept = await ports.keepCopy(theirs.words);
      if (!kept.ok) return kept;
    }
    agreed = theirs.words;
    onMoved(theirs);
    answer = await ports.save(words, theirs.revision);
  }
  return answer;
}

/** Saves the words of one post, one save at a time, for as long as there are newer ones. */
export function createAutosave(ports: AutosavePorts, clock: Clock, start: Version): AutosaveLoop {
  let state = opened(start.revision);
  let agreed = start.words;
  let callOff = () => {};
  let running: Promise<void> | null = null;
  let stopped = false;
  const listeners = new Set<() => void>();

  const apply = (event: AutosaveEvent) => {
    state = advance(state, event);
    for (const listener of listeners) listener();
    schedule();
  };

  const schedule = () => {
    callOff();
    const due = stopped ? null : dueAt(state);
    callOff = due === null ? () => {} : clock.wakeAt(due, () => void saveOnce());
  };

  const saveOnce = (): Promise<void> => {
    running ??= (async () => {
      apply({ type: 'left' });
      const carried = state.typed;
      const words = ports.read();
      const base = { revision: state.revision, words: agreed };
      const answer = await saveOver(ports, words, base, (theirs) => {
        agreed = theirs.words;
        apply({ type: 'moved', revision: theirs.revision });
      });
      running = null;
      if (answer.ok) {
        agreed = words;
        apply({ type: 'arrived', carried, revision: answer.value.revision });
      } else apply({ type: 'failed', carried, error: answer.error, at: clock.now() });
    })();
    return running;
  };

  return {
    state: () => state,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    typed: () => apply({ type: 'typed', at: clock.now() }),
    flush: async () => {
      // Twice at most: the save that was on its way, and the one for what was typed meanwhile.
      for (let turn = 0; turn < 2 && (running !== null || isDirty(state)); turn += 1) {
        await saveOnce();
        if (state.failure !== null) break;
      }
      return !isDirty(state);
    },
    learn: ({ revision, words }) => {
      if (revision <= state.revision || running !== null || isDirty(state)) return false;
      const isNew = !same(words, agreed);
      agreed = words;
      apply({ type: 'moved', revision });
      return isNew;
    },
    stop: () => {
      stopped = true;
      callOff();
    },
  };
}
