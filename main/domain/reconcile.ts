import { type Comment, commentId } from './comment.ts';
import { isDraft, type Post, type PostFields, type ServerToken, sameFields, sameToken } from './post.ts';

/** A post as the server holds it now. */
export interface ServerPost {
  remoteId: number;
  fields: PostFields;
  token: ServerToken;
  link: string;
  /** UTC, ISO with `Z`; empty for a date that the server does not know. */
  dateGmt: string;
  authorId: number;
  commentsOpen: boolean;
  rendered: string;
  /** False for a status that Copydesk cannot edit. */
  editable: boolean;
}

/** A comment as the server holds it now. */
export type ServerComment = Pick<
  Comment,
  'postRemoteId' | 'parentRemoteId' | 'type' | 'author' | 'dateGmt' | 'raw' | 'rendered' | 'link' | 'status'
> & { remoteId: number };

interface PostContext {
  siteId: string;
  /** Local id for a post that is not in the library yet. */
  newId: string;
  /** Time of the pull, ISO. */
  now: string;
  authorName: string;
}

const shownFacts = (remote: ServerPost, authorName: string): NonNullable<Post['remote']> => ({
  link: remote.link,
  dateGmt: remote.dateGmt,
  authorId: remote.authorId,
  authorName,
  commentsOpen: remote.commentsOpen,
  rendered: remote.rendered,
  editable: remote.editable,
});

/**
 * What a post becomes here when the server's version arrives. Words that exist only here are never replaced: if both
 * sides moved on from base, the server's version is kept beside them as a conflict.
 *
 * | here | there | becomes |
 * |---|---|---|
 * | not known | any | a copy of theirs |
 * | as base | any | theirs |
 * | changed | as base | ours, newer token |
 * | changed | same words as ours | ours = theirs = base |
 * | changed | changed otherwise | ours, conflict with theirs |
 */
export function reconcilePost(local: Post | undefined, remote: ServerPost, context: PostContext): Post {
  const facts = shownFacts(remote, context.authorName);
  const base = { fields: remote.fields, token: remote.token };
  if (!local) {
    const date = remote.dateGmt || context.now;
    return {
      id: context.newId,
      siteId: context.siteId,
      remoteId: remote.remoteId,
      fields: remote.fields,
      base,
      revision: 1,
      conflict: null,
      remote: facts,
      createdAt: date,
      editedAt: date,
    };
  }
  if (!isDraft(local)) {
    const changed = !sameFields(local.fields, remote.fields);
    return {
      ...local,
      fields: remote.fields,
      base,
      remote: facts,
      conflict: null,
      revision: local.revision + (changed ? 1 : 0),
      editedAt: changed ? context.now : local.editedAt,
    };
  }
  const theirsMoved =
    local.base === null ||
    (!sameToken(local.base.token, remote.token) && !sameFields(local.base.fields, remote.fields));
  if (!theirsMoved) return { ...local, base, remote: facts, conflict: null };
  if (sameFields(local.fields, remote.fields)) return { ...local, base, remote: facts, conflict: null };
  const noticedAt = local.conflict?.noticedAt ?? context.now;
  return { ...local, remote: facts, conflict: { ...base, noticedAt } };
}

/**
 * What a comment becomes here when the server's version arrives. A decision that is still on its way keeps its status
 * here; everything else is the server's.
 *
 * @param decisionOnItsWay whether an open operation concerns this comment
 */
export function reconcileComment(
  local: Comment | undefined,
  remote: ServerComment,
  siteId: string,
  decisionOnItsWay: boolean,
): Comment {
  return {
    id: local?.id ?? commentId(siteId, remote.remoteId),
    siteId,
    remoteId: remote.remoteId,
    postRemoteId: remote.postRemoteId,
    parentRemoteId: remote.parentRemoteId,
    type: remote.type,
    author: remote.author,
    dateGmt: remote.dateGmt,
    raw: remote.raw,
    rendered: remote.rendered,
    link: remote.link,
    status: local && decisionOnItsWay ? local.status : remote.status,
    baseStatus: remote.status,
  };
}

/**
 * What a post becomes once the site has confirmed an upload. The words on screen win over the site's copy of them: if
 * someone went on typing, or the site stored something else than was sent, the post stays a draft and nothing is lost.
 *
 * @param sent the fields that were uploaded, at local revision `revision`
 */
export function confirmUpload(
  local: Post,
  sent: PostFields,
  revision: number,
  remote: ServerPost,
  authorName: string,
): Post {
  const storedAsMeant = remote.fields.body === sent.body && remote.fields.title.trim() === sent.title.trim();
  const untouchedSince = local.revision === revision;
  const fields =
    storedAsMeant && untouchedSince
      ? remote.fields
      : { ...local.fields, slug: local.fields.slug || remote.fields.slug, status: remote.fields.status };
  const { fromBackup: _, ...post } = local;
  return {
    ...post,
    remoteId: remote.remoteId,
    fields,
    base: { fields: remote.fields, token: remote.token },
    conflict: null,
    remote: shownFacts(remote, authorName),
  };
}
