import type { Operation } from '../../../main/domain/operation.ts';
import { ok } from '../../../main/domain/result.ts';
import { CommentService } from '../../../main/services/comments.ts';
import { aComment, aSite } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A comment, and everything that a moderator does with it. */
export async function moderating(over: Parameters<typeof aComment>[0] = {}) {
  const library = await openedLibrary(await tempFolder());
  const comment = aComment(over);
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put('comments', comment);
    return ok(null);
  });
  const service = new CommentService(library, manualClock('2026-11-20T10:00:00.000Z'));
  const commentIds = [comment.id];
  return {
    library,
    service,
    decide: (decision: 'approve' | 'hold' | 'spam' | 'trash') => service.decide({ commentIds, decision }),
    status: () => library.get('comments', comment.id)?.status,
    operations: () =>
      library
        .all('operations')
        .sort((a, b) => a.sequence - b.sequence)
        .map(({ task, state }) => [task.kind === 'set-comment-status' ? task.status : task.kind, state]),
    /** What the sync engine would do to the newest operation. */
    advance: (change: Partial<Operation>) =>
      library.transact((tx) => {
        const newest = tx.all('operations').sort((a, b) => b.sequence - a.sequence)[0];
        if (newest) tx.put('operations', { ...newest, ...change });
        return ok(null);
      }),
  };
}
