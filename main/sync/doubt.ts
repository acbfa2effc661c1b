import { type Operation, onPost } from '../domain/operation.ts';
import { mayRun } from '../domain/outbox-order.ts';
import type { Post } from '../domain/post.ts';
import type { Transaction } from '../library/transaction.ts';
import type { RemotePost } from '../sites/site-client.ts';
import { sameWords } from './check-new-post.ts';

/** From here on each site is asked whether it has a draft before that is sent there for the first time. */
export function doubtDrafts(tx: Transaction): void {
  for (const post of tx.all('posts')) {
    if (post.remoteId === null && !post.fromBackup) tx.put('posts', { ...post, fromBackup: true });
  }
}

/** What waits may have been sent: from here on each site is asked about it before that is done. */
export function doubtOperations(tx: Transaction): void {
  for (const operation of tx.openOperations()) {
    tx.put('operations', { ...asIfSent(operation), checkFirst: true });
  }
}

/**
 * A request that makes something new may be under way, and lands after the site was asked. So what would make it again
 * counts as sent without an answer even if the site does not have it.
 */
function asIfSent(operation: Operation): Operation {
  const { kind } = operation.task;
  const makesNew = kind === 'create-post' || kind === 'create-reply';
  return makesNew && mayRun(operation) ? { ...operation, unconfirmed: true } : operation;
}

/** Drafts for a site that are doubtful, and for which nothing is on its way: the site may have got them already. */
export function draftsFromBackup(tx: Transaction, siteId: string): Post[] {
  const drafts = tx
    .all('posts')
    .filter((post) => post.fromBackup && post.siteId === siteId && post.remoteId === null)
    .filter(({ fields, setAsideFrom }) => fields.status !== 'trash' && setAsideFrom === undefined);
  if (drafts.length === 0) return drafts;
  return drafts.filter(({ id }) => tx.openOperations(onPost(id)).length === 0);
}

/**
 * The doubtful draft that a post of the site was made of, as a copy of that post: with the same words there is
 * nothing to lose, and as a draft beside it it would be published a second time. With other words both stay. Each of
 * the drafts is taken once.
 */
export function becomeOfDraft(drafts: Post[], remote: RemotePost): Post | undefined {
  const isIt = ({ fields }: Post) => remote.fields.status !== 'trash' && sameWords(fields, remote.fields);
  const at = drafts.findIndex(isIt);
  const [draft] = at === -1 ? [] : drafts.splice(at, 1);
  if (!draft) return undefined;
  const { fromBackup: _, ...post } = draft;
  const { remoteId, fields, token } = remote;
  return { ...post, remoteId, fields, base: { fields, token } };
}
