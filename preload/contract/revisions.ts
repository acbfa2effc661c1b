import { z } from 'zod';
import { postFieldsSchema, postStatusSchema } from '../../main/domain/post.ts';
import { revisionKindSchema } from '../../main/domain/revision.ts';
import { call, id, nothing } from './define.ts';
import { postDetailSchema } from './posts.ts';

const revisionRowSchema = z.object({
  id: z.string(),
  kind: revisionKindSchema,
  /** Which status it had: tells what was published from what was sent as a draft. */
  status: postStatusSchema,
  /** Since when the post had these words here; of an event, when it happened (ISO, UTC). */
  at: z.string(),
  /** Words of the body. */
  words: z.int(),
  /** Characters that differ from the version kept before it, when it was kept. */
  changed: z.int(),
});

/** A post that damage has taken while earlier versions of it are left. */
export const lostPostSchema = z.object({
  postId: id,
  /** Title of the newest version. */
  title: z.string(),
  /** First words of it, if it has no title. */
  excerpt: z.string(),
  /** Language of the title, for `lang`. */
  language: z.string(),
  /** The site that it belongs to; null where there is none, or that is not connected any more. */
  siteId: id.nullable(),
  /** Since when the post had the words that come back, the newest that are whole (ISO, UTC). */
  at: z.string(),
  /** Words of that version. */
  words: z.int(),
  /** How many versions are left whole; none: the text that comes back is damaged. */
  versions: z.int(),
  /** The site has brought the post here again: brought back, these become versions of it. */
  joins: z.boolean(),
});

export const revisionCalls = {
  /**
   * The earlier versions of a post that are kept here, the one kept last first; without their words. Those of a lost
   * post, too; empty for a post that is gone for good.
   */
  list: call(z.strictObject({ postId: id }), z.array(revisionRowSchema)),
  /** Those of them whose texts damage has taken, or a part of it, by id. All of their texts are read for it. */
  damaged: call(z.strictObject({ postId: id }), z.array(id)),
  /** One of them, with its words. `not-found` once it was thinned out. */
  get: call(
    z.strictObject({ revisionId: id }),
    z.object({ id: z.string(), postId: z.string(), fields: postFieldsSchema }),
  ),
  /**
   * Puts title, text and excerpt of an earlier version in place of the present one, as a save; the address, too, while
   * no site has the post. The status stays. What is there now is kept as a version first: `before` names it, so that
   * restoring that one takes this back. `stale-write` if the post moved on; `validation damaged-text` for one of
   * {@link revisionCalls.damaged}.
   */
  restore: call(
    z.strictObject({ revisionId: id, expectedRevision: z.int() }),
    z.object({ post: postDetailSchema, before: z.string() }),
  ),
  /**
   * The posts that damage has taken while earlier versions are left: how many there are in all, how many of these join a
   * post that is here, and the first of them; those that are gone before those, and the one of which was kept last
   * first. They stay until somebody says what becomes of them. Posts that were removed on purpose are no such.
   */
  lost: call(nothing, z.object({ total: z.int(), joining: z.int(), posts: z.array(lostPostSchema) })),
  /**
   * Makes lost posts again of the newest version of each, all of them with null; their versions belong to them again.
   * What the site has is not changed, and nothing is sent: a post that is on its site already is not made a second
   * time, its `joined` says that the versions belong to that one now. One that is not lost any more is left out.
   */
  bringBack: call(
    z.strictObject({ postIds: z.array(id).min(1).max(1000).nullable() }),
    z.object({ posts: z.array(z.object({ postId: id, joined: z.boolean() })) }),
  ),
  /** A lost post counts as removed by a person: its versions go after 30 days. `not-found` if it is not lost. */
  discardLost: call(z.strictObject({ postId: id }), nothing),
  /** Takes that back. */
  keepLost: call(z.strictObject({ postId: id }), nothing),
};
