import { vi } from 'vitest';
import type { Operation } from '../../../main/domain/operation.ts';
import { ok } from '../../../main/domain/result.ts';
import { CommentService } from '../../../main/services/comments.ts';
import { OutboxService } from '../../../main/services/outbox.ts';
import { PostService } from '../../../main/services/posts.ts';
import type { SyncEngine } from '../../../main/sync/engine.ts';
import { IDLE } from '../../../main/sync/site-activity.ts';
import { aComment, aPost, aReply, aSite, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

export const PUBLISHED = someFields({ slug: 'kafe', status: 'publish' });
const TOKEN = { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: 50 };

/** The outbox of a library with one site, one post on it and one pending comment. */
export async function openOutbox(operations: Operation[] = []) {
  const library = await openedLibrary(await tempFolder());
  const clock = manualClock();
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put('posts', aPost());
    tx.put(
      'posts',
      aPost({ id: 'post-2', remoteId: 5, base: { fields: PUBLISHED, token: TOKEN }, fields: PUBLISHED }),
    );
    tx.put('comments', aComment());
    for (const operation of operations) tx.put('operations', operation);
    return ok(null);
  });
  const engine = {
    wake: vi.fn(),
    state: vi.fn(
      (siteId: string): ReturnType<SyncEngine['state']> => ({
        ...{ siteId, pulledAt: null, error: null, offlineSince: null },
        ...IDLE,
        nextTryAt: '2026-11-10T10:00:48.000Z',
      }),
    ),
  };
  return {
    ...{ library, clock, engine },
    outbox: new OutboxService(library, clock, engine),
    comments: new CommentService(library, clock),
    posts: new PostService(library, clock),
    comment: () => library.get('comments', 'site-1/7'),
    operation: (id = 'op-1') => library.get('operations', id),
    /** The newest operation, which a test has just caused. */
    newest: () => {
      const found = library.all('operations').sort((a, b) => b.sequence - a.sequence)[0];
      if (!found) throw new Error('The outbox is empty');
      return found;
    },
    advance: (id: string, change: Partial<Operation>) =>
      library.transact((tx) => {
        const operation = tx.get('operations', id);
        if (operation) tx.put('operations', { ...operation, ...change });
        return ok(null);
      }),
  };
}

export const REPLY = aReply({ content: 'Благодаря!' });
