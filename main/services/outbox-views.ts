import type { z } from 'zod';
import type { operationRowSchema } from '../../preload/contract/outbox.ts';
import { commentId } from '../domain/comment.ts';
import { guessLanguage } from '../domain/language.ts';
import { isAltered, type Operation } from '../domain/operation.ts';
import { plainText } from '../domain/plain-text.ts';
import type { Site } from '../domain/site.ts';
import { waiting } from '../domain/waiting.ts';
import type { Library } from '../library/library.ts';
import type { SyncState } from '../sync/engine.ts';

type Row = z.infer<typeof operationRowSchema>;

const EXCERPT_LENGTH = 120;

/**
 * Whether an operation can be withdrawn. What may stand on the site would be made twice if it were forgotten here; a
 * status does no harm. What damage has altered is no use to anybody: the site would be asked for something else.
 */
export function mayCancel(operation: Operation): boolean {
  if (isAltered(operation)) return true;
  const { state, task, unconfirmed, checkFirst } = operation;
  const mayBeThere = (unconfirmed || checkFirst) && task.kind.startsWith('create-');
  return (state === 'queued' || state === 'failed') && !mayBeThere;
}

/**
 * An operation as a row of the outbox.
 *
 * @param before id of the operation that has to go before it, if any
 */
export function operationRow(
  operation: Operation,
  before: string | undefined,
  library: Library,
  sync: SyncState,
): Row {
  const { id, siteId, state, attempts, createdAt, endedAt, task, lastError, notBefore } = operation;
  const site = library.get('sites', siteId);
  const standing = { needsPassword: site?.needsPassword ?? false, error: sync.error };
  const waits = waiting(operation, before, standing);
  return {
    ...{ id, siteId, state, attempts, createdAt, endedAt, kind: task.kind },
    siteTitle: site?.title ?? '',
    timeZone: site?.timeZone ?? '',
    waitingFor: waits?.waitingFor ?? null,
    after: waits?.after ?? null,
    mayCancel: mayCancel(operation),
    error: waits === null ? lastError : waits.error,
    // Nothing is tried by itself while a password is missing.
    nextTryAt: waits === null || standing.needsPassword ? null : later(notBefore, sync.nextTryAt),
    ...(task.kind === 'create-post' || task.kind === 'update-post'
      ? postSubject(task, site, library)
      : commentSubject(siteId, task, site, library)),
  };
}

/** Its own pause and its site's have to be over, both; the times are ISO. */
const later = (own: string | null, ofSite: string | null): string | null =>
  [own, ofSite]
    .flatMap((time) => time ?? [])
    .sort()
    .at(-1) ?? null;

type Task<K extends Operation['task']['kind']> = Extract<Operation['task'], { kind: K }>;
type Subject = Pick<Row, 'subject' | 'excerpt' | 'language' | 'becomes' | 'postId' | 'commentId' | 'link'>;

function postSubject(
  { postId, fields }: Task<'create-post' | 'update-post'>,
  site: Site | undefined,
  library: Library,
): Subject {
  return {
    subject: fields.title,
    excerpt: '',
    language: guessLanguage(fields.title, languageOf(site)),
    becomes: fields.status === 'trash' ? null : fields.status,
    postId,
    commentId: null,
    link: onSite(site, library.get('posts', postId)?.remote?.link),
  };
}

function commentSubject(
  siteId: string,
  task: Task<'set-comment-status' | 'create-reply'>,
  site: Site | undefined,
  library: Library,
): Subject {
  const isReply = task.kind === 'create-reply';
  const answered = isReply ? commentId(siteId, task.parentRemoteId) : task.commentId;
  const comment = library.get('comments', answered);
  const subject = comment?.author.name ?? '';
  const excerpt = isReply ? plainText(task.content, EXCERPT_LENGTH).text : '';
  return {
    subject,
    excerpt,
    language: guessLanguage(`${subject} ${excerpt}`, languageOf(site)),
    becomes: isReply ? null : task.status,
    postId: null,
    commentId: comment ? answered : null,
    link: onSite(site, comment?.link),
  };
}

const languageOf = (site: Site | undefined): string => site?.language ?? 'en';

/** The practice blog's addresses lead nowhere: it is in this program and nowhere else. */
const onSite = (site: Site | undefined, link = ''): string => (site?.platform === 'practice' ? '' : link);
