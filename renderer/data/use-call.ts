import { keepPreviousData, type UseQueryOptions, useQuery } from '@tanstack/react-query';
import { useCallback } from 'react';
import type { AppError } from '../../main/domain/app-error.ts';
import type { Area } from '../../preload/contract/index.ts';
import { brokenBridge, type CallInput, type CallName, type CallOutput, request } from './request.ts';

/** Carries an error value through TanStack Query, which knows only throwing. */
export class CallFailure extends Error {
  readonly appError: AppError;

  constructor(appError: AppError) {
    super(appError.kind);
    this.name = 'CallFailure';
    this.appError = appError;
  }
}

/** The error value inside whatever a query failed with. */
export const appErrorOf = (problem: unknown): AppError =>
  problem instanceof CallFailure ? problem.appError : brokenBridge;

/** Cache key of one question. */
export const callKey = <A extends Area, N extends CallName<A>>(area: A, name: N, input: CallInput<A, N>) =>
  [area, name, input] as const;

/** Key and function of one question, for hooks and for prefetching. */
export function callQuery<A extends Area, N extends CallName<A>>(area: A, name: N, input: CallInput<A, N>) {
  return {
    queryKey: callKey(area, name, input),
    queryFn: async (): Promise<CallOutput<A, N>> => {
      const answer = await request(area, name, input);
      if (!answer.ok) throw new CallFailure(answer.error);
      return answer.value;
    },
  };
}

export interface Answer<T> {
  /** The newest answer; while another input is asked about, the previous one (see `previous`). */
  data: T | undefined;
  error: AppError | null;
  /** Nothing to show yet. */
  loading: boolean;
  /** `data` answers an earlier input: show it, do not act on it. */
  previous: boolean;
  /** Asks again; true once there is an answer. */
  refetch: () => Promise<boolean>;
}

export interface CallOptions {
  /** False: do not ask (yet). */
  enabled?: boolean;
  /** False: show nothing rather than the answer to an earlier input. */
  keepPrevious?: boolean;
}

/** Asks main and follows the answer: it is asked again whenever main says that a part it depends on has changed. */
export function useCall<A extends Area, N extends CallName<A>>(
  area: A,
  name: N,
  input: CallInput<A, N>,
  options: CallOptions = {},
): Answer<CallOutput<A, N>> {
  const query = useQuery({
    ...callQuery(area, name, input),
    enabled: options.enabled ?? true,
    placeholderData: options.keepPrevious === false ? undefined : keepPreviousData,
  } as UseQueryOptions<CallOutput<A, N>>);
  const again = query.refetch;
  const refetch = useCallback(async () => (await again()).error === null, [again]);
  return {
    data: query.data,
    error: query.error === null ? null : appErrorOf(query.error),
    loading: query.isPending,
    previous: query.isPlaceholderData,
    refetch,
  };
}
