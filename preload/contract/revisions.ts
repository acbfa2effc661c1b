import { z } from 'zod';
import { postFieldsSchema, postStatusSchema } from '../../main/domain/post.ts';
import { revisionKindSchema } from '../../main/domain/revision.ts';
import { call, id } from './define.ts';
import { postDetailSchema } from './posts.ts';

const revisionRowSchema = z.object({
  id: z.string(),
  kind: revisionKindSchema,
  /** Which status it had: tells what was published from what was sent as a draft. */
  status: postStatusSchema,
  /** Since when the post had these words; of an event, when it happened (ISO, UTC). */
  at: z.string(),
  /** Words of the body. */
  words: z.int(),
  /** Characters that differ from the version kept before it, when it was kept. */
  changed: z.int(),
});

export const revisionCalls = {
  /** The earlier versions of a post that are kept here, newest first; without their words. Empty for a post that is gone. */
  list: call(z.strictObject({ postId: id }), z.array(revisionRowSchema)),
  /** One of them, whole. `not-found` once it was thinned out. */
  get: call(
    z.strictObject({ revisionId: id }),
    z.object({ id: z.string(), postId: z.string(), fields: postFieldsSchema }),
  ),
  /**
   * Puts title, text and excerpt of an earlier version in place of the present one, as a save; the address, too, while
   * no site has the post. The status stays. What is there now is kept as a version first: `before` names it, so that
   * restoring that one takes this back. `stale-write` if the post moved on.
   */
  restore: call(
    z.strictObject({ revisionId: id, expectedRevision: z.int() }),
    z.object({ post: postDetailSchema, before: z.string() }),
  ),
};
