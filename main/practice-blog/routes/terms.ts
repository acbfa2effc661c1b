import type { Call } from '../rest/call.ts';
import { ordered, pageOf, pagingRules } from '../rest/paging.ts';
import { ok, type Reply, refuse, refuseStranger } from '../rest/reply.ts';
import { flag, integer, integers, oneOf, or, read, text, texts } from '../rest/rules.ts';
import type { PracticeTerm } from '../state.ts';
import { escapeHtml } from '../text/render.ts';
import { decodeSlug, toSlug, uniqueSlug } from '../text/slug.ts';

type Taxonomy = PracticeTerm['taxonomy'];

const context = or('view' as const, oneOf(['view', 'embed', 'edit']));

const listRules = {
  ...pagingRules,
  context,
  search: or('', text),
  slug: or(undefined, texts),
  include: or(undefined, integers),
  exclude: or(undefined, integers),
  parent: or(undefined, integer(0)),
  post: or(undefined, integer()),
  hide_empty: or(false, flag),
  order: or('asc' as const, oneOf(['asc', 'desc'])),
  orderby: or('name' as const, oneOf(['id', 'include', 'name', 'slug', 'count'])),
};

/** `GET /categories` or `/tags`. */
export function listTerms(call: Call, taxonomy: Taxonomy): Reply {
  const asked = read(call.params, listRules);
  if ('refused' in asked) return asked.refused;
  const { values: query } = asked;
  if (query.context === 'edit' && !call.signedIn)
    return refuseStranger('rest_forbidden_context', 'Only editors may edit these terms.');
  const ofPost = call.state.posts.find((post) => post.id === query.post);
  const onPost = taxonomy === 'category' ? ofPost?.categories : ofPost?.tags;
  const found = call.state.terms
    .filter((term) => term.taxonomy === taxonomy)
    .filter((term) => query.include === undefined || query.include.includes(term.id))
    .filter((term) => !(query.exclude ?? []).includes(term.id))
    .filter((term) => query.parent === undefined || term.parent === query.parent)
    .filter((term) => query.post === undefined || (onPost ?? []).includes(term.id))
    .filter((term) => query.slug === undefined || query.slug.map(toSlug).includes(term.slug))
    .filter((term) => !query.hide_empty || isUsed(call, term))
    .filter((term) => term.name.toLowerCase().includes(query.search.toLowerCase()));
  const keys: Record<string, (term: PracticeTerm) => string | number> = {
    id: (term) => term.id,
    slug: (term) => decodeSlug(term.slug),
    count: (term) => countPosts(call, term),
  };
  const sorted = ordered(found, keys[query.orderby] ?? ((term) => term.name.toLowerCase()), query.order);
  const { items, headers } = pageOf(sorted, query);
  return ok(
    items.map((term) => viewTerm(call, term)),
    200,
    headers,
  );
}

/** `GET /categories/<id>` or `/tags/<id>`. */
export function showTerm(call: Call, taxonomy: Taxonomy, id: number): Reply {
  const term = call.state.terms.find((one) => one.id === id && one.taxonomy === taxonomy);
  if (term === undefined) return refuse(404, 'rest_term_invalid', 'There is no such term.');
  return ok(viewTerm(call, term));
}

/** `POST /categories` or `/tags`; an equal name under the same parent answers with the id it already has. */
export function createTerm(call: Call, taxonomy: Taxonomy): Reply {
  if (!call.params.has('name'))
    return refuse(400, 'rest_missing_callback_param', 'The name is missing.', { params: ['name'] });
  const sent = read(call.params, {
    name: text,
    slug: or('', text),
    description: or('', text),
    parent: or(0, integer(0)),
  });
  if ('refused' in sent) return sent.refused;
  if (!call.signedIn) return refuseStranger('rest_cannot_create', 'Only editors may create terms.');
  const { parent, description } = sent.values;
  const name = escapeHtml(sent.values.name.replace(/<[^>]*>/g, '').trim());
  const same = call.state.terms.filter((term) => term.taxonomy === taxonomy);
  if (parent !== 0 && !same.some((term) => term.id === parent))
    return refuse(400, 'rest_term_invalid', 'There is no such parent.');
  // Not an ordinary error: WordPress forgets the status here and says 500 (seen on 6.8.7).
  if (name === '')
    return { status: 500, body: { code: 'empty_term_name', message: 'The name is empty.', data: null } };
  const twin = same.find((term) => term.name === name && term.parent === parent);
  if (twin !== undefined) return refuse(400, 'term_exists', 'The term exists.', { term_id: twin.id });
  const id = call.state.nextId.term;
  call.state.nextId.term += 1;
  const taken = (slug: string) => call.state.terms.some((term) => term.slug === slug);
  const slug = uniqueSlug(toSlug(sent.values.slug || name) || String(id), taken);
  const term: PracticeTerm = { id, taxonomy, name, slug, description, parent };
  call.state.terms.push(term);
  return ok(viewTerm(call, term), 201);
}

/** A category without posts of its own still shows while one below it has some. */
function isUsed(call: Call, term: PracticeTerm): boolean {
  const below = call.state.terms.filter((one) => one.parent === term.id);
  return countPosts(call, term) > 0 || below.some((one) => isUsed(call, one));
}

/** Only published posts count. */
function countPosts(call: Call, term: PracticeTerm): number {
  return call.state.posts.filter(
    (post) =>
      post.status === 'publish' &&
      (term.taxonomy === 'category' ? post.categories : post.tags).includes(term.id),
  ).length;
}

function viewTerm(call: Call, term: PracticeTerm): object {
  const isCategory = term.taxonomy === 'category';
  const api = `${call.base}/wp-json/wp/v2/${isCategory ? 'categories' : 'tags'}`;
  return {
    id: term.id,
    count: countPosts(call, term),
    description: term.description,
    link: `${call.base}/${isCategory ? 'category' : 'tag'}/${pathOf(call, term)}/`,
    name: term.name,
    slug: term.slug,
    taxonomy: term.taxonomy,
    ...(isCategory ? { parent: term.parent } : {}),
    meta: [],
    _links: { self: [{ href: `${api}/${term.id}` }], collection: [{ href: api }] },
  };
}

function pathOf(call: Call, term: PracticeTerm): string {
  const parent = call.state.terms.find((one) => one.id === term.parent);
  return parent === undefined ? term.slug : `${pathOf(call, parent)}/${term.slug}`;
}
