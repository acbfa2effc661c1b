import { useState } from 'react';

export interface ReplyBoxState {
  open: boolean;
  /** Grows each time the person asks to write. */
  turn: number;
  /** Opens the box, or goes into it. */
  write: () => void;
  close: () => void;
}

const nobody = { id: null, open: false, turn: 0 };

/**
 * Whether the reply box of a comment is open. One with words from earlier opens by itself, without taking the focus:
 * what was begun must not be forgotten.
 */
export function useReplyBox(commentId: string | null, begun: boolean): ReplyBoxState {
  const [asked, setAsked] = useState<{ id: string | null; open: boolean; turn: number }>(nobody);
  const isAsked = asked.id !== null && asked.id === commentId;
  if (asked.id !== null && !isAsked) setAsked(nobody);
  return {
    open: isAsked ? asked.open : begun,
    turn: isAsked ? asked.turn : 0,
    write: () => setAsked((old) => ({ id: commentId, open: true, turn: old.turn + 1 })),
    close: () => setAsked((old) => ({ ...old, id: commentId, open: false })),
  };
}
