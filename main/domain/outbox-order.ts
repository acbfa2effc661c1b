import { byPlace, type Operation, targetOf } from './operation.ts';

/** States from which an operation can still be sent without a person. */
export const mayRun = (operation: Operation): boolean =>
  operation.state === 'queued' || operation.state === 'sent-unconfirmed';

/**
 * Whether the operation keeps later ones on its target waiting. One that failed or ended holds nobody, but for a reply
 * that may stand on the site: what was decided about it can be sent only once the site has said whether it does.
 */
const holdsOthers = (operation: Operation): boolean =>
  mayRun(operation) ||
  operation.state === 'sending' ||
  (operation.state === 'failed' && operation.task.kind === 'create-reply' && operation.unconfirmed === true);

/** For each operation, by id, the one on the same target that has to go before it, if any. */
export function goesFirst(operations: readonly Operation[]): ReadonlyMap<string, string> {
  const last = new Map<string, string>();
  const first = new Map<string, string>();
  for (const operation of inOrder(operations).filter(holdsOthers)) {
    const target = targetOf(operation.task);
    const before = last.get(target);
    if (before !== undefined) first.set(operation.id, before);
    last.set(target, operation.id);
  }
  return first;
}

/** Whether it is doubtful, so that its site is still to be asked about it. */
export const isUnchecked = (operation: Operation): boolean =>
  operation.checkFirst === true && mayRun(operation);

/**
 * The operations of one site that may be worked on now. As long as some that are doubtful have not been looked up,
 * nothing else is: what is sent could come before something that was sent long ago.
 */
export function inTurn(operations: readonly Operation[]): readonly Operation[] {
  const unchecked = operations.filter(isUnchecked);
  return unchecked.length > 0 ? unchecked : operations;
}

/**
 * The next operation to send: the oldest whose time has come and that does not have to wait for an earlier one on the
 * same target.
 *
 * @param now ISO time
 */
export function nextOperation(operations: readonly Operation[], now: string): Operation | null {
  const first = goesFirst(operations);
  const isNext = (operation: Operation) =>
    mayRun(operation) && !first.has(operation.id) && isDue(operation, now);
  return inOrder(operations).find(isNext) ?? null;
}

const inOrder = (operations: readonly Operation[]): Operation[] => [...operations].sort(byPlace);

/** A time further away than any pause was set by a clock that has been put back since: it counts as come. */
const isDue = ({ notBefore }: Operation, now: string): boolean =>
  notBefore === null || notBefore <= now || Date.parse(notBefore) - Date.parse(now) > LONGEST_PAUSE_MS;

/**
 * Whether a decision has been overtaken by a later one on the same comment before anything of it left: sending it
 * would only make the site flicker.
 */
export function isSuperseded(operation: Operation, operations: readonly Operation[]): boolean {
  const { kind } = operation.task;
  if (kind !== 'set-comment-status' || operation.state !== 'queued' || operation.attempts > 0) return false;
  return operations.some(
    (later) =>
      later.sequence > operation.sequence &&
      mayRun(later) &&
      later.task.kind === kind &&
      targetOf(later.task) === targetOf(operation.task),
  );
}

/**
 * The earliest time (ISO) at which {@link nextOperation} may answer something else than null; null if never. What has
 * to wait for another one counts from that one's end: its own time, when past, would wake its worker again and again.
 */
export function nextDueTime(operations: readonly Operation[]): string | null {
  const first = goesFirst(operations);
  const times = operations
    .filter((operation) => mayRun(operation) && !first.has(operation.id))
    .flatMap((operation) => operation.notBefore ?? []);
  return times.sort()[0] ?? null;
}

const FIRST_PAUSE_MS = 2_000;
const LONGEST_PAUSE_MS = 60_000;

/**
 * How long to wait after the `attempt`th try (from 1) in a row failed: doubling from 2 s to 60 s, spread by up to a
 * fifth so that many copies do not come back at once.
 *
 * @param random 0 ≤ random < 1, injected
 * @returns milliseconds
 */
export function pauseAfter(attempt: number, random: number): number {
  const full = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** Math.max(0, attempt - 1));
  return Math.round(full * (0.8 + 0.2 * random));
}

/**
 * How long a site may silence us. None that means well asks for more, and nonsense in a header must not keep the
 * outbox for years.
 */
export const LONGEST_ASKED_PAUSE_MS = 3_600_000;

/** After this many tries that the site answered with an error of its own, a person has to look. */
export const TRIES_BEFORE_ASKING = 8;
