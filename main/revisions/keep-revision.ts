import type { Clock } from '../clock.ts';
import { type Post, type PostFields, sameFields } from '../domain/post.ts';
import { changedCharacters, isDue, type Revision, type RevisionKind } from '../domain/revision.ts';
import { isProtected, thin } from '../domain/revision-thinning.ts';
import { readAgain } from '../domain/trusted-clock.ts';
import { countWords } from '../domain/word-count.ts';
import type { Transaction } from '../library/transaction.ts';
import { timeToForgetBy } from './time-to-forget-by.ts';

interface Kept {
  kind: RevisionKind;
  fields: PostFields;
  /** Since when the post had these words (ISO); left out for an event, which has its own time: now. */
  at?: string;
  /** The version number at which the post had these words, 0 if it never did; left out: it has them. */
  postRevision?: number;
}

const BLANK = { title: '', body: '', excerpt: '' };

/**
 * Keeps a version of a post in this transaction, and thins those kept before. Equal to the one kept last, it is no
 * second one: that one becomes what it is kept for, if it was kept for less.
 *
 * @returns the post, which names the version: to be put by the caller
 */
export function keepRevision(tx: Transaction, post: Post, kept: Kept, clock: Clock): Post {
  const keptAt = clock.now().toISOString();
  const { kind, fields, at = keptAt, postRevision = post.revision } = kept;
  const newest = newestOf(tx, post);
  const place = { siteId: post.siteId, remoteId: post.remoteId };
  const newestNumber = newest?.postRevision ?? 0;
  if (newest && sameFields(newest.fields, fields)) {
    const number = Math.max(newestNumber, postRevision);
    // That the site has confirmed a later save of the same words says that older uploads are over.
    if (isMore(kind, newest.kind) || (kind === 'published' && number > newestNumber))
      tx.put('revisions', { ...newest, kind, at, keptAt, postRevision: number, place });
    return post;
  }
  const id = clock.createId();
  const words = countWords(fields.body, 'en'); // Bulgarian words are told apart by the same rules
  const changed = changedCharacters(newest?.fields ?? BLANK, fields);
  const { length } = fields.body;
  const when = { at, keptAt, postRevision };
  const revision = { id, postId: post.id, kind, fields, ...when, words, length, changed, place };
  thinOut(tx, revision);
  tx.put('revisions', revision);
  // Older words that are kept late are not what the next ones are compared with.
  return postRevision < newestNumber ? post : { ...post, newestRevision: id };
}

/** Keeps the present version of a post before `next` takes its place, if enough time or text lies between. */
export function keepIfDue(tx: Transaction, post: Post, next: PostFields, clock: Clock): Post {
  if (!isDue(post, newestOf(tx, post), next, clock.now().toISOString())) return post;
  return keepRevision(tx, post, { kind: 'edited', fields: post.fields, at: post.editedAt }, clock);
}

/**
 * The version that the site has confirmed, see {@link keepRevision}.
 *
 * @param postRevision the version number that was uploaded: much can have been written since
 */
export const keepPublished = (
  tx: Transaction,
  post: Post,
  fields: PostFields,
  postRevision: number,
  clock: Clock,
): Post => keepRevision(tx, post, { kind: 'published', fields, postRevision }, clock);

const newestOf = (tx: Transaction, { newestRevision }: Post): Revision | undefined =>
  newestRevision === undefined ? undefined : tx.get('revisions', newestRevision);

/** What was published is called so, whatever else it is; and what would be thinned becomes what is not. */
const isMore = (kind: RevisionKind, than: RevisionKind): boolean =>
  kind !== than && (kind === 'published' || (isProtected(kind) && !isProtected(than)));

/** Thins those kept before `added`, which is not among them yet. */
function thinOut(tx: Transaction, added: Revision): void {
  const { postId, keptAt } = added;
  const before = tx.all('revisions').filter((revision) => revision.postId === postId);
  const stay = new Set(thin([...before, added], timeToForgetBy(tx, keptAt, readAgain)));
  for (const revision of before) if (!stay.has(revision)) tx.remove('revisions', revision.id);
}
