import type { Clock } from '../clock.ts';
import { byPlace, isAltered, type Operation, type OperationTask, onPost } from '../domain/operation.ts';
import type { Post, PostFields, PostStatus } from '../domain/post.ts';
import { err, ok, type Result } from '../domain/result.ts';
import { slugFromTitle } from '../domain/slug.ts';
import type { Transaction } from '../library/transaction.ts';
import { enqueue, tryAgain } from './enqueue.ts';

/**
 * Puts the version of `post` that is on screen into the outbox. Pressing the button twice, or again after more
 * typing, never makes a second upload of what has not left yet: the waiting one takes the newer words.
 */
export function enqueuePost(
  tx: Transaction,
  post: Post,
  asked: 'draft' | 'pending' | 'publish',
  clock: Clock,
): Result<null> {
  if (post.siteId === null) return err({ kind: 'not-found', what: 'site', id: '' });
  if (post.conflict) return err({ kind: 'conflict', what: 'post', id: post.id });
  const status = statusToSend(post, asked);
  // A new post gets its slug here, so that what is sent is settled before the first byte leaves.
  const unnamed = post.base === null || isLookupSlug(post.base.fields.slug);
  const slug = post.fields.slug || (unnamed ? slugFromTitle(post.fields.title) : '');
  const fields: PostFields = { ...post.fields, slug, status };
  tx.put('posts', { ...post, fields: { ...post.fields, status } });

  const endedAt = clock.now().toISOString();
  const uploads = openUploads(tx, post.id);
  for (const operation of uploads) {
    if (operation.state !== 'failed') continue;
    // A create may have got half-way: it goes on where it was, and what changed since follows as an update. An update
    // is replaced: tried again later, it would put older words over newer ones.
    const goesOn = operation.task.kind === 'create-post' && !isUseless(operation);
    const next = goesOn ? tryAgain(operation) : { ...operation, state: 'cancelled' as const, endedAt };
    tx.put('operations', next);
  }
  const open = uploads.filter((operation) => !isUseless(operation));
  const last = open.at(-1);
  if (last && takesNewerWords(last)) {
    tx.put('operations', {
      ...last,
      task: { ...last.task, fields, revision: post.revision } as OperationTask,
      renewedAt: clock.now().toISOString(),
    });
    return ok(null);
  }
  const beingCreated = open[0]?.task.kind === 'create-post';
  const upload = { postId: post.id, revision: post.revision, fields };
  enqueue(
    tx,
    clock,
    post.siteId,
    beingCreated || post.base !== null
      ? { kind: 'update-post', ...upload }
      : {
          kind: 'create-post',
          ...upload,
          lookupSlug: `${LOOKUP_PREFIX}${clock.createId()}`,
          remoteId: null,
        },
    post.fromBackup && post.base === null ? { checkFirst: true } : {},
  );
  return ok(null);
}

/**
 * Whether an upload that waits can carry other words than it was made with: nothing of it has left. A create whose
 * draft is on the site already has only slug and status left to send, so that its words are settled.
 */
const takesNewerWords = ({ state, attempts, checkFirst, task }: Operation): boolean =>
  !checkFirst &&
  state === 'queued' &&
  attempts === 0 &&
  !(task.kind === 'create-post' && task.remoteId !== null);

/** A create with wrong letters of which the site has nothing yet: it would begin with these. */
const isUseless = (operation: Operation): boolean =>
  isAltered(operation) && operation.task.kind === 'create-post' && operation.task.remoteId === null;

const LOOKUP_PREFIX = 'copydesk-';
const isLookupSlug = (slug: string): boolean => slug.startsWith(LOOKUP_PREFIX);

/** "Publish" on a post that is already private or scheduled on the site means: update it, and leave it so. */
function statusToSend(post: Post, asked: 'draft' | 'pending' | 'publish'): PostStatus {
  const there = post.base?.fields.status;
  return asked === 'publish' && (there === 'private' || there === 'future') ? there : asked;
}

const openUploads = (tx: Transaction, postId: string): Operation[] =>
  tx.openOperations(onPost(postId)).sort(byPlace);
