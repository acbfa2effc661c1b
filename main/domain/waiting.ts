import { z } from 'zod';
import type { AppError } from './app-error.ts';
import type { Operation } from './operation.ts';
import { mayRun } from './outbox-order.ts';

/**
 * What keeps an operation from being sent right now. `password`: its site wants one, and only a person can help.
 * `check`: it comes from a backup or stood beside damage, and the site is asked first whether it has been sent already. `answer`: it may have
 * arrived, so the site is asked first. `order`: an earlier one on the same target goes before it. `network`: its site
 * cannot be reached. `pause`: after an error, the site's or its own. `turn`: nothing does.
 */
export const waitingForSchema = z.enum(['password', 'check', 'answer', 'order', 'network', 'pause', 'turn']);

export type WaitingFor = z.infer<typeof waitingForSchema>;

/** What is known of the operation's site. */
export interface SiteStanding {
  needsPassword: boolean;
  /** Why the last contact failed; null once one has succeeded. */
  error: AppError | null;
}

/** What an operation waits for, with the error or the earlier operation that is to blame. */
export interface Waiting {
  waitingFor: WaitingFor;
  error: AppError | null;
  /** Id of the operation that goes first; null unless `waitingFor` is `order`. */
  after: string | null;
}

/**
 * What an operation waits for; null for one that is being sent or has ended. What the site said last counts more than
 * what the operation met with: that may have been days ago.
 *
 * @param before the operation that goes first, see `goesFirst` in outbox-order.ts
 */
export function waiting(
  operation: Operation,
  before: string | undefined,
  site: SiteStanding,
): Waiting | null {
  if (!mayRun(operation)) return null;
  const { error } = site;
  const because = (waitingFor: WaitingFor, reason: AppError | null = null): Waiting => ({
    ...{ waitingFor, error: reason, after: waitingFor === 'order' ? (before ?? null) : null },
  });
  if (site.needsPassword) return because('password', error?.kind === 'auth-expired' ? error : null);
  if (operation.checkFirst) return because('check', error ?? operation.lastError);
  if (operation.state === 'sent-unconfirmed') return because('answer', error ?? operation.lastError);
  if (before !== undefined) return because('order');
  if (error !== null) return because(error.kind === 'offline' ? 'network' : 'pause', error);
  // An error of the whole site is over as soon as the site answers anybody.
  const own = operation.notBefore === null ? null : operation.lastError;
  return own === null ? because('turn') : because('pause', own);
}
