import { z } from 'zod';

export const libraryCountsSchema = z.object({
  posts: z.int().min(0),
  /** Posts with words that exist only here. */
  drafts: z.int().min(0),
  comments: z.int().min(0),
  /** Operations that have not reached their site. */
  waiting: z.int().min(0),
});

/** How much is in a library, as people count. */
export type LibraryCounts = z.infer<typeof libraryCountsSchema>;
