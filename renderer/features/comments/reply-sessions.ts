import { registerUnsaved } from '../../data/unsaved.ts';
import type { DraftSaver, DraftState } from './draft-saver.ts';

/** A reply as it stands on screen. */
export interface ReplyNow {
  words: string;
  state: DraftState;
  /** The words are on their way into the outbox and must not be changed. */
  sending: boolean;
}

/**
 * The words of one reply and the saving of them. It outlives its box: whoever moves on and comes back finds the newest
 * words, however slow the disk is, and the window does not close over them.
 */
export interface ReplySession {
  readonly commentId: string;
  now: () => ReplyNow;
  subscribe: (listener: () => void) => () => void;
  typed: (words: string) => void;
  /**
   * Hands the words over once they are safe, one time however often it is asked meanwhile.
   *
   * @param carry true once the outbox has them
   */
  send: (carry: (words: string) => Promise<boolean>) => Promise<void>;
  isShown: () => boolean;
  /** A box shows it. Returns what to do when the box goes. */
  show: () => () => void;
}

/** Told of each change of a live session. */
const watchers = new Set<() => void>();

/** Sessions that are on screen, or whose words are on their way to the disk or the outbox; by comment. */
const live = new Map<string, ReplySession>();

type Saving = { kind: 'saved' | 'typing' } | Extract<DraftState, { kind: 'failed' }>;
let saving: Saving = { kind: 'saved' };

/** What holds for the words of all live replies together: the most worrying one counts. */
function noteSaving(): void {
  const states = [...live.values()].map((session) => session.now().state);
  const failed = states.find((state) => state.kind === 'failed');
  const kind = states.some((state) => state.kind === 'typing') ? 'typing' : 'saved';
  if (failed !== undefined) saving = failed;
  else if (saving.kind !== kind) saving = { kind };
  for (const watcher of watchers) watcher();
}

/** Whether the words of every reply are on disk. */
export const repliesSaving = (): Saving => saving;

/** @returns stops watching */
export function watchReplies(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => {
    watchers.delete(watcher);
  };
}

/**
 * Whether a reply has been begun, so that its box is open. One that somebody empties while it is open stays open.
 *
 * @param draft the words as the library told them last; a live session knows better
 */
export function isBegun(commentId: string, draft: string): boolean {
  const session = live.get(commentId);
  if (session === undefined) return draft !== '';
  return session.isShown() || session.now().words !== '';
}

/**
 * Puts words that came back into a reply that is on screen: the library has them in its draft, which the next save would
 * replace.
 */
export function giveBack(commentId: string, words: string): void {
  const session = live.get(commentId);
  const written = session?.now().words;
  session?.typed(written ? `${written}\n\n${words}` : words);
}

/**
 * The session of a comment's reply: the live one, else a new one. It is live from the first `show`.
 *
 * @param open makes the saver of a new one
 * @param onSent the library's draft is gone
 */
export function replySession(commentId: string, open: () => DraftSaver, onSent: () => void): ReplySession {
  return live.get(commentId) ?? createSession(commentId, open(), onSent);
}

function createSession(commentId: string, saver: DraftSaver, onSent: () => void): ReplySession {
  const listeners = new Set<() => void>();
  let boxes = 0;
  let forget = () => {};
  let now: ReplyNow = { words: saver.words(), state: saver.state(), sending: false };
  const look = (sending: boolean) => {
    now = { words: saver.words(), state: saver.state(), sending };
    for (const listener of listeners) listener();
    leave();
    noteSaving();
  };
  const leave = () => {
    if (boxes > 0 || now.sending || !saver.isSafe()) return;
    forget();
    if (live.get(commentId) === session) live.delete(commentId);
  };
  saver.subscribe(() => look(now.sending));

  const session: ReplySession = {
    commentId,
    now: () => now,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    // What is typed while the words leave would come back as a draft of its own.
    typed: (words) => {
      if (!now.sending) saver.typed(words);
    },
    send: async (carry) => {
      if (now.sending) return;
      look(true);
      if ((await saver.flush()) && (await carry(now.words))) {
        saver.empty();
        onSent();
      }
      look(false);
    },
    isShown: () => boxes > 0,
    show: () => {
      boxes += 1;
      forget();
      forget = registerUnsaved(saver.flush, () => (saver.isSafe() ? '' : saver.words()));
      live.set(commentId, session);
      return () => {
        boxes -= 1;
        void saver.flush().then(leave);
      };
    },
  };
  return session;
}
