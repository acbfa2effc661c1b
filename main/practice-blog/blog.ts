import { answer, answerFailure } from './answer.ts';
import { publishDue } from './routes/post-write.ts';
import { seedState } from './seed.ts';
import { type PracticeState, practiceStateSchema } from './state.ts';

export { PRACTICE_URL, PRACTICE_USER } from './address.ts';

/** A blog inside the app: the REST subset of WordPress that Copydesk uses, with the same shapes and the same quirks. */
export interface PracticeBlog {
  /** Answers any request as the blog would; a change is saved before the Response is there. Never rejects. */
  handle(request: Request): Promise<Response>;
  /** Puts the blog back to how it was at first, with dates counted from now. Rejects if that cannot be saved. */
  reset(): Promise<void>;
}

/** What the blog needs from outside: it reads no clock, makes no ids and touches no file itself. */
export interface PracticeParts {
  /** `load` gives what was saved, or null when nothing was; `save` is done when it is durable. */
  store: { load(): Promise<unknown | null>; save(state: PracticeState): Promise<void> };
  now: () => Date;
  createId: () => string;
}

/** Opens the practice blog; nothing is read until the first request. */
export function createPracticeBlog(parts: PracticeParts): PracticeBlog {
  let current: PracticeState | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  // One at a time: a request sees all that was answered before it, and no two changes start from one state.
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const result = queue.then(work);
    queue = result.catch(() => undefined);
    return result;
  }

  async function keep(state: PracticeState): Promise<PracticeState> {
    await parts.store.save(state);
    current = state;
    return state;
  }

  /** The state as stored; seeded when there is none. Damaged data is refused, never overwritten: only reset() does that. */
  async function open(): Promise<PracticeState> {
    if (current !== null) return current;
    const stored = await parts.store.load();
    if (stored === null) return keep(seedState(parts.now(), parts.createId()));
    const read = practiceStateSchema.safeParse(stored);
    if (!read.success) throw new Error('what is stored is not a practice blog of this version');
    current = read.data;
    return current;
  }

  async function handle(request: Request): Promise<Response> {
    try {
      const state = await open();
      const caughtUp = publishDue(state, parts.now());
      const base = caughtUp === null ? state : await keep(caughtUp);
      const { response, changed } = await answer(request, base, parts.now());
      if (changed !== null) await keep(changed);
      return response;
    } catch (cause) {
      return answerFailure(request, cause);
    }
  }

  return {
    handle: (request) => inTurn(() => handle(request)),
    reset: () =>
      inTurn(async () => {
        await keep(seedState(parts.now(), parts.createId()));
      }),
  };
}
