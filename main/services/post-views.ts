import type { z } from 'zod';
import type {
  postDetailSchema,
  postFilterSchema,
  postRowSchema,
  postSyncSchema,
} from '../../preload/contract/posts.ts';
import { guessLanguage } from '../domain/language.ts';
import { byPlace, type Operation, onPost, targetOf } from '../domain/operation.ts';
import { goesFirst } from '../domain/outbox-order.ts';
import { plainText } from '../domain/plain-text.ts';
import {
  isDraft,
  NO_SITE_LANGUAGE,
  type Post,
  type PostFields,
  sameFields,
  sortDate,
  statusThere,
} from '../domain/post.ts';
import type { Site } from '../domain/site.ts';
import { isInThread } from '../domain/thread.ts';
import { type WaitingFor, waiting } from '../domain/waiting.ts';
import type { Library } from '../library/library.ts';
import type { Reader } from '../library/transaction.ts';

export type PostSync = z.infer<typeof postSyncSchema>;
type PostDetail = z.infer<typeof postDetailSchema>;
export type PostFilter = z.infer<typeof postFilterSchema>;

/** The open operation of a post, the newest if there are several. */
export const openOperation = (reader: Reader, postId: string): Operation | null =>
  reader.openOperations(onPost(postId)).sort(byPlace).at(-1) ?? null;

/** How a post stands between here and its site. */
export function postSync(post: Post, operation: Operation | null): PostSync {
  if (post.conflict) return 'conflict';
  if (operation?.state === 'failed') return 'failed';
  if (operation?.state === 'sent-unconfirmed') return 'unconfirmed';
  if (operation) return 'waiting';
  if (post.remoteId === null) return 'local';
  return isDraft(post) ? 'changed' : 'same';
}

/** Whether a post belongs in a list. Removed drafts are in none. */
export function inFilter(post: Post, filter: PostFilter): boolean {
  const status = statusThere(post);
  if (status === 'trash') return false;
  if (filter === 'drafts') return status === 'draft' || status === 'pending';
  if (filter === 'scheduled') return status === 'future';
  if (filter === 'published') return status === 'publish' || status === 'private';
  return true;
}

/** The version that an upload carries. */
const sentFields = (operation: Operation | null): PostFields | null =>
  operation && 'fields' in operation.task ? operation.task.fields : null;

/** Whether an upload carries all words of the post. Its address may be made when it is sent. */
function carriesAll({ fields }: Post, operation: Operation): boolean {
  const sent = sentFields(operation);
  return (
    sent !== null &&
    sameFields({ ...sent, slug: '', status: 'draft' }, { ...fields, slug: '', status: 'draft' })
  );
}

/** What is read from a post's words for its row. */
interface Gist {
  siteLanguage: string;
  excerpt: string;
  language: string;
}

/** Gists that were made already. Records are never changed in place, so that one holds as long as its record lives. */
const gists = new WeakMap<Post, Gist>();

/** The beginning of a post's words. A body is a file: to read a hundred of them for each list would be felt. */
function gistOf(post: Post, site: Site | undefined): Gist {
  const siteLanguage = site?.language ?? NO_SITE_LANGUAGE;
  const known = gists.get(post);
  if (known?.siteLanguage === siteLanguage) return known;
  const { title, body } = post.fields;
  const excerpt = plainText(body.slice(0, 2000), 80).text;
  const gist = { siteLanguage, excerpt, language: guessLanguage(`${title} ${excerpt}`, siteLanguage) };
  gists.set(post, gist);
  return gist;
}

/** A post as a row of a list. */
export function postRow(
  post: Post,
  site: Site | undefined,
  operation: Operation | null,
): z.infer<typeof postRowSchema> {
  const { excerpt, language } = gistOf(post, site);
  return {
    id: post.id,
    siteId: post.siteId,
    title: post.fields.title,
    excerpt,
    language,
    remoteId: post.remoteId,
    status: statusThere(post),
    sync: postSync(post, operation),
    becomes: sentFields(operation)?.status ?? null,
    setAsideFrom: (post.remoteId === null && post.setAsideFrom) || null,
    date: sortDate(post),
  };
}

/** The statuses that the site would accept for this post from this user. */
function sendable(post: Post, site: Site | undefined): ('draft' | 'pending' | 'publish')[] {
  if (!site) return [];
  const { writePosts, publishPosts, editPublishedPosts } = site.user.capabilities;
  const there = post.base?.fields.status;
  if (there === 'publish' || there === 'private' || there === 'future') {
    return editPublishedPosts ? ['publish'] : [];
  }
  if (!writePosts) return [];
  return publishPosts ? ['draft', 'publish'] : ['draft', 'pending'];
}

/** Whether the user may change the post: its status is one we know, and it is theirs or they may edit others'. */
function editable(post: Post, site: Site | undefined): boolean {
  if (!post.remote || !site) return true;
  const { editOthersPosts, editPublishedPosts } = site.user.capabilities;
  const mine = post.remote.authorId === site.user.id;
  const isPublic = post.base !== null && ['publish', 'private', 'future'].includes(post.base.fields.status);
  return post.remote.editable && (mine || editOthersPosts) && (!isPublic || editPublishedPosts);
}

const siteOf = ({ siteId }: Post, reader: Reader): Site | undefined =>
  siteId === null ? undefined : reader.get('sites', siteId);

/** What the user may do with a post; of a transaction, by what that has changed, too. */
export function rightsTo(post: Post, reader: Reader): Pick<PostDetail, 'editable' | 'sendable'> {
  const site = siteOf(post, reader);
  const mayEdit = editable(post, site);
  return { editable: mayEdit, sendable: mayEdit ? sendable(post, site) : [] };
}

function threadLength({ siteId, remoteId }: Post, library: Library): number {
  if (siteId === null || remoteId === null) return 0;
  return library.commentsUnder(siteId, remoteId).filter(isInThread).length;
}

/** A post with everything that the writing view shows. */
export function postDetail(post: Post, library: Library): PostDetail {
  const site = siteOf(post, library);
  const operation = openOperation(library, post.id);
  return {
    ...postRow(post, site, operation),
    fields: post.fields,
    revision: post.revision,
    editedAt: post.editedAt,
    setAsideTitle: library.get('posts', post.setAsideFrom?.postId ?? '')?.fields.title ?? null,
    link: post.remote?.link ?? '',
    authorName: post.remote?.authorName ?? site?.user.name ?? '',
    ...rightsTo(post, library),
    comments: threadLength(post, library),
    conflict: post.conflict && {
      theirs: post.conflict.fields,
      base: post.base?.fields ?? null,
      changedAt: post.conflict.token.modifiedGmt,
      noticedAt: post.conflict.noticedAt,
    },
    operation: operation && {
      id: operation.id,
      state: operation.state,
      carriesAll: carriesAll(post, operation),
      waitingFor: waitsFor(operation, site, library),
    },
  };
}

/** What keeps an upload from being sent right now, by what is known of its last contact with the site. */
function waitsFor(operation: Operation, site: Site | undefined, library: Library): WaitingFor | null {
  const error = library.get('contacts', operation.siteId)?.error ?? null;
  const standing = { needsPassword: site?.needsPassword ?? false, error };
  const first = goesFirst(library.openOperations(targetOf(operation.task))).get(operation.id);
  return waiting(operation, first, standing)?.waitingFor ?? null;
}
