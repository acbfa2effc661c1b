import type { Clock } from '../clock.ts';
import { isOpen } from '../domain/operation.ts';
import { ok } from '../domain/result.ts';
import { readAtStart } from '../domain/trusted-clock.ts';
import type { Library } from '../library/library.ts';
import { forgetRevisionsOf, markAllRemoved } from '../revisions/follow-their-posts.ts';
import { tidyRevisions } from '../revisions/tidy-revisions.ts';
import { timeToForgetBy } from '../revisions/time-to-forget-by.ts';

/** Removed drafts can be brought back, and what was sent can be looked up, for this long. */
const KEPT_MS = 30 * 24 * 3_600_000;

/**
 * Forgets removed drafts and ended operations whose time is over, and thins earlier versions. Called once at start. A
 * clock that is suddenly far ahead throws nothing away before a start on a later day confirms it.
 */
export async function tidyUp(library: Library, clock: Clock): Promise<void> {
  await library.transact((tx) => {
    const time = timeToForgetBy(tx, clock.now().toISOString(), readAtStart);
    const oldest = new Date(Date.parse(time) - KEPT_MS).toISOString();
    const removed = tx
      .all('posts')
      .filter(({ remoteId, fields }) => remoteId === null && fields.status === 'trash');
    const old = new Set(removed.flatMap(({ id, editedAt }) => (editedAt < oldest ? id : [])));
    for (const id of old) tx.remove('posts', id);
    forgetRevisionsOf(tx, old);
    // Those that were removed before it was noted in their versions, or were written in since.
    markAllRemoved(tx, new Map(removed.map(({ id, editedAt }) => [id, editedAt])));
    for (const operation of tx.all('operations')) {
      const ended = !isOpen(operation) && operation.endedAt !== null;
      if (ended && (operation.endedAt ?? '') < oldest) tx.remove('operations', operation.id);
    }
    tidyRevisions(tx, time, oldest);
    return ok(null);
  });
}
