import type { Call } from '../rest/call.ts';
import { ordered, pageOf, pagingRules } from '../rest/paging.ts';
import { ok, type Reply, refuse, refuseStranger } from '../rest/reply.ts';
import { date, integers, oneOf, or, read, text } from '../rest/rules.ts';
import { toSiteTime } from '../site-time.ts';
import type { PracticeComment } from '../state.ts';
import { renderComment } from '../text/render.ts';
import { postLink } from './post-view.ts';
import { avatarUrls } from './users.ts';

const context = or('view' as const, oneOf(['view', 'embed', 'edit']));
const ids = or(undefined, integers);

const listRules = {
  ...pagingRules,
  context,
  status: or('approve', text),
  type: or('comment', text),
  post: ids,
  parent: ids,
  parent_exclude: ids,
  include: ids,
  exclude: ids,
  author: ids,
  author_email: or(undefined, text),
  search: or('', text),
  after: or(undefined, date('site')),
  before: or(undefined, date('site')),
  order: or('desc' as const, oneOf(['asc', 'desc'])),
  orderby: or('date_gmt' as const, oneOf(['date', 'date_gmt', 'id', 'include', 'post', 'parent', 'type'])),
};

type ListQuery = Extract<ReturnType<typeof readList>, { values: unknown }>['values'];

function readList(call: Call) {
  return read(call.params, listRules);
}

/** `GET /comments`. A page past the end is an empty list, and so is any status the read filter does not know. */
export function listComments(call: Call): Reply {
  const asked = readList(call);
  if ('refused' in asked) return asked.refused;
  const { values } = asked;
  const refused = call.signedIn ? null : refuseStrangersQuery(call, values);
  if (refused !== null) return refused;
  const found = sortComments(
    call.state.comments.filter((comment) => isAsked(call, comment, values)),
    values,
  );
  const { items, headers } = pageOf(found, values);
  return ok(
    items.map((comment) => viewComment(call, comment, values.context)),
    200,
    headers,
  );
}

/** `GET /comments/<id>`. */
export function showComment(call: Call, id: number): Reply {
  const asked = read(call.params, { context });
  if ('refused' in asked) return asked.refused;
  const comment = call.state.comments.find((one) => one.id === id);
  if (comment === undefined) return refuse(404, 'rest_comment_invalid_id', 'There is no such comment.');
  if (!call.signedIn && asked.values.context === 'edit')
    return refuseStranger('rest_forbidden_context', 'Only moderators may edit comments.');
  if (!call.signedIn && comment.status !== 'approved')
    return refuseStranger('rest_cannot_read', 'This comment is not public.');
  return ok(viewComment(call, comment, asked.values.context));
}

/** A comment as REST shows it: address, agent, mail and raw text need `edit`. */
export function viewComment(
  call: Call,
  comment: PracticeComment,
  context: 'view' | 'embed' | 'edit',
): object {
  const edit = context === 'edit';
  const post = call.state.posts.find((one) => one.id === comment.post);
  const api = `${call.base}/wp-json/wp/v2`;
  const isPing = comment.type !== 'comment';
  const avatars = avatarUrls(call, comment.author_email);
  return {
    id: comment.id,
    post: comment.post,
    parent: comment.parent,
    author: comment.author,
    author_name: comment.author_name,
    ...(edit ? { author_email: comment.author_email } : {}),
    author_url: comment.author_url,
    ...(edit ? { author_ip: comment.author_ip, author_user_agent: comment.author_user_agent } : {}),
    date: toSiteTime(comment.date_gmt),
    date_gmt: comment.date_gmt,
    content: {
      rendered: renderComment(comment.content),
      ...(edit ? { raw: comment.content } : {}),
    },
    link: `${post === undefined ? `${call.base}/` : postLink(call.base, post)}#comment-${comment.id}`,
    status: comment.status,
    type: comment.type,
    // Pings have no picture: each size is `false` (seen on 6.8.7).
    author_avatar_urls: isPing
      ? Object.fromEntries(Object.keys(avatars).map((size) => [size, false]))
      : avatars,
    meta: [],
    _links: {
      self: [{ href: `${api}/comments/${comment.id}` }],
      collection: [{ href: `${api}/comments` }],
      up: [{ embeddable: true, post_type: 'post', href: `${api}/posts/${comment.post}` }],
    },
  };
}

/** What a stranger may not ask; each parameter is named, and the status is 401 although it is a parameter. */
function refuseStrangersQuery(call: Call, query: ListQuery): Reply | null {
  if (query.context === 'edit')
    return refuseStranger('rest_forbidden_context', 'Only moderators may edit comments.');
  const isHidden = (id: number) =>
    call.state.posts.some((post) => post.id === id && post.status !== 'publish');
  if (query.post?.some(isHidden))
    return refuseStranger('rest_cannot_read_post', 'The post of these comments is not public.');
  const forbidden = [
    query.status === 'approve' ? [] : ['status'],
    query.type === 'comment' ? [] : ['type'],
    query.author === undefined ? [] : ['author'],
    query.author_email === undefined ? [] : ['author_email'],
  ].flat();
  return forbidden.length === 0
    ? null
    : refuseStranger('rest_forbidden_param', `Not permitted: ${forbidden.join(', ')}`);
}

function isAsked(call: Call, comment: PracticeComment, query: ListQuery): boolean {
  const among = (wanted: number[] | undefined, own: number) => wanted === undefined || wanted.includes(own);
  const post = call.state.posts.find((one) => one.id === comment.post);
  return (
    hasStatus(comment, query.status) &&
    hasType(comment, query.type) &&
    (call.signedIn || post?.status === 'publish') &&
    among(query.post, comment.post) &&
    among(query.parent, comment.parent) &&
    !(query.parent_exclude ?? []).includes(comment.parent) &&
    among(query.include, comment.id) &&
    !(query.exclude ?? []).includes(comment.id) &&
    among(query.author, comment.author) &&
    (query.author_email === undefined || comment.author_email === query.author_email) &&
    (query.after === undefined || comment.date_gmt > query.after) &&
    (query.before === undefined || comment.date_gmt < query.before) &&
    hasText(comment, query.search)
  );
}

/** The words of the read filter differ from those of the records: `approve`, not `approved`; `all` leaves out spam and trash. */
function hasStatus(comment: PracticeComment, wanted: string): boolean {
  if (wanted === 'any') return true;
  if (wanted === 'all') return comment.status === 'approved' || comment.status === 'hold';
  if (wanted === 'approve') return comment.status === 'approved';
  return wanted !== 'approved' && comment.status === wanted;
}

function hasType(comment: PracticeComment, wanted: string): boolean {
  if (wanted === 'all' || wanted === '') return true;
  return wanted === 'pings' ? comment.type !== 'comment' : comment.type === wanted;
}

function hasText(comment: PracticeComment, search: string): boolean {
  const where = [
    comment.author_name,
    comment.author_email,
    comment.author_url,
    comment.author_ip,
    comment.content,
  ];
  return where.join('\n').toLowerCase().includes(search.toLowerCase());
}

function sortComments(comments: PracticeComment[], query: ListQuery): PracticeComment[] {
  const included = query.include ?? [];
  const keys: Record<string, (comment: PracticeComment) => string | number> = {
    id: (comment) => comment.id,
    post: (comment) => comment.post,
    parent: (comment) => comment.parent,
    type: (comment) => comment.type,
    include: (comment) => included.indexOf(comment.id),
  };
  const order = query.orderby === 'include' ? 'asc' : query.order;
  return ordered(comments, keys[query.orderby] ?? ((comment) => comment.date_gmt), order);
}
