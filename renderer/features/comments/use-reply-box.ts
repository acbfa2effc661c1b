import { useState } from 'react';
import { type CommentDetail, takesReplies } from './desk-words.ts';
import { isBegun } from './reply-sessions.ts';
import type { Decisions, Target } from './use-decisions.tsx';

interface ReplyPorts {
  /** The comment that keys act on. */
  id: string | null;
  target: Target | null;
  /** Undefined while it is read. */
  detail: CommentDetail | undefined;
  reply: Decisions['reply'];
  /** The box goes away: the focus needs a place. */
  onDone: () => void;
}

export interface ReplyBoxState {
  open: boolean;
  /** Grows each time the person asks to write. */
  turn: number;
  /** Opens the box, or goes into it. */
  write: () => void;
  close: () => void;
  /** What was asked for before does not count any more: the box is open if words of a reply are there. */
  forget: () => void;
  /** True once the reply waits in the outbox; then the box is closed. */
  send: (content: string, approve: boolean) => Promise<boolean>;
}

/** The reply box of the comment that keys act on. */
export function useReplyBox({ id, target, detail, reply, onDone }: ReplyPorts): ReplyBoxState {
  const begun = id !== null && detail !== undefined && isBegun(id, detail.replyDraft);
  const box = useOpenBox(id, begun);
  return {
    // While the next comment is read the one before is still shown; it is not the one to answer.
    open: box.open && detail !== undefined,
    turn: box.turn,
    write: () => {
      if (target !== null && takesReplies(target.status)) box.write();
    },
    close: () => {
      box.close(id);
      onDone();
    },
    forget: box.forget,
    send: async (content, approve) => {
      const focused = document.activeElement;
      if (target === null || !(await reply(target, content, approve))) return false;
      box.close(target.id);
      // Whoever went on meanwhile keeps the focus: letters typed elsewhere must not become commands.
      const now = document.activeElement;
      if (now === focused || now === document.body) onDone();
      return true;
    },
  };
}

const nobody = { id: null, open: false, turn: 0 };

/**
 * Whether the box of a comment is open. One with words from earlier opens by itself, without taking the focus: what was
 * begun must not be forgotten.
 */
function useOpenBox(commentId: string | null, begun: boolean) {
  const [asked, setAsked] = useState<{ id: string | null; open: boolean; turn: number }>(nobody);
  const isAsked = asked.id !== null && asked.id === commentId;
  if (asked.id !== null && !isAsked) setAsked(nobody);
  return {
    open: isAsked ? asked.open : begun,
    turn: isAsked ? asked.turn : 0,
    forget: () => setAsked(nobody),
    write: () => setAsked((old) => ({ id: commentId, open: true, turn: old.turn + 1 })),
    /** Closes the box of that comment, if the person is still there. */
    close: (id: string | null) =>
      setAsked((old) => (old.id === null || old.id === id ? { id, open: false, turn: old.turn } : old)),
  };
}
