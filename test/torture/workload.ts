import type { Comment, CommentStatus } from '../../main/domain/comment.ts';
import type { Transaction } from '../../main/library/transaction.ts';
import { aComment, aDecision, anOperation, aPost, aSite, someFields } from '../support/builders.ts';
import { type Seeded, seeded, seedFor } from '../support/seeded.ts';

const WORDS =
  'влак гара термос кондуктор slow train window билет Аврамово дъжд перон coffee \u2028 "quoted" 👍'.split(
    ' ',
  );
const STATUSES: readonly CommentStatus[] = ['pending', 'approved', 'spam', 'trash'];
const SITE = 'site-1';
const POSTS = 6;
const COMMENTS = 120;
const PAGE = 15;
/** A draft that has grown to this many characters is begun anew. */
const LONGEST = 12_000;

const words = (random: Seeded, count: number): string =>
  Array.from({ length: count }, () => random.pick(WORDS)).join(' ');
const commentId = (number: number) => `${SITE}/${number}`;

/** Someone goes on writing: each save is a little longer than the last. */
function saveDraft(tx: Transaction, random: Seeded, number: number): void {
  const id = `post-${random.below(POSTS)}`;
  const post = tx.get('posts', id) ?? aPost({ id, revision: 0, fields: someFields({ body: '' }) });
  const long = post.fields.body.length > LONGEST;
  const body = `${long ? '' : post.fields.body}<p>${words(random, random.pick([3, 30, 200]))}</p>`;
  const fields = { ...post.fields, title: words(random, 3), body };
  // Now and then the site agrees: the base holds the words, too.
  const base = random.chance(0.2)
    ? { fields, token: { modifiedGmt: String(number), revisionId: number } }
    : post.base;
  tx.put('posts', { ...post, fields, base, revision: post.revision + 1 });
}

/** A decision is three records that belong together. */
function decide(tx: Transaction, random: Seeded, number: number): void {
  const comment = tx.get('comments', commentId(random.below(COMMENTS)));
  if (!comment) {
    tx.put('contacts', { id: SITE, error: null, offlineSince: String(number) });
    return;
  }
  const after = random.pick(STATUSES);
  const operationId = `operation-${number}`;
  tx.put('comments', { ...comment, status: after });
  tx.put(
    'operations',
    anOperation({
      ...{ id: operationId, sequence: number },
      task: { kind: 'set-comment-status', commentId: comment.id, status: after },
    }),
  );
  const outcome = { before: comment.status, after, decidedAt: String(number), operationId };
  tx.put(
    'decisions',
    aDecision({
      id: `decision-${number}`,
      sequence: number,
      siteId: SITE,
      commentId: comment.id,
      ...outcome,
    }),
  );
}

/** A page of comments arrives. */
function pull(tx: Transaction, random: Seeded, number: number): void {
  const first = random.below(COMMENTS);
  tx.put('sites', aSite({ pulledAt: String(number) }));
  for (let place = 0; place < PAGE; place += 1) {
    const remoteId = (first + place) % COMMENTS;
    const raw = words(random, 5 + random.below(30));
    const comment: Comment = aComment({
      ...{ id: commentId(remoteId), remoteId, raw, rendered: `<p>${raw}</p>` },
      status: random.pick(STATUSES),
    });
    tx.put('comments', comment);
  }
}

/** What has been sent is forgotten, comments and drafts go. */
function remove(tx: Transaction, random: Seeded): void {
  for (const { id, sequence } of tx.all('operations')) {
    if (sequence % 3 !== 0) tx.remove('operations', id);
  }
  for (const { id, sequence } of tx.all('decisions')) if (sequence % 5 !== 0) tx.remove('decisions', id);
  for (let count = 0; count < 10; count += 1) tx.remove('comments', commentId(random.below(COMMENTS)));
  if (random.chance(0.3)) tx.remove('posts', `post-${random.below(POSTS)}`);
}

function saveReply(tx: Transaction, random: Seeded, number: number): void {
  const id = commentId(random.below(COMMENTS));
  if (random.chance(0.3)) tx.remove('replyDrafts', id);
  else tx.put('replyDrafts', { id, content: words(random, random.below(60)), savedAt: String(number) });
}

const KINDS = [saveDraft, saveDraft, saveDraft, decide, decide, pull, remove, saveReply];

/** Transaction `number` of a run. The same seed, number and state give the same changes in every process. */
export function applyTransaction(tx: Transaction, seed: number, number: number): void {
  const random = seeded(seedFor(seed, number));
  random.pick(KINDS)(tx, random, number);
}

/** How many transactions, beginning with `number`, are asked for at once. */
export function burstAt(seed: number, number: number): number {
  return seeded(seedFor(seed ^ 0x5bd1e995, number)).pick([1, 1, 1, 2, 4]);
}
