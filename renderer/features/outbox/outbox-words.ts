import type { CallOutput } from '../../data/request.ts';
import type { SourceTexts } from '../../i18n/resources.ts';
import type { CommentFilter } from '../comments/desk-words.ts';

export type OutboxList = CallOutput<'outbox', 'list'>;
export type OperationRow = OutboxList['waiting'][number];

/** What an operation does, by the names of its texts. */
export type Deed = keyof SourceTexts['outbox']['what'];

const decisionDeeds = { approved: 'approve', pending: 'hold', spam: 'spam', trash: 'trash' } as const;
type Decided = keyof typeof decisionDeeds;

const isDecided = (status: OperationRow['becomes']): status is Decided =>
  status !== null && Object.hasOwn(decisionDeeds, status);

/** What the operation does, for its icon and words. */
export function deedOf({ kind, becomes }: Pick<OperationRow, 'kind' | 'becomes'>): Deed {
  switch (kind) {
    case 'create-post':
      if (becomes === 'draft') return 'createDraft';
      return becomes === 'pending' ? 'forReview' : 'publish';
    case 'update-post':
      return 'update';
    case 'create-reply':
      return 'reply';
    case 'set-comment-status':
      return isDecided(becomes) ? decisionDeeds[becomes] : 'hold';
  }
}

/** What a person can do about an operation. */
export type OutboxAction =
  | 'reconnect'
  | 'retry'
  | 'checkNow'
  | 'cancel'
  | 'openPost'
  | 'openComment'
  | 'openOnSite';

/**
 * What fits the state of an operation, the main thing first. There is no cancel for what may have arrived: the site is
 * asked instead.
 */
export function actionsFor(row: OperationRow): readonly OutboxAction[] {
  switch (row.state) {
    case 'failed':
      return actionsAfterFailure(row);
    case 'queued':
      return ['cancel'];
    case 'sent-unconfirmed':
      return ['checkNow'];
    case 'done':
      if (row.commentId !== null) return ['openComment'];
      return row.link === '' ? [] : ['openOnSite'];
    case 'sending':
    case 'cancelled':
      return [];
  }
}

function actionsAfterFailure({ error, postId }: OperationRow): readonly OutboxAction[] {
  switch (error?.kind) {
    case 'auth-expired':
      return ['reconnect', 'retry', 'cancel'];
    // Trying again cannot help until someone has chosen a version or changed the words.
    case 'conflict':
      return ['openPost', 'cancel'];
    default:
      return postId === null ? ['retry', 'cancel'] : ['retry', 'openPost', 'cancel'];
  }
}

/** The list in which the comment of an operation is found. */
export const listOf = ({ becomes }: Pick<OperationRow, 'becomes'>): CommentFilter =>
  isDecided(becomes) ? becomes : 'approved';

/** For each waiting operation, the number (from 1) of the one on the same target that goes before it, or null. */
export function predecessors(waiting: readonly OperationRow[]): readonly (number | null)[] {
  return waiting.map((row, index) => {
    const earlier = waiting.slice(0, index).findLastIndex((other) => sameTarget(other, row));
    return earlier < 0 ? null : earlier + 1;
  });
}

function sameTarget(a: OperationRow, b: OperationRow): boolean {
  if (a.siteId !== b.siteId) return false;
  if (a.postId !== null || b.postId !== null) return a.postId === b.postId;
  // A reply is a comment of its own: it does not wait for the decision on the one it answers.
  return a.kind === b.kind && a.kind === 'set-comment-status' && a.commentId === b.commentId;
}

/** What Enter does on an operation: the main thing, but never the withdrawal, which has a key of its own. */
export function mainAction(row: OperationRow): OutboxAction | null {
  const [main] = actionsFor(row);
  return main === undefined || main === 'cancel' ? null : main;
}
