import { useCallback, useRef, useState } from 'react';
import type { AppError } from '../../main/domain/app-error.ts';
import type { Result } from '../../main/domain/result.ts';
import type { Area } from '../../preload/contract/index.ts';
import { type CallInput, type CallName, type CallOutput, request } from './request.ts';

export interface Command<I, O> {
  /** Never rejects. What it changed comes back by itself through the `changed` event. */
  run: (input: I) => Promise<Result<O, AppError>>;
  /** At least one run has not been answered yet. */
  busy: boolean;
  /** Why the newest run failed; null while it runs and after it succeeded. */
  error: AppError | null;
  /** Forgets the error. */
  reset: () => void;
}

/** A call that changes something, for buttons and forms. */
export function useCommand<A extends Area, N extends CallName<A>>(
  area: A,
  name: N,
): Command<CallInput<A, N>, CallOutput<A, N>> {
  const [running, setRunning] = useState(0);
  const [error, setError] = useState<AppError | null>(null);
  const newest = useRef(0);
  const run = useCallback(
    async (input: CallInput<A, N>) => {
      newest.current += 1;
      const turn = newest.current;
      setRunning((count) => count + 1);
      setError(null);
      const answer = await request(area, name, input);
      setRunning((count) => count - 1);
      if (!answer.ok && turn === newest.current) setError(answer.error);
      return answer;
    },
    [area, name],
  );
  const reset = useCallback(() => setError(null), []);
  return { run, busy: running > 0, error, reset };
}
