import type { Clock } from '../clock.ts';
import { commentId } from '../domain/comment.ts';
import { newPost } from '../domain/new-post.ts';
import { hasOwnWords, type Post } from '../domain/post.ts';
import type { Transaction } from '../library/transaction.ts';
import { forgetRevisionsOf, releaseRevisionsOf } from '../revisions/follow-their-posts.ts';

/** Words that exist only here outlive their site: such posts become drafts for no site. Answers how many. */
export function releaseDrafts(tx: Transaction, siteId: string, clock: Clock): number {
  const drafts = tx.all('posts').filter((post) => post.siteId === siteId && hasOwnWords(post));
  for (const post of drafts) {
    const fields = {
      ...post.fields,
      slug: '',
      status: isRemoved(post) ? ('trash' as const) : ('draft' as const),
    };
    const nowhere = { siteId: null, remoteId: null, base: null, conflict: null, remote: null };
    tx.put('posts', { ...post, fields, ...nowhere });
  }
  releaseRevisionsOf(tx, new Set(drafts.map(({ id }) => id)));
  return drafts.filter((post) => !isRemoved(post)).length + releaseReplies(tx, siteId, clock);
}

/**
 * Replies that have not arrived, and those still being written, become drafts named after whom they answer. The words
 * of one that was taken back are in the reply box already.
 */
function releaseReplies(tx: Transaction, siteId: string, clock: Clock): number {
  const answered = (id: string) => tx.get('comments', id)?.author.name ?? '';
  const isTakenBack = (replyId: string) => tx.get('comments', replyId)?.status === 'trash';
  const unsent = tx.openOperations().flatMap(({ siteId: of, task }) => {
    if (of !== siteId || task.kind !== 'create-reply') return [];
    if (isTakenBack(task.commentId)) return [];
    return [{ name: answered(commentId(siteId, task.parentRemoteId)), body: task.content }];
  });
  const written = tx
    .all('replyDrafts')
    .filter(({ id }) => id.startsWith(`${siteId}/`))
    .map(({ id, content }) => ({ name: answered(id), body: content }));
  for (const { name, body } of [...unsent, ...written]) {
    tx.put('posts', newPost(clock.createId(), null, { title: `@${name}`, body }, clock.now().toISOString()));
  }
  return unsent.length + written.length;
}

/** A draft that someone removed stays removed: it can be restored until its thirty days are over. */
const isRemoved = ({ base, fields }: Post): boolean => base === null && fields.status === 'trash';

/**
 * Forgets everything that came from a site or was on its way to it, earlier versions of its posts included. Those of a
 * draft that was released before are kept with it.
 */
export function clearSite(tx: Transaction, siteId: string): void {
  const ofSite = tx.all('posts').filter((post) => post.siteId === siteId);
  forgetRevisionsOf(tx, new Set(ofSite.map(({ id }) => id)));
  for (const collection of [
    'posts',
    'comments',
    'operations',
    'decisions',
    'setAside',
    'savedSearches',
  ] as const) {
    for (const record of tx.all(collection)) if (record.siteId === siteId) tx.remove(collection, record.id);
  }
  for (const { id } of tx.all('replyDrafts')) if (id.startsWith(`${siteId}/`)) tx.remove('replyDrafts', id);
  tx.remove('contacts', siteId);
}
