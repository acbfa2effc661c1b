import type { Clock } from '../clock.ts';
import { isOpen } from '../domain/operation.ts';
import { ok } from '../domain/result.ts';
import type { Library } from '../library/library.ts';
import { tidyRevisions } from '../revisions/tidy-revisions.ts';

/** Removed drafts can be brought back, and what was sent can be looked up, for this long. */
const KEPT_MS = 30 * 24 * 3_600_000;

/** Forgets removed drafts and ended operations whose time is over, and thins earlier versions. Called once at start. */
export async function tidyUp(library: Library, clock: Clock): Promise<void> {
  const oldest = new Date(clock.now().getTime() - KEPT_MS).toISOString();
  await library.transact((tx) => {
    for (const post of tx.all('posts')) {
      const removed = post.remoteId === null && post.fields.status === 'trash';
      if (removed && post.editedAt < oldest) tx.remove('posts', post.id);
    }
    for (const operation of tx.all('operations')) {
      const ended = !isOpen(operation) && operation.endedAt !== null;
      if (ended && (operation.endedAt ?? '') < oldest) tx.remove('operations', operation.id);
    }
    tidyRevisions(tx, clock.now().toISOString());
    return ok(null);
  });
}
