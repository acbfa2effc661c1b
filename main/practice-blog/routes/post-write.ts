import { type Call, OWNER_ID } from '../rest/call.ts';
import { ok, type Reply, refuse, refuseStranger } from '../rest/reply.ts';
import { flag, or, read } from '../rest/rules.ts';
import { toStamp } from '../site-time.ts';
import type { PracticePost, PracticeState } from '../state.ts';
import { uniqueSlug } from '../text/slug.ts';
import { applyFields, readSentFields } from './post-fields.ts';
import { isSlugTaken, viewPost } from './post-view.ts';

/** `POST /posts`. */
export function createPost(call: Call): Reply {
  const sent = readSentFields(call);
  if ('refused' in sent) return sent.refused;
  if (call.params.has('id')) return refuse(400, 'rest_post_exists', 'The post exists already.');
  if (!call.signedIn) return refuseStranger('rest_cannot_create', 'Only users who write may create posts.');
  const post = blankPost(call);
  const refused = applyFields(call, post, sent.values);
  if (refused !== null) return refused;
  // A post born with a chosen date carries it as its time of change too, so `modified_after` can miss it.
  post.modified_gmt = post.date_gmt;
  call.state.posts.push(post);
  return ok(viewPost(call, post, 'edit'), 201, {
    Location: `${call.base}/wp-json/wp/v2/posts/${post.id}`,
  });
}

/** `POST`, `PUT` or `PATCH /posts/<id>`: they mean the same. Even an empty update moves `modified`. */
export function updatePost(call: Call, id: number): Reply {
  const sent = readSentFields(call);
  if ('refused' in sent) return sent.refused;
  const post = call.state.posts.find((one) => one.id === id);
  if (post === undefined) return refuse(404, 'rest_post_invalid_id', 'There is no such post.');
  if (!call.signedIn) return refuseStranger('rest_cannot_edit', 'Only its editors may edit this post.');
  const before = textOf(post);
  const refused = applyFields(call, post, sent.values);
  if (refused !== null) return refused;
  post.modified_gmt = toStamp(call.now);
  if (textOf(post) !== before || post.revisions.length === 0) addRevision(call.state, post);
  return ok(viewPost(call, post, 'edit'));
}

/** `DELETE /posts/<id>`: into the trash, or for good with `force`. Nothing remembers what was deleted for good. */
export function deletePost(call: Call, id: number): Reply {
  const asked = read(call.params, { force: or(false, flag) });
  if ('refused' in asked) return asked.refused;
  const post = call.state.posts.find((one) => one.id === id);
  if (post === undefined) return refuse(404, 'rest_post_invalid_id', 'There is no such post.');
  if (!call.signedIn) return refuseStranger('rest_cannot_delete', 'Only its editors may delete this post.');
  if (asked.values.force) {
    const previous = viewPost(call, post, 'edit');
    call.state.posts = call.state.posts.filter((one) => one.id !== id);
    call.state.comments = call.state.comments.filter((comment) => comment.post !== id);
    return ok({ deleted: true, previous });
  }
  if (post.status === 'trash')
    return refuse(410, 'rest_already_trashed', 'The post is in the trash already.');
  trashPost(call, post);
  return ok(viewPost(call, post, 'edit'));
}

/** Its comments go with it, and stay `post-trashed` when the post comes back by a status alone. */
function trashPost(call: Call, post: PracticePost): void {
  post.status = 'trash';
  post.slug = uniqueSlug(`${post.slug}__trashed`, isSlugTaken(call, post.id));
  post.modified_gmt = toStamp(call.now);
  if (post.revisions.length === 0) addRevision(call.state, post);
  for (const comment of call.state.comments) {
    if (comment.post === post.id) comment.status = 'post-trashed';
  }
}

/**
 * What `wp_cron` does: a scheduled post whose time has come is out, and `modified` does not move.
 * Answers the changed state, or null when nothing was due.
 */
export function publishDue(state: PracticeState, now: Date): PracticeState | null {
  const isDue = (post: PracticePost) => post.status === 'future' && post.date_gmt <= toStamp(now);
  if (!state.posts.some(isDue)) return null;
  const posts = state.posts.map((post) => (isDue(post) ? { ...post, status: 'publish' as const } : post));
  return { ...state, posts };
}

function blankPost(call: Call): PracticePost {
  const now = toStamp(call.now);
  return {
    id: takePostId(call.state),
    status: 'draft',
    slug: '',
    title: '',
    content: '',
    excerpt: '',
    password: '',
    date_gmt: now,
    dateFloats: true,
    modified_gmt: now,
    author: OWNER_ID,
    comment_status: 'open',
    ping_status: 'open',
    sticky: false,
    format: 'standard',
    categories: [call.state.settings.default_category],
    tags: [],
    revisions: [],
  };
}

/** Texts alone make a revision; status, slug, dates and terms do not. */
function textOf(post: PracticePost): string {
  return JSON.stringify([post.title, post.content, post.excerpt]);
}

function addRevision(state: PracticeState, post: PracticePost): void {
  post.revisions.push(takePostId(state));
}

function takePostId(state: PracticeState): number {
  state.nextId.post += 1;
  return state.nextId.post - 1;
}
