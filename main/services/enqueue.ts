import type { Clock } from '../clock.ts';
import type { Operation, OperationTask } from '../domain/operation.ts';
import type { Transaction } from '../library/transaction.ts';

/** Adds an operation at the end of the outbox; it is on disk when the transaction is. */
export function enqueue(
  tx: Transaction,
  clock: Clock,
  siteId: string,
  task: OperationTask,
  more: Pick<Operation, 'checkFirst'> = {},
): Operation {
  const sequence = 1 + tx.all('operations').reduce((most, other) => Math.max(most, other.sequence), 0);
  const operation: Operation = {
    id: clock.createId(),
    siteId,
    sequence,
    task,
    state: 'queued',
    attempts: 0,
    lastError: null,
    notBefore: null,
    createdAt: clock.now().toISOString(),
    endedAt: null,
    ...more,
  };
  tx.put('operations', operation);
  return operation;
}

/** A failed operation as a person wants it tried again: from the beginning, but never blindly. */
export function tryAgain({ unconfirmed = false, ...operation }: Operation): Operation {
  const state = unconfirmed ? 'sent-unconfirmed' : 'queued';
  return { ...operation, state, attempts: 0, lastError: null, notBefore: null, endedAt: null };
}
