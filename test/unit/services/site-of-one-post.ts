import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { PostFields } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import type { Library } from '../../../main/library/library.ts';
import { check } from '../../../main/sync/check.ts';
import { pullSite } from '../../../main/sync/pull.ts';
import { send } from '../../../main/sync/send.ts';
import type { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { anIdentity, aPage, aRemotePost, scriptedClient } from '../../support/scripted-client.ts';
import { watched } from './damaged-library.ts';
import { PUBLISHED, TOKEN, type writing } from './writing.ts';

type Clock = ReturnType<typeof manualClock>;
type Desk = Awaited<ReturnType<typeof writing>>;

/** A site with at most one post, and what empties the outbox there and pulls, as a worker does. */
export function aSiteOf(remoteId: number) {
  let post = aRemotePost({ remoteId, fields: PUBLISHED, token: TOKEN });
  let revisionId = 60;
  const change = (fields: Partial<PostFields>) => {
    revisionId += 1;
    const token = { modifiedGmt: '2026-11-11T10:00:00Z', revisionId };
    post = aRemotePost({ remoteId, fields: { ...post.fields, ...fields }, token });
    return ok(post);
  };
  const { client, calls } = scriptedClient({
    identify: async () => ok(anIdentity()),
    authorNames: async () => ok(new Map([[1, 'Мила']])),
    getPost: async () => ok(post),
    findPostsBySlug: async () => ok([]),
    listPosts: async () => ok(aPage([post])),
    listComments: async () => ok(aPage([])),
    createPost: async (fields) => change(fields),
    updatePost: async (_id, fields) => change(fields),
  });
  const siteOf = (library: Library) => {
    const site = library.get('sites', 'site-1');
    if (!site) throw new Error('There is no site');
    return site;
  };
  /** Each open operation that may run comes to its turn once. */
  const flush = async (library: Library, clock: Clock) => {
    const site = siteOf(library);
    for (const operation of library.openOperations()) {
      if (operation.state === 'failed') continue;
      await (operation.checkFirst ? check : send)(operation, { library, client, clock, site });
    }
  };
  const pull = async (library: Library, clock: Clock) => {
    const { signal } = new AbortController();
    must(await pullSite({ library, client, clock, site: siteOf(library), signal, report: () => {} }));
  };
  const writes = () => calls.map(([name]) => name).filter((name) => /^(create|update)/.test(name));
  return { flush, pull, change, writes, fields: () => post.fields, words: () => post.fields.body };
}

/** Saves a text and has it published; answers with the version number. */
export const editing =
  ({ posts }: Pick<Desk, 'posts'>) =>
  async (body: string, expectedRevision: number): Promise<number> => {
    const { revision } = must(
      await posts.save({ postId: 'post-1', expectedRevision, title: PUBLISHED.title, body }),
    );
    must(await posts.send({ postId: 'post-1', expectedRevision: revision, status: 'publish' }));
    return revision;
  };

/** Notes how a file of the library is now; `putBack` does so in a closed library, and opens it as the app does. */
export async function fileAsNow({ library, folder }: Pick<Desk, 'library' | 'folder'>, name: string) {
  await library.compact();
  const file = path.join(folder, name);
  const older = await readFile(file, 'utf8');
  return {
    restore: () => writeFile(file, older),
    putBack: async () => {
      await library.compact();
      await library.close();
      await writeFile(file, older);
      return watched(folder);
    },
  };
}
export const OUTBOX_FILE = 'operations/000000.ndjson';
