import type { Call } from '../rest/call.ts';
import { ordered, pageOf, pagingRules } from '../rest/paging.ts';
import { ok, type Reply, refuse, refuseParams, refuseStranger } from '../rest/reply.ts';
import { date, flag, integers, oneOf, or, read, text, texts } from '../rest/rules.ts';
import type { PracticePost } from '../state.ts';
import { toSlug } from '../text/slug.ts';
import { viewPost } from './post-view.ts';

const context = or('view' as const, oneOf(['view', 'embed', 'edit']));
const everyStatus = ['publish', 'future', 'draft', 'pending', 'private', 'trash', 'any'] as const;
const ids = or(undefined, integers);

const listRules = {
  ...pagingRules,
  context,
  status: or(['publish'], texts),
  search: or('', text),
  slug: or(undefined, texts),
  include: ids,
  exclude: ids,
  author: ids,
  categories: ids,
  tags: ids,
  sticky: or(undefined, flag),
  order: or('desc' as const, oneOf(['asc', 'desc'])),
  orderby: or(
    'date' as const,
    oneOf(['author', 'date', 'id', 'include', 'modified', 'parent', 'relevance', 'slug', 'title']),
  ),
  // Without a zone these are in the blog's own time, although the stamps they compare with look the same.
  after: or(undefined, date('site')),
  before: or(undefined, date('site')),
  modified_after: or(undefined, date('site')),
  modified_before: or(undefined, date('site')),
};

type ListQuery = Extract<ReturnType<typeof readList>, { values: unknown }>['values'];

function readList(call: Call) {
  return read(call.params, listRules);
}

/** `GET /posts`. A page past the end is an error here (with comments it is an empty list). */
export function listPosts(call: Call): Reply {
  const asked = readList(call);
  if ('refused' in asked) return asked.refused;
  const { values } = asked;
  const refused = refuseList(call, values);
  if (refused !== null) return refused;
  const found = sortPosts(
    call.state.posts.filter((post) => isAsked(post, values)),
    values,
  );
  const { items, headers, pages } = pageOf(found, values);
  if (values.offset === undefined && values.page > pages && found.length > 0)
    return refuse(400, 'rest_post_invalid_page_number', `There are only ${pages} pages.`);
  return ok(
    items.map((post) => viewPost(call, post, values.context)),
    200,
    headers,
  );
}

/** `GET /posts/<id>`. */
export function showPost(call: Call, id: number): Reply {
  const asked = read(call.params, { context });
  if ('refused' in asked) return asked.refused;
  const post = call.state.posts.find((one) => one.id === id);
  if (post === undefined) return refuse(404, 'rest_post_invalid_id', 'There is no such post.');
  if (!call.signedIn && asked.values.context === 'edit')
    return refuseStranger('rest_forbidden_context', 'Only its editors may edit this post.');
  if (!call.signedIn && post.status !== 'publish')
    return refuseStranger('rest_forbidden', 'This post is not public.');
  return ok(viewPost(call, post, asked.values.context));
}

function refuseList(call: Call, query: ListQuery): Reply | null {
  const known: readonly string[] = everyStatus;
  const unknown = query.status.find((status) => !known.includes(status));
  if (unknown !== undefined)
    return refuseParams({
      status: { code: 'rest_not_in_enum', message: `${unknown} is not a status of posts.` },
    });
  // A forbidden status is reported as a parameter that is wrong, not as 401 (seen on 6.8.7).
  if (!call.signedIn && query.status.some((status) => status !== 'publish'))
    return refuseParams({ status: { code: 'rest_forbidden_status', message: 'Status is forbidden.' } });
  if (!call.signedIn && query.context === 'edit')
    return refuseStranger('rest_forbidden_context', 'Only users who write may edit posts.');
  if (query.orderby === 'include' && query.include === undefined)
    return refuse(400, 'rest_orderby_include_missing_include', 'There is no include to order by.');
  if (query.orderby === 'relevance' && query.search === '')
    return refuse(400, 'rest_no_search_term_defined', 'There is no search to order by.');
  return null;
}

function isAsked(post: PracticePost, query: ListQuery): boolean {
  const among = (wanted: number[] | undefined, own: number[]) =>
    wanted === undefined || own.some((id) => wanted.includes(id));
  const slugs = query.slug?.map(toSlug);
  return (
    hasStatus(post, query.status) &&
    among(query.include, [post.id]) &&
    // `include` makes WordPress forget `exclude`; with comments both count.
    (query.include !== undefined || !(query.exclude ?? []).includes(post.id)) &&
    among(query.author, [post.author]) &&
    among(query.categories, post.categories) &&
    among(query.tags, post.tags) &&
    (slugs === undefined || slugs.includes(post.slug)) &&
    (query.sticky === undefined || post.sticky === query.sticky) &&
    isWithin(post.date_gmt, query.after, query.before) &&
    isWithin(post.modified_gmt, query.modified_after, query.modified_before) &&
    hasWords(post, query.search)
  );
}

/** `any` means everything but trash; a list may name trash beside it. */
function hasStatus(post: PracticePost, wanted: string[]): boolean {
  return wanted.includes(post.status) || (wanted.includes('any') && post.status !== 'trash');
}

/** Both ends are exclusive. */
function isWithin(stamp: string, after: string | undefined, before: string | undefined): boolean {
  return (after === undefined || stamp > after) && (before === undefined || stamp < before);
}

function hasWords(post: PracticePost, search: string): boolean {
  const where = `${post.title}\n${post.excerpt}\n${post.content}`.toLowerCase();
  return search
    .toLowerCase()
    .split(/\s+/)
    .every((word) => where.includes(word));
}

function sortPosts(posts: PracticePost[], query: ListQuery): PracticePost[] {
  const included = query.include ?? [];
  if (query.orderby === 'include')
    return posts.toSorted((a, b) => included.indexOf(a.id) - included.indexOf(b.id));
  const keys: Record<string, (post: PracticePost) => string | number> = {
    id: (post) => post.id,
    author: (post) => post.author,
    modified: (post) => post.modified_gmt,
    slug: (post) => post.slug,
    title: (post) => post.title.toLowerCase(),
  };
  return ordered(posts, keys[query.orderby] ?? ((post) => post.date_gmt), query.order);
}
