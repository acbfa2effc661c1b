import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import type { AppError } from '../../../main/domain/app-error.ts';
import { PAGE_SIZE, usePages } from '../../data/use-pages.ts';
import type { CommentFilter, CommentOrder, CommentRowData } from './desk-words.ts';
import { type ShownRows, withoutLeaving } from './shown-rows.ts';

export interface CommentList {
  rows: ShownRows<CommentRowData>;
  loading: boolean;
  error: AppError | null;
  /** Tells which rows are on screen. */
  show: (first: number, last: number) => void;
  /** Takes a comment out of the list at once, until the library's list says the same or the decision failed. */
  leave: (id: string) => void;
  /** The decision failed: the comment is back. */
  stay: (id: string) => void;
  /** Reads the list again; afterwards comments that left need no hiding. */
  refresh: (left?: string) => Promise<void>;
}

/** One list of comments, read by pages as they come into view. */
export function useCommentList(
  siteId: string | null,
  filter: CommentFilter,
  order: CommentOrder,
): CommentList {
  const client = useQueryClient();
  const pages = usePages('comments', { siteId, filter, order });
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const [leaving, setLeaving] = useState<ReadonlySet<string>>(new Set());
  const from = Math.floor(range[0] / PAGE_SIZE) * PAGE_SIZE;
  const to = (Math.floor(range[1] / PAGE_SIZE) + 1) * PAGE_SIZE;
  const rows = withoutLeaving({ total: pages.total, row: pages.row, window: [from, to] }, leaving);

  const { show: showPages } = pages;
  const hidden = leaving.size;
  const show = useCallback(
    (first: number, last: number) => {
      const window = [first, last + hidden] as const;
      setRange((old) => (old[0] === window[0] && old[1] === window[1] ? old : window));
      showPages(...window);
    },
    [showPages, hidden],
  );
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
  return { rows, loading: pages.loading, error: pages.error, show, leave, stay, refresh };
}
