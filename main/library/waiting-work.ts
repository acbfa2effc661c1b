import type { AppError } from '../domain/app-error.ts';
import { err, type Result } from '../domain/result.ts';
import { StorageFailure } from './storage-error.ts';
import { Draft, type Transaction } from './transaction.ts';

/** A work that waits for its turn. */
export interface WaitingWork {
  /** Runs it on the draft of a commit; the answer is to be called with the outcome of writing that. */
  run(draft: Draft): (failure: AppError | null) => void;
  refuse(failure: AppError): void;
}

/** A work whose outcome is told by `resolve`, or by `reject` if it has a defect. */
export const waitingWork = <T>(
  work: (tx: Transaction) => Result<T>,
  resolve: (result: Result<T>) => void,
  reject: (defect: unknown) => void,
): WaitingWork => ({
  run: (draft) => {
    const own = new Draft(draft);
    let result: Result<T>;
    try {
      result = work(own);
    } catch (error) {
      // It read a long text that the disk would not give.
      if (error instanceof StorageFailure) return () => resolve(err(error.error));
      return () => reject(error); // its changes are dropped, the others go on
    }
    if (!result.ok) return () => resolve(result);
    own.mergeInto(draft);
    return (failure) => resolve(failure ? err(failure) : result);
  },
  refuse: (failure) => resolve(err(failure)),
});
