import type { AppError } from '../../../main/domain/app-error.ts';
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
    case 'two-versions':
      return 'choose';
  }
}

/** Whether it is about a post, rather than about a comment. */
export const isAboutPost = ({ kind }: Pick<OperationRow, 'kind'>): boolean =>
  kind === 'create-post' || kind === 'update-post' || kind === 'two-versions';

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
  return actionsIn(row).filter((action) => action !== 'cancel' || row.mayCancel);
}

function actionsIn(row: OperationRow): readonly OutboxAction[] {
  switch (row.state) {
    case 'failed':
      return actionsAfterFailure(row);
    case 'queued':
      // What comes from a backup may be on the site already, and is asked about like what had no answer.
      if (row.waitingFor === 'check') return ['checkNow'];
      return row.waitingFor === 'password' ? ['reconnect', 'cancel'] : ['cancel'];
    case 'sent-unconfirmed':
      return row.waitingFor === 'password' ? ['reconnect'] : ['checkNow'];
    case 'done':
      if (row.commentId !== null) return ['openComment'];
      return row.link === '' ? [] : ['openOnSite'];
    case 'sending':
    case 'cancelled':
      return [];
  }
}

function actionsAfterFailure({ kind, error, postId }: OperationRow): readonly OutboxAction[] {
  if (kind === 'two-versions') return ['openPost'];
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

/** The row on which the one primary button of the page lies: the first that only a person can help. */
export function primaryRow({ needsYou, waiting }: OutboxList): OperationRow | undefined {
  return needsYou[0] ?? waiting.find(({ waitingFor }) => waitingFor === 'password');
}

/** Where the cursor is when the outbox opens: on what goes next, else on what needs the person. */
export const startingRow = ({ needsYou, waiting, sent }: OutboxList): string | null =>
  (waiting[0] ?? needsYou[0] ?? sent[0])?.id ?? null;

/** Whether a site does not answer, rather than this computer having no network or not trusting it. */
export const isSilence = (error: AppError): boolean =>
  error.kind === 'offline' && error.reason !== 'no-network' && error.reason !== 'certificate';

/** What Enter does on an operation: the main thing, but never the withdrawal, which has a key of its own. */
export function mainAction(row: OperationRow): OutboxAction | null {
  const [main] = actionsFor(row);
  return main === undefined || main === 'cancel' ? null : main;
}
