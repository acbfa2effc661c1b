import { z } from 'zod';

/** A query that somebody keeps under a name. */
export const savedSearchSchema = z.object({
  id: z.string(),
  name: z.string(),
  /** As typed, without the operator that `siteId` stands for. */
  query: z.string(),
  /** The one site that the query named when it was saved: a site can get another title. Null: it named none, or several. */
  siteId: z.string().nullable(),
  createdAt: z.string(),
});

export type SavedSearch = z.infer<typeof savedSearchSchema>;
