import { isRetryable } from '../domain/app-error.ts';
import type { Operation } from '../domain/operation.ts';
import { isUnchecked, pauseAfter, TRIES_BEFORE_ASKING } from '../domain/outbox-order.ts';
import { ok, type Result } from '../domain/result.ts';
import { type Sent, siteWide } from './send.ts';
import type { Checked, SendContext } from './send-context.ts';
import { kindOf } from './task-kinds.ts';

/**
 * Asks the site about one doubtful operation, and changes nothing there. What has arrived
 * is done, what has not may be sent, and what nobody can tell waits for a person.
 */
export async function check({ id }: Pick<Operation, 'id'>, context: SendContext): Promise<Result<Sent>> {
  const { library } = context;
  const operation = library.get('operations', id);
  if (!operation || !isUnchecked(operation)) return ok({ siteError: null });
  const checked = await kindOf(operation).check(operation, context);
  return library.transact((tx) => {
    const current = tx.get('operations', id);
    if (!current || !isUnchecked(current)) return ok({ siteError: null }); // withdrawn meanwhile
    if ('record' in checked) checked.record?.(tx);
    tx.put('operations', settle(current, checked, context));
    return ok({ siteError: checked.kind === 'failed' ? siteWide(checked.error) : null });
  });
}

function settle(current: Operation, checked: Checked, { clock }: SendContext): Operation {
  const { checkFirst: _, unconfirmed = false, ...operation } = current;
  const now = clock.now();
  const pausedUntil = (attempts: number) =>
    new Date(now.getTime() + pauseAfter(attempts, clock.random())).toISOString();
  const settled = { lastError: null, notBefore: null };
  switch (checked.kind) {
    case 'arrived':
      return { ...operation, ...settled, state: 'done', endedAt: now.toISOString() };
    case 'absent':
      if (!unconfirmed) return { ...operation, ...settled, attempts: 0 };
      return { ...operation, ...settled, attempts: 0, state: 'sent-unconfirmed', looks: 0 };
    case 'withdrawn':
      return { ...operation, ...settled, state: 'cancelled', endedAt: now.toISOString() };
    case 'look-again':
      return { ...current, notBefore: pausedUntil(1) };
    case 'half':
      // Step one is found by its slug, as after a lost answer, and goes on from there.
      return { ...operation, ...settled, attempts: 0, state: 'sent-unconfirmed' };
  }
  const { error } = checked;
  if (siteWide(error)) return { ...current, lastError: error, notBefore: null };
  const attempts = current.attempts + 1;
  const failed = {
    ...settled,
    attempts,
    state: 'failed' as const,
    lastError: error,
    endedAt: now.toISOString(),
  };
  // From here on it is a person's word that counts, not what the site has.
  const isAnswered = error.kind === 'after-restore' || error.kind === 'conflict';
  if (isAnswered) return { ...operation, ...failed, unconfirmed: false };
  if (!isRetryable(error) || attempts >= TRIES_BEFORE_ASKING) return { ...current, ...failed };
  return { ...current, attempts, lastError: error, notBefore: pausedUntil(attempts) };
}
