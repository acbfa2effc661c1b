import { keepPreviousData, useQueries, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { AppError } from '../../../main/domain/app-error.ts';
import type { CallInput, CallOutput } from '../../data/request.ts';
import { useBridgeEvent } from '../../data/use-bridge-event.ts';
import { appErrorOf, callQuery } from '../../data/use-call.ts';
import { type AnyHit, hitsOf } from './hits.ts';
import { queryOf, type SearchSession } from './search-session.ts';

/** Hits of one page. */
const PAGE_SIZE = 50;

type Found = CallOutput<'search', 'find'>;
export type Building = Found['building'];

export interface SearchResults {
  /** The newest answer, to this query or, until it comes, to the one before; undefined before the first. */
  found: Found | undefined;
  hits: AnyHit[];
  /** The answer belongs to the query in the field. */
  isCurrent: boolean;
  building: Building;
  error: AppError | null;
  /** There are more hits than are shown. */
  hasMore: boolean;
}

/** What to ask for a page. Further pages of everything are comments: all posts that are shown stand above them. */
function inputFor(session: SearchSession, page: number): CallInput<'search', 'find'> {
  const { group, order } = session;
  const wanted = group === 'all' && page > 0 ? 'comments' : group;
  return { query: queryOf(session), group: wanted, order, offset: page * PAGE_SIZE, limit: PAGE_SIZE };
}

const isSuperseded = (problem: unknown): boolean => {
  const error = appErrorOf(problem);
  return error.kind === 'search' && error.reason === 'superseded';
};

/** Asks while it is typed, and follows the answer: main says when what was found has changed. */
export function useSearch(session: SearchSession): SearchResults {
  const answers = useQueries({
    queries: Array.from({ length: session.pages }, (_, page) => ({
      ...callQuery('search', 'find', inputFor(session, page)),
      placeholderData: page === 0 ? keepPreviousData : undefined,
    })),
  });
  const [first] = answers;
  const pages = answers.flatMap(({ data }) => (data === undefined ? [] : [data]));
  const found = first?.data;
  const hits = hitsOf(pages);
  const building = useBuilding(found?.building ?? null);
  const problem = first?.error ?? null;
  return {
    ...{ found, hits, building },
    isCurrent: first !== undefined && !first.isPlaceholderData && !first.isFetching,
    error: problem === null || isSuperseded(problem) ? null : appErrorOf(problem),
    hasMore: found !== undefined && hits.length < totalOf(found, session.group),
  };
}

function totalOf(found: Found, group: SearchSession['group']): number {
  const { totals } = found;
  return group === 'all' ? found.posts.length + totals.comments : totals[group];
}

/** How far the index is: as main says while it is being made, and asked again once it is whole. */
function useBuilding(answered: Building): Building {
  const client = useQueryClient();
  const [told, setTold] = useState<Building | undefined>(undefined);
  useBridgeEvent('searchBuilding', ({ building }) => {
    setTold(building);
    if (building === null) void client.invalidateQueries({ queryKey: ['search', 'find'] });
  });
  return told === undefined ? answered : told;
}
