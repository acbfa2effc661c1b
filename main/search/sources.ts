import type { Comment } from '../domain/comment.ts';
import { isPing } from '../domain/ping.ts';
import { NO_SITE_LANGUAGE, type Post, sortDate, statusThere } from '../domain/post.ts';
import type { Site } from '../domain/site.ts';
import type { Library } from '../library/library.ts';
import type { RecordKey, Source } from './protocol.ts';

/** What the index is to hold of a record right now; null if it is gone, or removed for the person. */
export function sourceOf(library: Pick<Library, 'get'>, { kind, id }: RecordKey): Source | null {
  if (kind === 'comment') {
    const comment = library.get('comments', id);
    return comment ? commentSource(comment, library.get('sites', comment.siteId)) : null;
  }
  const post = library.get('posts', id);
  if (!post || post.fields.status === 'trash') return null;
  return postSource(post, post.siteId === null ? undefined : library.get('sites', post.siteId));
}

function commentSource(comment: Comment, site: Site | undefined): Source {
  const { id, siteId, remoteId, postRemoteId, parentRemoteId, author, status } = comment;
  return {
    kind: 'comment',
    ...{ id, siteId, remoteId, postRemoteId, parentRemoteId, status },
    siteLanguage: site?.language ?? NO_SITE_LANGUAGE,
    isPing: isPing(comment),
    author: author.name,
    email: author.email,
    text: comment.rendered || comment.raw,
    date: comment.dateGmt,
  };
}

function postSource(post: Post, site: Site | undefined): Source {
  const { id, siteId, remoteId, fields, remote } = post;
  const { title, body, excerpt, slug } = fields;
  return {
    kind: 'post',
    ...{ id, siteId, remoteId, title, body, excerpt, slug },
    status: statusThere(post),
    siteLanguage: site?.language ?? NO_SITE_LANGUAGE,
    author: remote?.authorName ?? site?.user.name ?? '',
    date: sortDate(post),
  };
}
