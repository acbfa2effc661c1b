import type { AppError } from '../domain/app-error.ts';
import { isRetryable } from '../domain/app-error.ts';
import { mayHaveArrived } from '../domain/delivery.ts';
import type { Operation } from '../domain/operation.ts';
import { mayRun, pauseAfter, TRIES_BEFORE_ASKING } from '../domain/outbox-order.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Library } from '../library/library.ts';
import type { Outcome, SendContext } from './send-context.ts';
import { kindOf } from './task-kinds.ts';

/** What the site's worker has to know after a try. */
export interface Sent {
  /** Set when the whole site is out of reach or refuses us: nothing more is sent for now. */
  siteError: AppError | null;
}

/**
 * One try of one operation. Intent is durable before the first byte leaves: the state `sending` is on disk first, and
 * an operation found in it at the next start counts as sent without an answer.
 */
export async function send({ id }: Pick<Operation, 'id'>, context: SendContext): Promise<Result<Sent>> {
  const { library } = context;
  const claimed = await claim(id, library);
  if (!claimed.ok) return claimed;
  const operation = claimed.value;
  if (operation === null) return ok({ siteError: null });
  const outcome = await kindOf(operation).send(operation, context);
  return library.transact((tx) => {
    const current = tx.get('operations', id);
    if (!current) return ok({ siteError: null }); // its site was disconnected meanwhile
    if (outcome.kind !== 'look-again') outcome.record?.(tx);
    tx.put('operations', settle(current, operation, outcome, context));
    return ok({ siteError: outcome.kind === 'failed' ? siteWide(outcome.error) : null });
  });
}

/**
 * Marks an operation as being sent and answers with it as it was before, in its newest form: it may have been withdrawn
 * or given newer words since it was chosen. Null if it is not waiting any more.
 */
const claim = (id: string, library: Library): Promise<Result<Operation | null>> =>
  library.transact((tx) => {
    const operation = tx.get('operations', id);
    if (!operation || !mayRun(operation)) return ok(null);
    tx.put('operations', { ...operation, state: 'sending', attempts: operation.attempts + 1 });
    return ok(operation);
  });

/** The operation after a try; `before` is what it was when the try began. */
function settle(current: Operation, before: Operation, outcome: Outcome, { clock }: SendContext): Operation {
  const now = clock.now();
  const later = (attempts: number) =>
    new Date(now.getTime() + pauseAfter(attempts, clock.random())).toISOString();
  if (outcome.kind === 'arrived' || outcome.kind === 'withdrawn') {
    const state = outcome.kind === 'arrived' ? 'done' : 'cancelled';
    return { ...current, state, lastError: null, notBefore: null, endedAt: now.toISOString() };
  }
  if (outcome.kind === 'look-again') {
    const looks = (current.looks ?? 0) + 1;
    return { ...current, looks, state: 'sent-unconfirmed', notBefore: later(looks) };
  }
  const { error } = outcome;
  // What may still land has to be looked for anew, however often an earlier request was.
  const looks = mayHaveArrived(error) ? 0 : current.looks;
  const unconfirmed = before.state === 'sent-unconfirmed' || mayHaveArrived(error);
  const waiting = unconfirmed ? 'sent-unconfirmed' : 'queued';
  if (siteWide(error)) {
    // The site, not the operation, is to blame: its worker pauses as a whole, and the try does not count.
    const attempts = mayHaveArrived(error) ? current.attempts : before.attempts;
    return { ...current, looks, attempts, state: waiting, lastError: error, notBefore: null };
  }
  if (!isRetryable(error) || current.attempts >= TRIES_BEFORE_ASKING) {
    const ended = { notBefore: null, endedAt: now.toISOString() };
    return { ...current, state: 'failed', unconfirmed, lastError: error, ...ended };
  }
  return { ...current, looks, state: waiting, lastError: error, notBefore: later(current.attempts) };
}

/** Errors that concern everything sent to the site, not this operation alone. */
export const siteWide = (error: AppError): AppError | null =>
  error.kind === 'offline' || error.kind === 'auth-expired' || error.kind === 'rate-limited' ? error : null;
