import type { z } from 'zod';
import type { operationRowSchema } from '../../preload/contract/outbox.ts';
import { guessLanguage } from '../domain/language.ts';
import { type Operation, onPost, targetOf } from '../domain/operation.ts';
import { plainText } from '../domain/plain-text.ts';
import type { Post } from '../domain/post.ts';
import type { Library } from '../library/library.ts';

const EXCERPT_LENGTH = 80;

/**
 * Posts that changed on both sides and wait for a choice, longest first. One whose upload was refused is not among
 * them: the operation says it, and nobody is to be asked twice about one post.
 */
export function unchosenPosts(posts: readonly Post[], operations: readonly Operation[]): Post[] {
  const refused = new Set(
    operations.flatMap(({ state, task }) => (state === 'failed' ? [targetOf(task)] : [])),
  );
  return posts
    .filter(({ id, siteId, conflict }) => siteId !== null && conflict !== null && !refused.has(onPost(id)))
    .sort((a, b) => ((a.conflict?.noticedAt ?? '') < (b.conflict?.noticedAt ?? '') ? -1 : 1));
}

/** Such a post as a row of the outbox. Its id is of no operation: there is nothing to try again or to withdraw. */
export function twoVersionsRow(post: Post, library: Library): z.infer<typeof operationRowSchema> {
  const site = post.siteId === null ? undefined : library.get('sites', post.siteId);
  const { title, body } = post.fields;
  const subject = title.trim() === '' ? plainText(body.slice(0, 2000), EXCERPT_LENGTH).text : title;
  return {
    id: `post:${post.id}`,
    siteId: post.siteId ?? '',
    siteTitle: site?.title ?? '',
    timeZone: site?.timeZone ?? '',
    kind: 'two-versions',
    subject,
    excerpt: '',
    language: guessLanguage(subject, site?.language ?? 'en'),
    becomes: null,
    state: 'failed',
    attempts: 0,
    waitingFor: null,
    after: null,
    mayCancel: false,
    error: { kind: 'conflict', what: 'post', id: post.id },
    nextTryAt: null,
    createdAt: post.editedAt,
    endedAt: post.conflict?.noticedAt ?? null,
    postId: post.id,
    commentId: null,
    link: '',
  };
}
