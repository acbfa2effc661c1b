import { useQueries } from '@tanstack/react-query';
import { useRef } from 'react';
import type { AppError } from '../../../main/domain/app-error.ts';
import { appErrorOf, callQuery } from '../../data/use-call.ts';
import { PAGE_SIZE, pagesFor } from '../../data/use-pages.ts';
import type { CommentFilter, CommentOrder, CommentRowData } from './desk-words.ts';
import type { ReadRows } from './shown-rows.ts';

export interface ListQuestion {
  siteId: string | null;
  filter: CommentFilter;
  order: CommentOrder;
}

/** What of a list has to be at hand: the rows on screen, and those around the cursor, which may be elsewhere. */
export interface AtHand {
  first: number;
  last: number;
  cursor: number;
}

export interface CommentPages extends ReadRows<CommentRowData> {
  loading: boolean;
  error: AppError | null;
}

/** Numbers of the pages that are needed, ascending. */
export function neededPages({ first, last, cursor }: AtHand): number[] {
  const pages = [...pagesFor(first, last), ...pagesFor(cursor - 1, cursor + 1)];
  return [...new Set(pages)].sort((a, b) => a - b);
}

/** Reads a list of comments by pages: only those that are needed, and those again whenever main says so. */
export function useCommentPages(question: ListQuestion, atHand: AtHand): CommentPages {
  const numbers = neededPages(atHand);
  const answers = useQueries({
    queries: numbers.map((page) =>
      callQuery('comments', 'list', { ...question, offset: page * PAGE_SIZE, limit: PAGE_SIZE }),
    ),
  });
  const pages = new Map(numbers.map((page, index) => [page, answers[index]?.data]));
  const known = useRef(0);
  const total = answers.find(({ data }) => data !== undefined)?.data?.total;
  // Remembered while a page further down is on its way: else the scroll bar would jump.
  if (total !== undefined) known.current = total;
  const failed = answers.find(({ error }) => error !== null);
  return {
    total: total ?? known.current,
    row: (index) => pages.get(Math.floor(index / PAGE_SIZE))?.rows[index % PAGE_SIZE],
    read: numbers.map((page) => [page * PAGE_SIZE, (page + 1) * PAGE_SIZE]),
    loading: answers.every(({ data }) => data === undefined),
    error: failed === undefined ? null : appErrorOf(failed.error),
  };
}
