import { z } from 'zod';

/** WordPress's post statuses that we can write, see https://developer.wordpress.org/rest-api/reference/posts/. */
export const postStatusSchema = z.enum(['draft', 'pending', 'private', 'future', 'publish', 'trash']);

/** The parts of a post that an author edits, exactly as stored: `body` is raw block or classic HTML. */
export const postFieldsSchema = z.object({
  title: z.string(),
  body: z.string(),
  excerpt: z.string(),
  /** Decoded slug; empty means that one is made from the title when the post is sent. */
  slug: z.string(),
  status: postStatusSchema,
});

/**
 * What tells whether a post changed on the server. WordPress has no ETag, so these are compared for equality,
 * never for order: clocks do not matter.
 */
const serverTokenSchema = z.object({
  modifiedGmt: z.string(),
  /** Id of the newest server revision, from `_links["predecessor-version"]`; null where there is none. */
  revisionId: z.number().nullable(),
});

/** The last version known to be the same on both sides. */
const postBaseSchema = z.object({ fields: postFieldsSchema, token: serverTokenSchema });

/** Where a version that was not chosen comes from, whose words it holds, and since when they were so (ISO). */
export const setAsideFromSchema = z.object({
  postId: z.string(),
  side: z.enum(['mine', 'theirs']),
  at: z.string(),
});

export const postSchema = z.object({
  /** Local id; never changes and never leaves this computer. */
  id: z.string(),
  /** Null: written here for no site yet. */
  siteId: z.string().nullable(),
  /** WordPress's post id; null until the site has confirmed it. */
  remoteId: z.number().nullable(),
  fields: postFieldsSchema,
  base: postBaseSchema.nullable(),
  /** Number of this version: grows by one with each local save; a save carries the number it started from. */
  revision: z.number(),
  /** Set when the site holds another version than base while we had changes: both are kept until someone chooses. */
  conflict: z
    .object({ fields: postFieldsSchema, token: serverTokenSchema, noticedAt: z.string() })
    .nullable(),
  /** Facts from the site that are shown, not edited. */
  remote: z
    .object({
      link: z.string(),
      /** Publication date, UTC, ISO. */
      dateGmt: z.string(),
      authorId: z.number(),
      authorName: z.string(),
      commentsOpen: z.boolean(),
      rendered: z.string(),
      /** A status or type that we cannot edit makes the post read-only here. */
      editable: z.boolean(),
    })
    .nullable(),
  /**
   * A draft that comes from a backup, was brought back after damage, or lay beside an outbox that damage took something
   * of: the site may have got it. Sent for the first time, the site is asked before. Gone once it is known to be a post
   * of the site.
   */
  fromBackup: z.literal(true).optional(),
  /** Left out for posts that are no set-aside version, and in libraries from before it was noted. */
  setAsideFrom: setAsideFromSchema.optional(),
  /** Id of the earlier version with the newest words; left out while there is none. */
  newestRevision: z.string().optional(),
  createdAt: z.string(),
  editedAt: z.string(),
});

export type PostStatus = z.infer<typeof postStatusSchema>;
export type PostFields = z.infer<typeof postFieldsSchema>;
export type ServerToken = z.infer<typeof serverTokenSchema>;
export type Post = z.infer<typeof postSchema>;

/** Equal to the token of no version that a site can have. */
export const NO_VERSION: ServerToken = { modifiedGmt: '', revisionId: null };

/**
 * The post, based on no version that its site can have: what damage has left of it passes here for what the site has.
 * The next pull then brings that again, and nothing made of what is here goes over it.
 */
export const distrusted = (post: Post): Post =>
  post.base ? { ...post, base: { ...post.base, token: NO_VERSION } } : post;

/** Whether nobody knows which version of its site the post is based on, see {@link distrusted}: the site is asked first. */
export const isDistrusted = ({ base }: Post): boolean => base !== null && sameToken(base.token, NO_VERSION);

/** Whether two versions hold the same words and settings. */
export function sameFields(a: PostFields, b: PostFields): boolean {
  return sameWriting(a, b) && a.slug === b.slug && a.status === b.status;
}

/** Whether two versions hold the same of what a person writes. */
function sameWriting(a: PostFields, b: PostFields): boolean {
  // A post that is as on its site has one object for both: its long text need not be read from disk to know that.
  if (a === b) return true;
  return a.title === b.title && a.body === b.body && a.excerpt === b.excerpt;
}

/** Whether the site still holds the version that `base` describes. */
export function sameToken(a: ServerToken, b: ServerToken): boolean {
  return a.modifiedGmt === b.modifiedGmt && a.revisionId === b.revisionId;
}

/** Whether the post differs from what its site is known to have, be it only in what was asked for it. */
export function isDraft(post: Post): boolean {
  return post.base === null || !sameFields(post.fields, post.base.fields);
}

/** Whether somebody has written something in the post that its site is not known to have. */
export function hasOwnWords({ fields, base }: Post): boolean {
  return base === null || !sameWriting(fields, base.fields);
}

/**
 * What is true on the site. `fields.status` is what the author asked for: it counts only once the site has confirmed
 * it, and until then nothing here may say "published". Words of ours that the site keeps in its trash are a draft.
 */
export function statusThere({
  fields,
  base,
  conflict,
}: Pick<Post, 'fields' | 'base' | 'conflict'>): PostStatus {
  const there = (conflict ?? base)?.fields.status ?? 'draft';
  if (fields.status === 'trash') return 'trash';
  return there === 'trash' ? 'draft' : there;
}

/** What lists are sorted by: of scheduled and published posts the date on the site, of drafts that of the last edit. */
export function sortDate(post: Post): string {
  const status = statusThere(post);
  const isUnpublished = status === 'draft' || status === 'pending';
  return isUnpublished || !post.remote?.dateGmt ? post.editedAt : post.remote.dateGmt;
}

/** Language of a post for no site: Bulgarian and English are told apart by their letters. */
export const NO_SITE_LANGUAGE = 'en';
