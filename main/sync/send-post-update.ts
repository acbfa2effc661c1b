import type { AppError } from '../domain/app-error.ts';
import { type Post, type PostFields, sameToken } from '../domain/post.ts';
import { confirmUpload } from '../domain/reconcile.ts';
import { keepPublished, keepRevision } from '../revisions/keep-revision.ts';
import type { RemotePost } from '../sites/site-client.ts';
import {
  type Checked,
  failed,
  laterTasks,
  mustLookFirst,
  type OperationOf,
  type Outcome,
  type SendContext,
} from './send-context.ts';

type UpdatePost = OperationOf<'update-post'>;

/**
 * Uploads changes of a post that the site has. The server's tokens are compared with base first: if the post changed
 * there meanwhile nothing is uploaded and both versions are kept. Only fields that changed are sent, since a site may
 * rewrite whatever it is given (an author's HTML goes through kses even where it is the same).
 */
export async function sendPostUpdate(operation: UpdatePost, context: SendContext): Promise<Outcome> {
  const { library, client } = context;
  const { task } = operation;
  const post = library.get('posts', task.postId);
  if (!post?.base || post.remoteId === null)
    return failed({ kind: 'not-found', what: 'post', id: task.postId });
  const now = await client.getPost(post.remoteId);
  if (!now.ok) return now.error.kind === 'not-found' ? deletedThere(operation, now.error) : failed(now.error);
  const changes = changedFields(task.fields, post.base.fields);
  if (mustLookFirst(operation) && holds(now.value.fields, changes))
    return arrived(operation, now.value, context);
  if (!sameToken(post.base.token, now.value.token) && changedThere(post, now.value)) {
    return bothKept(operation, now.value, context);
  }
  if (Object.keys(changes).length === 0) return arrived(operation, now.value, context);
  const sent = await client.updatePost(post.remoteId, changes);
  return sent.ok ? arrived(operation, sent.value, context) : failed(sent.error);
}

/**
 * Whether a doubtful update has reached the site already; where a later one has, this one did
 * before it. If the post holds other words than base and ours, both are kept, as when sending.
 */
export async function checkPostUpdate(operation: UpdatePost, context: SendContext): Promise<Checked> {
  const { library, client } = context;
  const { task } = operation;
  const post = library.get('posts', task.postId);
  if (!post) return failed({ kind: 'not-found', what: 'post', id: task.postId });
  const { base, remoteId } = post;
  // Its creation goes before it and has not arrived.
  if (!base || remoteId === null) return { kind: 'absent' };
  const now = await client.getPost(remoteId);
  if (!now.ok) return now.error.kind === 'not-found' ? deletedThere(operation, now.error) : failed(now.error);
  const words = [task, ...laterTasks(operation, library)].flatMap((each) =>
    'fields' in each ? each.fields : [],
  );
  if (words.some((fields) => holds(now.value.fields, changedFields(fields, base.fields)))) {
    return arrived(operation, now.value, context);
  }
  const moved = !sameToken(base.token, now.value.token) && changedThere(post, now.value);
  return moved ? bothKept(operation, now.value, context) : { kind: 'absent' };
}

const KEYS = ['title', 'body', 'excerpt', 'slug', 'status'] as const;

function changedFields(wanted: PostFields, base: PostFields): Partial<PostFields> {
  const changed = KEYS.filter((key) => wanted[key] !== base[key]);
  return Object.fromEntries(changed.map((key) => [key, wanted[key]]));
}

/** WordPress trims titles. */
const holds = (fields: PostFields, wanted: Partial<PostFields>): boolean =>
  KEYS.every((key) => wanted[key] === undefined || stored(key, wanted[key]) === stored(key, fields[key]));

const stored = (key: (typeof KEYS)[number], text: string): string => (key === 'title' ? text.trim() : text);

/** A token can move without a change of words, as after a no-op update; that is no reason to refuse. */
const changedThere = (post: Post, remote: RemotePost): boolean =>
  post.base !== null && Object.keys(changedFields(remote.fields, post.base.fields)).length > 0;

function arrived({ task }: UpdatePost, remote: RemotePost, { site, clock }: SendContext): Outcome {
  return {
    kind: 'arrived',
    record: (tx) => {
      const post = tx.get('posts', task.postId);
      if (!post) return;
      const author = post.remote?.authorName ?? site.user.name;
      const kept = keepPublished(tx, post, remote.fields, task.revision, clock);
      tx.put('posts', confirmUpload(kept, task.fields, task.revision, remote, author));
    },
  };
}

/** Deleted for good there: the words stay here as a draft that can be sent anew. */
function deletedThere({ task }: UpdatePost, error: AppError): Outcome {
  return {
    kind: 'failed',
    error,
    record: (tx) => {
      const post = tx.get('posts', task.postId);
      if (!post) return;
      const fields = { ...post.fields, slug: '', status: 'draft' as const };
      tx.put('posts', { ...post, fields, remoteId: null, base: null, conflict: null, remote: null });
    },
  };
}

function bothKept({ task }: UpdatePost, remote: RemotePost, { clock }: SendContext): Outcome {
  return {
    kind: 'failed',
    error: { kind: 'conflict', what: 'post', id: task.postId },
    record: (tx) => {
      const post = tx.get('posts', task.postId);
      if (!post) return;
      const noticedAt = clock.now().toISOString();
      const kept = keepRevision(tx, post, { kind: 'conflict', fields: post.fields }, clock);
      tx.put('posts', { ...kept, conflict: { fields: remote.fields, token: remote.token, noticedAt } });
    },
  };
}
