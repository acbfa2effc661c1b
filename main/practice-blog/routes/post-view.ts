import { PRACTICE_URL } from '../address.ts';
import type { Call } from '../rest/call.ts';
import { toSiteTime } from '../site-time.ts';
import type { PracticePost } from '../state.ts';
import { escapeAmpersands, renderExcerpt, renderPost } from '../text/render.ts';
import { decodeSlug, toSlug, uniqueSlug } from '../text/slug.ts';

/** Where readers find a post. Only what is out has a pretty address. */
export function postLink(base: string, post: PracticePost): string {
  const isOut = post.status === 'publish' || post.status === 'private';
  return isOut ? `${base}/${post.slug}/` : `${base}/?p=${post.id}`;
}

/** Whether somebody else has this slug already. */
export function isSlugTaken(call: Call, ownId: number): (slug: string) => boolean {
  const others = new Set(call.state.posts.filter((post) => post.id !== ownId).map((post) => post.slug));
  return (slug) => others.has(slug);
}

/** The slug WordPress would make of the title; of the id where the title leaves nothing. */
export function slugFromTitle(call: Call, post: Pick<PracticePost, 'id' | 'title'>): string {
  return uniqueSlug(toSlug(post.title) || String(post.id), isSlugTaken(call, post.id));
}

/** A post as REST shows it: `edit` adds the raw texts and what only an editor needs. */
export function viewPost(call: Call, post: PracticePost, context: 'view' | 'embed' | 'edit'): object {
  const guid = `${PRACTICE_URL}/${call.state.instance}/?p=${post.id}`;
  const edit = context === 'edit';
  const hidden = post.password !== '' && !edit;
  const raw = (text: string) => (edit ? { raw: text } : {});
  const isBlocks = post.content.includes('<!-- wp:');
  return {
    id: post.id,
    date: toSiteTime(post.date_gmt),
    date_gmt: post.date_gmt,
    guid: { rendered: guid, ...raw(guid) },
    modified: toSiteTime(post.modified_gmt),
    modified_gmt: post.modified_gmt,
    ...(edit ? { password: post.password } : {}),
    slug: post.slug,
    status: post.status,
    type: 'post',
    link: postLink(call.base, post),
    title: { ...raw(post.title), rendered: escapeAmpersands(post.title) },
    content: {
      ...raw(post.content),
      rendered: hidden ? '' : renderPost(post.content),
      protected: post.password !== '',
      ...(edit ? { block_version: isBlocks ? 1 : 0 } : {}),
    },
    excerpt: {
      ...raw(post.excerpt),
      rendered: hidden ? '' : renderExcerpt(post.excerpt, post.content),
      protected: post.password !== '',
    },
    author: post.author,
    featured_media: 0,
    comment_status: post.comment_status,
    ping_status: post.ping_status,
    sticky: post.sticky,
    template: '',
    format: post.format,
    meta: { footnotes: '' },
    categories: post.categories,
    tags: post.tags,
    ...(edit
      ? {
          permalink_template: `${call.base}/%postname%/`,
          generated_slug: decodeSlug(slugFromTitle(call, post)),
        }
      : {}),
    _links: postLinks(call, post, edit),
  };
}

function postLinks(call: Call, post: PracticePost, edit: boolean): Record<string, unknown> {
  const api = `${call.base}/wp-json/wp/v2`;
  const self = `${api}/posts/${post.id}`;
  const newest = post.revisions.at(-1);
  const actions = [
    'publish',
    'unfiltered-html',
    'sticky',
    'assign-author',
    'create-categories',
    'assign-tags',
  ];
  return {
    self: [{ href: self }],
    collection: [{ href: `${api}/posts` }],
    about: [{ href: `${api}/types/post` }],
    author: [{ embeddable: true, href: `${api}/users/${post.author}` }],
    replies: [{ embeddable: true, href: `${api}/comments?post=${post.id}` }],
    'version-history': [{ count: post.revisions.length, href: `${self}/revisions` }],
    // The newest revision's id: the nearest thing to a version token that WordPress gives.
    ...(newest === undefined
      ? {}
      : { 'predecessor-version': [{ id: newest, href: `${self}/revisions/${newest}` }] }),
    ...(edit ? Object.fromEntries(actions.map((name) => [`wp:action-${name}`, [{ href: self }]])) : {}),
  };
}
