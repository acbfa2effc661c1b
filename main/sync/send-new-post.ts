import type { PostFields } from '../domain/post.ts';
import { confirmUpload } from '../domain/reconcile.ts';
import { ok, type Result } from '../domain/result.ts';
import { keepPublished } from '../revisions/keep-revision.ts';
import type { RemotePost } from '../sites/site-client.ts';
import {
  failed,
  LOOKS_BEFORE_REPEATING,
  mustLookFirst,
  type OperationOf,
  type Outcome,
  type SendContext,
} from './send-context.ts';

type CreatePost = OperationOf<'create-post'>;

/**
 * Creates a post exactly once, in two steps, since WordPress has no idempotency keys: step one makes a draft under a
 * slug that exists nowhere else, so that a lost answer is found by lookup; step two gives that id its real slug and
 * status. The id is on disk before step two starts, so a kill between them continues where it was.
 */
export async function sendNewPost(operation: CreatePost, context: SendContext): Promise<Outcome> {
  const { task } = operation;
  let remoteId = task.remoteId;
  if (remoteId === null) {
    const draft = await firstStep(operation, context);
    if (!draft.ok) return failed(draft.error);
    if (draft.value === null) return { kind: 'look-again' };
    remoteId = draft.value.remoteId;
    const noted = await noteDraft(operation, draft.value, context);
    if (!noted.ok) return failed(noted.error);
  }
  const { slug, status } = task.fields;
  const final = await context.client.updatePost(remoteId, { slug, status });
  if (!final.ok) return failed(final.error);
  return {
    kind: 'arrived',
    record: (tx) => {
      const post = tx.get('posts', task.postId);
      if (!post) return;
      const { clock, site } = context;
      const kept = keepPublished(tx, post, final.value.fields, task.revision, clock);
      tx.put('posts', confirmUpload(kept, task.fields, task.revision, final.value, site.user.name));
    },
  };
}

/** The draft of step one: found if an earlier try made it, else created. Null: look again before repeating. */
async function firstStep(operation: CreatePost, context: SendContext): Promise<Result<RemotePost | null>> {
  const { client } = context;
  const { fields, lookupSlug } = operation.task;
  if (mustLookFirst(operation)) {
    const found = await client.findPostsBySlug(lookupSlug);
    if (!found.ok) return found;
    if (found.value.length > 0) return keepOne(found.value, context);
    if ((operation.looks ?? 0) < LOOKS_BEFORE_REPEATING) return ok(null);
  }
  const draft: PostFields = { ...fields, slug: lookupSlug, status: 'draft' };
  const created = await client.createPost(draft);
  if (!created.ok || created.value.fields.slug === lookupSlug) return created;
  // The slug was taken: an earlier try that we had given up has landed after all, and this one is the second.
  const all = await client.findPostsBySlug(lookupSlug);
  return all.ok ? keepOne([...all.value, created.value], context) : all;
}

/** Keeps the oldest of the posts that tries of one operation left behind; the others go to the site's trash. */
async function keepOne(posts: RemotePost[], { client }: SendContext): Promise<Result<RemotePost | null>> {
  const byId = new Map(posts.map((post) => [post.remoteId, post]));
  const [first, ...extra] = [...byId.values()].sort((a, b) => a.remoteId - b.remoteId);
  for (const post of extra) {
    const trashed = await client.trashPost(post.remoteId);
    if (!trashed.ok && trashed.error.kind !== 'not-found') return trashed;
  }
  return ok(first ?? null);
}

/** From here on the site has the post: base is the half-made draft, so that whatever ends this try loses nothing. */
const noteDraft = (
  operation: CreatePost,
  draft: RemotePost,
  { library }: SendContext,
): Promise<Result<null>> =>
  library.transact((tx) => {
    const { remoteId, fields, token } = draft;
    const current = tx.get('operations', operation.id) ?? operation;
    tx.put('operations', { ...current, task: { ...operation.task, remoteId } });
    const post = tx.get('posts', operation.task.postId);
    if (post) tx.put('posts', { ...post, remoteId, base: { fields, token } });
    return ok(null);
  });
