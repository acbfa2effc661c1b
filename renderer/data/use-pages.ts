import { useQueries } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import type { AppError } from '../../main/domain/app-error.ts';
import type { CallInput, CallOutput } from './request.ts';
import { appErrorOf, callQuery } from './use-call.ts';

/** Rows asked for at a time. */
export const PAGE_SIZE = 100;

type ListArea = 'posts' | 'comments';
type Filter<A extends ListArea> = Omit<CallInput<A, 'list'>, 'offset' | 'limit'>;
type Row<A extends ListArea> = CallOutput<A, 'list'>['rows'][number];

export interface Pages<T> {
  total: number;
  /** The row at an index, undefined until its page has come. */
  row: (index: number) => T | undefined;
  /** Tells which rows are on screen, both ends included, so that their pages are asked for. */
  show: (first: number, last: number) => void;
  /** Index of the first row like that among the pages that are here, -1 if none is. */
  indexOf: (isIt: (row: T) => boolean) => number;
  loading: boolean;
  error: AppError | null;
}

/** Numbers of the pages that hold the rows `first` to `last`. */
export function pagesFor(first: number, last: number, size: number = PAGE_SIZE): number[] {
  const from = Math.max(0, Math.floor(first / size));
  const to = Math.max(from, Math.floor(last / size));
  return Array.from({ length: to - from + 1 }, (_, step) => from + step);
}

/** A list of any length of which only the pages on screen are asked for. */
export function usePages<A extends ListArea>(area: A, filter: Filter<A>): Pages<Row<A>> {
  const [range, setRange] = useState<readonly [number, number]>([0, 0]);
  const numbers = pagesFor(range[0], range[1]);
  const answers = useQueries({
    queries: numbers.map((page) => ({
      ...callQuery(area, 'list', { ...filter, offset: page * PAGE_SIZE, limit: PAGE_SIZE } as CallInput<
        A,
        'list'
      >),
    })),
  });
  const show = useCallback(
    (first: number, last: number) =>
      setRange((old) =>
        pagesFor(old[0], old[1]).join() === pagesFor(first, last).join() ? old : [first, last],
      ),
    [],
  );
  const pages = answers.map((answer) => answer.data as { total: number; rows: Row<A>[] } | undefined);
  const indexOf = (isIt: (row: Row<A>) => boolean): number => {
    const at = pages.findIndex((page) => page?.rows.some(isIt));
    const inPage = pages[at]?.rows.findIndex(isIt) ?? -1;
    return at < 0 ? -1 : ((numbers[0] ?? 0) + at) * PAGE_SIZE + inPage;
  };
  const failed = answers.find((answer) => answer.error !== null);
  return {
    total: useKnownTotal(JSON.stringify(filter), pages.find((page) => page !== undefined)?.total),
    row: (index) => pages[Math.floor(index / PAGE_SIZE) - (numbers[0] ?? 0)]?.rows[index % PAGE_SIZE],
    show,
    indexOf,
    loading: pages.every((page) => page === undefined),
    error: failed === undefined ? null : appErrorOf(failed.error),
  };
}

/** The length of the list, remembered while a page further down is on its way: else the scroll bar would jump. */
function useKnownTotal(list: string, total: number | undefined): number {
  const known = useRef({ list, total: 0 });
  if (known.current.list !== list) known.current = { list, total: 0 };
  if (total !== undefined) known.current.total = total;
  return known.current.total;
}
