import type { Operation, OperationTask } from '../../../main/domain/operation.ts';
import type { Post } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import type { SiteClient } from '../../../main/sites/site-client.ts';
import { send } from '../../../main/sync/send.ts';
import { breakableFiles } from '../../support/breakable-files.ts';
import { aComment, anOperation, aPost, aReply, aSite, someFields } from '../../support/builders.ts';
import { afterCrash } from '../../support/crash-copy.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { scriptedClient } from '../../support/scripted-client.ts';
import { tempFolder } from '../../support/temp-folder.ts';

export const PUBLISHED = someFields({ slug: 'kafe', status: 'publish' });
export const TOKEN = { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: 50 };

/** A post that the site has, with a newer title here. */
export const changedPost = (over: Partial<Post> = {}): Post =>
  aPost({
    remoteId: 5,
    base: { fields: PUBLISHED, token: TOKEN },
    fields: { ...PUBLISHED, title: 'Кафе на гара Костенец' },
    revision: 2,
    ...over,
  });

/** One task of each kind, on the records that `sending` puts into the library. */
export const TASKS: { [K in OperationTask['kind']]: Extract<OperationTask, { kind: K }> } = {
  'create-post': {
    kind: 'create-post',
    postId: 'post-1',
    revision: 1,
    fields: PUBLISHED,
    lookupSlug: 'copydesk-1f',
    remoteId: null,
  },
  'update-post': {
    kind: 'update-post',
    postId: 'post-2',
    revision: 2,
    fields: { ...PUBLISHED, title: 'Кафе на гара Костенец' },
  },
  'set-comment-status': { kind: 'set-comment-status', commentId: 'site-1/7', status: 'approved' },
  'create-reply': aReply({ content: 'Благодаря!' }),
};

/** A library with one operation in it and everything that it concerns, and a site that follows a script. */
export async function sending(
  task: OperationTask,
  script: Partial<SiteClient>,
  over: Partial<Operation> = {},
) {
  const folder = await tempFolder();
  const disk = breakableFiles();
  const library = await openedLibrary(folder, disk.files);
  const clock = manualClock();
  const site = aSite();
  const operation = anOperation({ task, ...over });
  await library.transact((tx) => {
    tx.put('sites', site);
    tx.put('posts', aPost({ fields: someFields({ status: 'publish' }) }));
    tx.put('posts', changedPost({ id: 'post-2' }));
    tx.put('comments', aComment({ status: 'approved' }));
    tx.put('comments', aComment({ id: 'local/1', remoteId: null, parentRemoteId: 7, status: 'approved' }));
    tx.put('operations', operation);
    return ok(null);
  });
  const { client, calls } = scriptedClient(script);
  return {
    ...{ library, clock, disk, calls, client, operation, site },
    send: () => send(library.get('operations', operation.id) ?? operation, { library, client, clock, site }),
    /** The operation as it is now. */
    now: () => library.get('operations', operation.id),
    /** The operation as it is on the disk. */
    async onDisk(): Promise<Operation> {
      const kept = (await afterCrash(folder)).get('operations', operation.id);
      if (!kept) throw new Error('The operation is not on the disk');
      return kept;
    },
    put: (change: Partial<Operation>) =>
      library.transact((tx) => ok(tx.put('operations', { ...operation, ...change }))),
  };
}
