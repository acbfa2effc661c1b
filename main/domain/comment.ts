import { z } from 'zod';

/** Statuses as Copydesk names them; WordPress writes `hold` for pending. `gone`: deleted on the site. */
export const commentStatusSchema = z.enum(['pending', 'approved', 'spam', 'trash']);

export const commentSchema = z.object({
  /** `<siteId>/<remoteId>`, or a local id for a reply that the site has not confirmed yet. */
  id: z.string(),
  siteId: z.string(),
  remoteId: z.number().nullable(),
  /** WordPress's post id. */
  postRemoteId: z.number(),
  /** WordPress's id of the comment this one answers; 0 for none. */
  parentRemoteId: z.number(),
  /** `comment`, `pingback`, `trackback`, or a plugin's own. */
  type: z.string(),
  author: z.object({
    /** WordPress's user id; 0 for a visitor. */
    userId: z.number(),
    name: z.string(),
    email: z.string(),
    url: z.string(),
    ip: z.string(),
    agent: z.string(),
  }),
  /** UTC, ISO with `Z`. */
  dateGmt: z.string(),
  /** As typed; empty where we may not read it. */
  raw: z.string(),
  /** As the site shows it: hostile HTML until sanitised in the page. */
  rendered: z.string(),
  link: z.string(),
  /** The status here, decisions not yet sent included. */
  status: commentStatusSchema,
  /** The status last agreed with the site. */
  baseStatus: commentStatusSchema,
});

export type CommentStatus = z.infer<typeof commentStatusSchema>;
export type Comment = z.infer<typeof commentSchema>;

/** Id of a comment that the site knows. */
export const commentId = (siteId: string, remoteId: number): string => `${siteId}/${remoteId}`;
