import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { CommentRowData } from './desk-words.ts';
import { type ShownRows, withoutLeaving } from './shown-rows.ts';
import { type AtHand, type ListQuestion, useCommentPages } from './use-comment-pages.ts';

export interface CommentList {
  rows: ShownRows<CommentRowData>;
  loading: boolean;
  error: AppError | null;
  /** Tells which rows are on screen. */
  show: (first: number, last: number) => void;
  /** Tells where the cursor is, which may be out of sight. */
  keep: (cursor: number) => void;
  /** Takes a comment out of the list at once, until the library's list says the same or the decision failed. */
  leave: (id: string) => void;
  /** The decision failed: the comment is back. */
  stay: (id: string) => void;
  /** Reads the list again; afterwards a comment that left needs no hiding. */
  refresh: (left?: string) => Promise<void>;
}

/** One list of comments, read by pages as they come into view. Key the component by the question, order excepted. */
export function useCommentList(question: ListQuestion): CommentList {
  const client = useQueryClient();
  const [atHand, setAtHand] = useState<AtHand>({ first: 0, last: 0, cursor: 0 });
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const pages = useCommentPages(question, atHand);

  // Rows that are hidden shift those after them, so that more of the list has to be at hand than is shown.
  const hidden = leaving.size;
  const show = useCallback(
    (first: number, last: number) => setAtHand((old) => changed(old, { first, last: last + hidden })),
    [hidden],
  );
  const keep = useCallback((cursor: number) => setAtHand((old) => changed(old, { cursor })), []);
  const leave = useCallback((id: string) => setLeaving((old) => new Set(old).add(id)), []);
  const stay = useCallback(
    (id: string) => setLeaving((old) => new Set([...old].filter((other) => other !== id))),
    [],
  );
  const refresh = useCallback(
    async (left?: string) => {
      await client.invalidateQueries({ queryKey: ['comments', 'list'] });
      if (left !== undefined) stay(left);
    },
    [client, stay],
  );
  const rows = withoutLeaving(pages, leaving);
  return { rows, loading: pages.loading, error: pages.error, show, keep, leave, stay, refresh };
}

/** The same object if nothing changed, so that nothing is drawn again. */
function changed(old: AtHand, now: Partial<AtHand>): AtHand {
  const next = { ...old, ...now };
  const same = next.first === old.first && next.last === old.last && next.cursor === old.cursor;
  return same ? old : next;
}
