import type { Clock } from '../clock.ts';
import { commentId } from '../domain/comment.ts';
import { hostOf } from '../domain/host.ts';
import { type Operation, onComment } from '../domain/operation.ts';
import { isDistrusted, isDraft, type Post } from '../domain/post.ts';
import { ok, type Result } from '../domain/result.ts';
import type { Revision } from '../domain/revision.ts';
import type { Library } from '../library/library.ts';
import type { Repair } from '../library/repairs.ts';
import type { Transaction } from '../library/transaction.ts';
import { doubtDrafts, doubtOperations } from '../sync/doubt.ts';
import { returnWords } from './take-back-reply.ts';

/**
 * What these repairs have lost may have been on its way to a site, or may be there, and what is left may be older: each
 * site is asked before anything that waits is done there and before a draft is sent for the first time, what nobody can
 * tell waits for a person, and the words of replies that nothing sends any more return to where they were written.
 */
export async function doubtWhatWasSent(
  library: Pick<Library, 'transact'>,
  repairs: readonly Repair[],
  clock: Pick<Clock, 'now'>,
): Promise<Result<null>> {
  const mayBeSent = repairs.some(mayHaveTakenUploads);
  const altered = new Set(repairs.flatMap(alteredOperations));
  if (!mayBeSent && altered.size === 0 && !repairs.some(mayHaveTakenReplies)) return ok(null);
  return library.transact((tx) => {
    const endedAt = clock.now().toISOString();
    if (mayBeSent) {
      judgeUploads(tx, endedAt);
      doubtOperations(tx);
    }
    if (mayBeSent || altered.size > 0) doubtDrafts(tx);
    for (const operation of tx.openOperations().filter(({ id }) => altered.has(id)))
      tx.put('operations', askedAbout(tx, { ...operation, checkFirst: true }, 'altered', endedAt));
    returnReplies(tx, clock);
    return ok(null);
  });
}

/** Also of posts: one that is as it was on an older day may have been published since. */
function mayHaveTakenUploads({ what, collection, lost }: Repair): boolean {
  if (lost === 0 || what === 'body') return false;
  return what !== 'shard' || collection === 'operations' || collection === 'posts';
}

const mayHaveTakenReplies = ({ what, collection, lost }: Repair): boolean =>
  what === 'shard' && collection === 'comments' && lost !== 0;

/** Those that can be read but are not as they were written: another comment may be meant, and other words. */
const alteredOperations = ({ what, collection, doubtful = [] }: Repair): readonly string[] =>
  what === 'shard' && collection === 'operations' ? doubtful : [];

/**
 * An older outbox may have come back, and its uploads would go over what the site has by now: where a post has got on
 * since, to be as base is no leave to send.
 */
function judgeUploads(tx: Transaction, endedAt: string): void {
  const confirmed = Map.groupBy(
    tx.all('revisions').filter(({ kind }) => kind === 'published'),
    ({ postId }) => postId,
  );
  for (const operation of tx.openOperations()) {
    const { task } = operation;
    if (!('revision' in task)) continue;
    const judged = judge(operation, task, tx.get('posts', task.postId), confirmed.get(task.postId) ?? []);
    if (judged === 'over') {
      const { checkFirst: _, unconfirmed: __, ...known } = operation;
      tx.put('operations', { ...known, state: 'done', lastError: null, notBefore: null, endedAt });
    } else if (judged === 'unclear') {
      tx.put('operations', askedAbout(tx, operation, 'update', endedAt));
    }
  }
}

type Upload = Extract<Operation['task'], { revision: number }>;

/** @param confirmed what the site has confirmed of the post's versions */
function judge(
  { createdAt, renewedAt = createdAt }: Operation,
  task: Upload,
  post: Post | undefined,
  confirmed: readonly Revision[],
): 'over' | 'unclear' | 'open' {
  const newest = Math.max(0, ...confirmed.map(({ postRevision = 0 }) => postRevision));
  // Step one of making it may be all that there is on the site.
  if (task.kind === 'create-post' && post?.base)
    return post.base.fields.slug === task.lookupSlug ? 'open' : 'over';
  if (!post) return newest > task.revision ? 'over' : 'open';
  // It is itself older than what was confirmed: nothing is known.
  if (!post.base || post.revision < newest) return 'open';
  if (newest > task.revision) return 'over';
  if (post.revision > task.revision) return isDraft(post) || isDistrusted(post) ? 'unclear' : 'over';
  // Of one version, a draft can be confirmed while its publishing waits.
  const isThis = ({ postRevision, fields, keptAt }: Revision) =>
    postRevision === task.revision && fields.status === task.fields.status && keptAt >= renewedAt;
  return confirmed.some(isThis) ? 'over' : 'open';
}

/** The operation as one that a person has to decide about. */
function askedAbout(
  tx: Transaction,
  operation: Operation,
  what: 'update' | 'altered',
  endedAt: string,
): Operation {
  const host = hostOf(tx.get('sites', operation.siteId)?.url ?? '');
  const lastError = { kind: 'after-restore', what, host } as const;
  // If it goes out after all, it is looked for first.
  const maybe = operation.state === 'queued' ? {} : { unconfirmed: true };
  return { ...operation, ...maybe, state: 'failed', lastError, notBefore: null, endedAt };
}

/** Each reply that was written here goes with the operation that makes it; one without stands in its thread for ever. */
function returnReplies(tx: Transaction, clock: Pick<Clock, 'now'>): void {
  const endedAt = clock.now().toISOString();
  for (const { id, remoteId, siteId, parentRemoteId, raw, status } of tx.all('comments')) {
    if (remoteId !== null) continue;
    const open = tx.openOperations(onComment(id));
    if (open.some(({ task }) => task.kind === 'create-reply')) continue;
    // It has arrived: its site's copy comes, or is here.
    const isSent = tx.all('operations').some(({ state, task }) => state === 'done' && makes(task, id));
    // What was decided about it waits for it in vain.
    for (const operation of open) tx.put('operations', { ...operation, state: 'cancelled', endedAt });
    const answered = commentId(siteId, parentRemoteId);
    // The words of one that was taken back or cancelled are in the reply box already.
    const isThere = hasParagraphs(tx.get('replyDrafts', answered)?.content ?? '', raw);
    if (status === 'approved' && !isSent && !isThere) returnWords(tx, clock, answered, raw);
    tx.remove('comments', id);
  }
}

const makes = (task: Operation['task'], commentId: string): boolean =>
  task.kind === 'create-reply' && task.commentId === commentId;

/** Whether `words` stand in `text` as a whole, not as a part of other ones. */
const hasParagraphs = (text: string, words: string): boolean =>
  `\n\n${text}\n\n`.includes(`\n\n${words}\n\n`);
