import { z } from 'zod';
import { operationStateSchema } from '../../main/domain/operation.ts';
import { postFieldsSchema, postStatusSchema, setAsideFromSchema } from '../../main/domain/post.ts';
import { waitingForSchema } from '../../main/domain/waiting.ts';
import { call, id, pageOf, pageRequest } from './define.ts';

/** How a post stands between here and its site; at most one, the most urgent. */
export const postSyncSchema = z.enum([
  'local',
  'same',
  'changed',
  'waiting',
  'unconfirmed',
  'failed',
  'conflict',
]);

export const postFilterSchema = z.enum(['all', 'drafts', 'scheduled', 'published']);

export const postRowSchema = z.object({
  id: z.string(),
  siteId: z.string().nullable(),
  title: z.string(),
  /** First words of the body, for a post without a title. */
  excerpt: z.string(),
  /** Language of the title, for `lang`. */
  language: z.string(),
  /** The site's id of it; null while it is on this computer only. */
  remoteId: z.int().nullable(),
  /** What is true on the site: a post that it does not have is a draft, whatever waits in the outbox. */
  status: postStatusSchema,
  sync: postSyncSchema,
  /** The status it gets when the upload that is on its way has arrived; null while none is. */
  becomes: postStatusSchema.nullable(),
  /** For a version that was not chosen, while no site has it. */
  setAsideFrom: setAsideFromSchema.nullable(),
  /** Publication date for scheduled and published posts, else the last edit here (ISO, UTC). */
  date: z.string(),
});

export const postDetailSchema = postRowSchema.extend({
  fields: postFieldsSchema,
  revision: z.int(),
  /** The last edit here (ISO, UTC). */
  editedAt: z.string(),
  /** Title of the post that it was set aside from; null for others, and when that post is gone. */
  setAsideTitle: z.string().nullable(),
  /** Public address; empty until the site has one. */
  link: z.string(),
  authorName: z.string(),
  /** False where the site's status or our rights do not let us edit. */
  editable: z.boolean(),
  /** Statuses that this user may send the post with. */
  sendable: z.array(z.enum(['draft', 'pending', 'publish'])),
  /** How many comments its thread holds, as `comments.thread` tells them. */
  comments: z.int(),
  /** The site's version where it changed there, too, and the last one that both sides had, if there is one. */
  conflict: z
    .object({
      theirs: postFieldsSchema,
      base: postFieldsSchema.nullable(),
      /** When the site says it was changed there. */
      changedAt: z.string(),
      noticedAt: z.string(),
    })
    .nullable(),
  /**
   * The newest upload that has not ended well, whether it carries all words of this version, and what it waits for as
   * the outbox tells it.
   */
  operation: z
    .object({
      id: z.string(),
      state: operationStateSchema,
      carriesAll: z.boolean(),
      waitingFor: waitingForSchema.nullable(),
    })
    .nullable(),
});

const postId = z.strictObject({ postId: id });

export const postCalls = {
  list: call(
    z.strictObject({ siteId: id.nullable(), filter: postFilterSchema, ...pageRequest }),
    pageOf(postRowSchema),
  ),
  counts: call(
    z.strictObject({ siteId: id.nullable() }),
    z.object({ all: z.int(), drafts: z.int(), scheduled: z.int(), published: z.int() }),
  ),
  get: call(postId, postDetailSchema),
  /** A new empty draft, for a site or for none yet. */
  create: call(z.strictObject({ siteId: id.nullable() }), postDetailSchema),
  /** Saves words durably: the answer comes when they are on disk. `stale-write` if the revision moved on. */
  save: call(
    z.strictObject({
      postId: id,
      expectedRevision: z.int(),
      title: z.string().max(1_000_000),
      body: z.string().max(20_000_000),
    }),
    z.object({ revision: z.int(), savedAt: z.string(), sync: postSyncSchema }),
  ),
  /** Chooses the site of a draft that has none yet. */
  assignSite: call(z.strictObject({ postId: id, siteId: id }), postDetailSchema),
  /** Puts the version on screen into the outbox: as a draft, for review, or published. */
  send: call(
    z.strictObject({
      postId: id,
      expectedRevision: z.int(),
      status: z.enum(['draft', 'pending', 'publish']),
    }),
    postDetailSchema,
  ),
  /**
   * After a refused upload. `mine`: the next send replaces the site's version, which is kept here as a draft of its
   * own. `theirs`: the post becomes the site's version, and the words written here are kept as a draft of their own.
   */
  resolveConflict: call(
    z.strictObject({ postId: id, keep: z.enum(['mine', 'theirs']) }),
    z.object({ post: postDetailSchema, keptAs: id }),
  ),
  /** Removes a draft that no site has. It is kept until `restore` can no longer be asked for: 30 days. */
  remove: call(postId, z.object({ postId: id })),
  restore: call(postId, postDetailSchema),
};
