import { z } from 'zod';

/** Stamps are GMT, whole seconds, without a zone letter, as WordPress stores and prints them. */
const stamp = z.string().regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/);
const id = z.int().nonnegative();

const postSchema = z.object({
  id,
  status: z.enum(['publish', 'future', 'draft', 'pending', 'private', 'trash']),
  /** Percent-encoded; empty on a draft that was never given one. */
  slug: z.string(),
  title: z.string(),
  content: z.string(),
  excerpt: z.string(),
  password: z.string(),
  date_gmt: stamp,
  /** A draft without a chosen date: each update sets it to now, and so does publishing. */
  dateFloats: z.boolean(),
  modified_gmt: stamp,
  author: id,
  comment_status: z.enum(['open', 'closed']),
  ping_status: z.enum(['open', 'closed']),
  sticky: z.boolean(),
  format: z.string(),
  categories: z.array(id),
  tags: z.array(id),
  /** Ids of the revisions, oldest first; they come from the same sequence as the posts' ids. */
  revisions: z.array(id),
});

const commentSchema = z.object({
  id,
  post: id,
  parent: id,
  author: id,
  author_name: z.string(),
  author_email: z.string(),
  author_url: z.string(),
  author_ip: z.string(),
  author_user_agent: z.string(),
  date_gmt: stamp,
  content: z.string(),
  status: z.enum(['approved', 'hold', 'spam', 'trash', 'post-trashed']),
  /** What it was before spam or trash; `unspam` and `untrash` go back there. */
  statusBefore: z.enum(['approved', 'hold', 'spam']).nullable(),
  type: z.enum(['comment', 'pingback', 'trackback']),
});

const termSchema = z.object({
  id,
  taxonomy: z.enum(['category', 'post_tag']),
  name: z.string(),
  slug: z.string(),
  description: z.string(),
  parent: id,
});

const userSchema = z.object({
  id,
  login: z.string(),
  name: z.string(),
  email: z.string(),
  url: z.string(),
  description: z.string(),
  role: z.enum(['administrator', 'author']),
  registered_gmt: stamp,
});

const settingsSchema = z.object({
  title: z.string(),
  description: z.string(),
  email: z.string(),
  timezone: z.string(),
  date_format: z.string(),
  time_format: z.string(),
  language: z.string(),
  default_category: id,
});

/** Everything the practice blog remembers. `version` is raised with every change of shape. */
export const practiceStateSchema = z.object({
  version: z.literal(1),
  /** Differs after every reset; part of each post's guid, so that a client can tell the old blog from the new. */
  instance: z.string(),
  settings: settingsSchema,
  users: z.array(userSchema),
  posts: z.array(postSchema),
  comments: z.array(commentSchema),
  terms: z.array(termSchema),
  nextId: z.object({ post: id, comment: id, term: id }),
});

export type PracticeState = z.infer<typeof practiceStateSchema>;
export type PracticePost = z.infer<typeof postSchema>;
export type PracticeComment = z.infer<typeof commentSchema>;
export type PracticeTerm = z.infer<typeof termSchema>;
export type PracticeUser = z.infer<typeof userSchema>;
