import { z } from 'zod';
import { appErrorSchema } from '../domain/app-error.ts';
import { commentSchema } from '../domain/comment.ts';
import { decisionSchema } from '../domain/decision.ts';
import { operationSchema } from '../domain/operation.ts';
import { postSchema } from '../domain/post.ts';
import { revisionSchema } from '../domain/revision.ts';
import { savedSearchSchema } from '../domain/saved-search.ts';
import { siteSchema } from '../domain/site.ts';
import { clockReadingSchema } from '../domain/trusted-clock.ts';

/** A record of a pull that did not have the shape we know; kept as it came. */
const setAsideSchema = z.object({
  id: z.string(),
  siteId: z.string(),
  what: z.enum(['post', 'comment']),
  remoteId: z.string(),
  problem: z.string(),
  source: z.string(),
});

/** Words of a reply that is still being written, under the id of the comment it answers. */
const replyDraftSchema = z.object({ id: z.string(), content: z.string(), savedAt: z.string() });

/** What the person chose, and where they were. One record, `main`. */
const preferencesSchema = z.object({
  id: z.literal('main'),
  language: z.enum(['system', 'en', 'bg']),
  theme: z.enum(['system', 'light', 'dark']),
  showKeys: z.boolean(),
  place: z
    .object({
      view: z.enum(['welcome', 'posts', 'comments', 'outbox', 'settings']),
      filter: z.string(),
      postId: z.string().nullable(),
      commentId: z.string().nullable(),
    })
    .nullable(),
  window: z
    .object({ x: z.number(), y: z.number(), width: z.number(), height: z.number(), maximized: z.boolean() })
    .nullable(),
});

/** How the last contact with a site ended; survives restarts so that the status line tells the truth at once. */
const contactSchema = z.object({
  id: z.string(),
  error: appErrorSchema.nullable(),
  offlineSince: z.string().nullable(),
});

/** The library's collections and the schema of their records. Every record has an `id`. */
const collections = {
  sites: siteSchema,
  posts: postSchema,
  comments: commentSchema,
  operations: operationSchema,
  decisions: decisionSchema,
  replyDrafts: replyDraftSchema,
  setAside: setAsideSchema,
  contacts: contactSchema,
  savedSearches: savedSearchSchema,
  preferences: preferencesSchema,
  revisions: revisionSchema,
  clockReadings: clockReadingSchema,
};

export type Collections = { [C in keyof typeof collections]: z.infer<(typeof collections)[C]> };
export type CollectionName = keyof Collections;
export type Preferences = Collections['preferences'];

/** Any record, as far as the store is concerned. */
export interface Stored {
  id: string;
}

export const COLLECTIONS = Object.keys(collections) as CollectionName[];

/** The schema of a collection's records. */
export const schemaOf = (collection: CollectionName): z.ZodType<Stored> => collections[collection];

/**
 * Version of the library's format on disk, see docs/library-format.md. Grows with every change that an older app would
 * misread.
 */
export const LIBRARY_VERSION = 2;
