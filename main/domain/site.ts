import { z } from 'zod';

/** What the signed-in user may do on the site, read from WordPress's `capabilities` at every pull: roles change. */
export const capabilitiesSchema = z.object({
  /** `edit_posts`: may write posts at all. */
  writePosts: z.boolean(),
  /** `publish_posts`: may publish; without it a post can only be sent as a draft or for review. */
  publishPosts: z.boolean(),
  /** `edit_others_posts`. */
  editOthersPosts: z.boolean(),
  /** `edit_published_posts`. */
  editPublishedPosts: z.boolean(),
  /** `moderate_comments`: sees emails, addresses and pending comments, and may decide. */
  moderateComments: z.boolean(),
  /** `unfiltered_html`: without it the site strips HTML such as iframes from what is sent. */
  unfilteredHtml: z.boolean(),
});

export const siteSchema = z.object({
  id: z.string(),
  /** `practice` is the embedded blog: the same client over an in-process transport. */
  platform: z.enum(['wordpress', 'practice']),
  /** Address of the blog as readers see it, without a trailing slash. */
  url: z.string(),
  /** REST root with a trailing slash or `?rest_route=/`. */
  apiRoot: z.string(),
  title: z.string(),
  /** BCP 47 tag of the blog's language, such as `bg-BG`. */
  language: z.string(),
  /** IANA zone or a fixed offset such as `+05:30`. */
  timeZone: z.string(),
  user: z.object({
    id: z.number(),
    login: z.string(),
    name: z.string(),
    role: z.string(),
    capabilities: capabilitiesSchema,
  }),
  connectedAt: z.string(),
  /** When the last pull ended well (ISO, UTC), or null before the first. */
  pulledAt: z.string().nullable(),
  /** Set when the site refused our password: nothing is sent until the person connects again. */
  needsPassword: z.boolean(),
});

export type Capabilities = z.infer<typeof capabilitiesSchema>;
export type Site = z.infer<typeof siteSchema>;
