import { z } from 'zod';
import { commentStatusSchema } from '../../main/domain/comment.ts';
import { postStatusSchema } from '../../main/domain/post.ts';
import { call, pageRequest } from './define.ts';

/** A part of a text, and whether it is what was looked for. Plain text: never HTML. */
const segments = z.array(z.object({ text: z.string(), marked: z.boolean() }));

const hit = {
  id: z.string(),
  siteId: z.string().nullable(),
  /** The part of the text that shows best why it was found. */
  snippet: segments,
  /** Language of the words, for `lang`. */
  language: z.string(),
  date: z.string(),
  /** Zone of the blog; null: the computer's, as for what is there only. */
  timeZone: z.string().nullable(),
};

export const postHitSchema = z.object({
  ...hit,
  title: segments,
  status: postStatusSchema,
});

export const commentHitSchema = z.object({
  ...hit,
  author: segments,
  /** Written by a signed-in user of the blog. */
  isBlogUser: z.boolean(),
  /** As readers count the comments of the post; null for spam, trash, pings and unsent replies. */
  number: z.int().nullable(),
  postTitle: z.string(),
  links: z.int(),
  status: commentStatusSchema,
});

/** How far the index is while it is being built: what it does not hold yet is not found. */
export const buildingSchema = z.object({ done: z.int(), total: z.int() });

/** Something in the query that could not be used as meant; it was looked for as words. */
const queryNoteSchema = z.object({
  kind: z.enum(['unknown-operator', 'unknown-value', 'unknown-site', 'shortened']),
  /** As typed; empty where it is about the whole query. */
  text: z.string(),
});

export const searchCalls = {
  /**
   * Finds posts and comments. Any text is a query, see `main/domain/search-query.ts` for what it may hold. `group` is what
   * rows are wanted of: `all` gives the few best posts and a page of comments; totals always come for each group. Of
   * several questions the newest is answered, the others with `search superseded`.
   * Errors: `search` (unsupported, disk, failed, superseded).
   */
  find: call(
    z.strictObject({
      query: z.string().max(20_000),
      group: z.enum(['all', 'posts', 'comments', 'drafts']),
      order: z.enum(['best', 'newest']),
      ...pageRequest,
    }),
    z.object({
      totals: z.object({ posts: z.int(), comments: z.int(), drafts: z.int() }),
      posts: z.array(postHitSchema),
      comments: z.array(commentHitSchema),
      notes: z.array(queryNoteSchema),
      /** Null once the index holds everything. */
      building: buildingSchema.nullable(),
      /** The disk takes no changes of the index: what was written lately is not found. */
      isStuck: z.boolean(),
      /** Nothing was asked for: an empty query, or signs only. */
      asksNothing: z.boolean(),
    }),
  ),
};
