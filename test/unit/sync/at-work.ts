import { expect, onTestFinished } from 'vitest';
import type { Operation } from '../../../main/domain/operation.ts';
import { ok, type Result } from '../../../main/domain/result.ts';
import type { Site } from '../../../main/domain/site.ts';
import type { SiteClient } from '../../../main/sites/site-client.ts';
import { SyncEngine, type SyncState } from '../../../main/sync/engine.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { bugsOfTest } from '../../support/bugs.ts';
import { aComment, anOperation, aSite } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { openedLibrary } from '../../support/open-library.ts';
import {
  anIdentity,
  aPage,
  aRemoteComment,
  type ClientCall,
  scriptedClient,
} from '../../support/scripted-client.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A decision on comment `n`, which `engineAtWork` puts into the library with it. */
export const decision = (n: number, over: Partial<Operation> = {}): Operation =>
  anOperation({
    id: `op-${n}`,
    sequence: n,
    task: { kind: 'set-comment-status', commentId: `site-1/${n}`, status: 'approved' },
    ...over,
  });

/** A site that takes every decision and has nothing to pull. */
const quiet: Partial<SiteClient> = {
  identify: async () => ok(anIdentity()),
  listPosts: async () => ok(aPage([])),
  listComments: async () => ok(aPage([])),
  setCommentStatus: async ({ remoteId, status }) => ok(aRemoteComment({ remoteId, status })),
};

/** An engine on a real library, a clock that a test moves, and a site that follows a script. */
export async function engineAtWork(
  script: Partial<SiteClient> = {},
  operations: Operation[] = [],
  options: { clientFor?: (site: Site, client: SiteClient) => Result<SiteClient>; sites?: Site[] } = {},
) {
  const folder = await tempFolder();
  const disk = breakableFiles();
  const library = await openedLibrary(folder, disk.files);
  const clock = manualClock();
  const { client, calls } = scriptedClient({ ...quiet, ...script });
  await library.transact((tx) => {
    for (const site of options.sites ?? [aSite()]) tx.put('sites', site);
    for (const { task } of operations) {
      if (task.kind !== 'set-comment-status' || tx.get('comments', task.commentId)) continue;
      const remoteId = Number(task.commentId.split('/')[1]);
      tx.put('comments', aComment({ id: task.commentId, remoteId, status: task.status }));
    }
    for (const operation of operations) tx.put('operations', operation);
    return ok(null);
  });
  const progress: SyncState[] = [];
  const { bugs, onBug } = bugsOfTest();
  const engine = new SyncEngine({
    mayBegin: () => true,
    ...{ library, clock },
    clientFor: (site) => options.clientFor?.(site, client) ?? ok(client),
    onProgress: (state) => void progress.push(state),
    onBug,
  });
  onTestFinished(() => engine.stop());

  /** Waits until the engine has done what it can do now. */
  const idle = () =>
    eventually(async () => {
      await library.settled();
      await new Promise((resolve) => setImmediate(resolve));
      for (const { id } of library.all('sites')) expect(engine.state(id).phase).toBe('idle');
    });
  return {
    ...{ engine, library, clock, disk, calls, progress, bugs, idle },
    site: () => library.get('sites', 'site-1'),
    contact: () => library.get('contacts', 'site-1'),
    operation: (n: number) => library.get('operations', `op-${n}`),
    put: (operation: Operation) => library.transact((tx) => ok(tx.put('operations', operation))),
    /** Lets time pass and waits for what came of it. */
    async pass(ms: number): Promise<void> {
      clock.advance(ms);
      await idle();
    },
    /** Ids of the comments whose decisions were sent, in order. */
    sent: () => sentIn(calls),
  };
}

export const sentIn = (calls: ClientCall[]): number[] =>
  calls.flatMap((call) => (call[0] === 'setCommentStatus' ? [call[1].remoteId] : []));

/** How often a call was made. */
export const times = (calls: ClientCall[], name: ClientCall[0]): number =>
  calls.filter(([called]) => called === name).length;
