import type { Clock } from '../clock.ts';
import type { AppError } from '../domain/app-error.ts';
import { type Operation, type OperationTask, targetOf } from '../domain/operation.ts';
import type { Site } from '../domain/site.ts';
import type { Library } from '../library/library.ts';
import type { Transaction } from '../library/transaction.ts';
import type { SiteClient } from '../sites/site-client.ts';

export interface SendContext {
  library: Library;
  client: SiteClient;
  clock: Clock;
  site: Site;
}

/** An operation whose task is of one kind. */
export type OperationOf<K extends OperationTask['kind']> = Operation & {
  task: Extract<OperationTask, { kind: K }>;
};

/**
 * How one try ended. `arrived`: the site has it; `record` writes what that means for the library in the same
 * transaction that ends the operation. `look-again`: it is not there yet, but a request that was lost may still land,
 * so the site is asked once more before anything is repeated. `withdrawn`: it was taken back, and the site does not have
 * it.
 */
export type Outcome =
  | { kind: 'arrived'; record(tx: Transaction): void }
  | { kind: 'withdrawn'; record(tx: Transaction): void }
  | { kind: 'failed'; error: AppError; record?(tx: Transaction): void }
  | { kind: 'look-again' };

export const failed = (error: AppError): Outcome => ({ kind: 'failed', error });

/**
 * What the site says about a doubtful operation. `absent`: it does not have it, so it may be sent.
 * `half`: it has the draft of step one, under the operation's own slug.
 */
export type Checked = Outcome | { kind: 'absent' | 'half' };

/**
 * The tasks of later operations on the same target that are here, too: they may have arrived after it, also
 * those that somebody has cancelled since.
 */
export const laterTasks = <K extends OperationTask['kind']>(
  { sequence, task }: OperationOf<K>,
  library: Library,
): OperationTask[] =>
  library
    .all('operations')
    .filter((other) => other.checkFirst && other.sequence > sequence)
    .filter((other) => targetOf(other.task) === targetOf(task))
    .map((other) => other.task);

/**
 * How many times the site is asked for something that was sent without an answer before it counts as lost. A server
 * can commit seconds after its connection broke; the pauses between the looks (2, 4, 8 s) cover that.
 */
export const LOOKS_BEFORE_REPEATING = 3;

/** Whether an earlier try may have reached the site and its absence has not been established yet. */
export const mustLookFirst = (operation: Operation): boolean => operation.state === 'sent-unconfirmed';
