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
  const operation: Operation = {
    id: clock.createId(),
    siteId,
    sequence: nextSequence(tx, 'operations'),
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

/** The number of the next record: one more than the newest has. The others, which may be very many, are not looked at. */
export function nextSequence(tx: Transaction, collection: 'operations' | 'decisions'): number {
  for (const { sequence } of tx.newestFirst(collection)) return sequence + 1;
  return 1;
}
