import { z } from 'zod';
import { utcDate } from './dates.ts';

/** PHP writes an object without keys as `[]`. */
const emptyList = z.array(z.never()).max(0);
const objectOrEmpty = <S extends z.ZodRawShape>(shape: S) =>
  z.union([z.object(shape), emptyList.transform(() => ({}))]).pipe(z.object(shape));

/** A text as stored (`raw`, only where we may edit) and as shown. */
const text = objectOrEmpty({ raw: z.string().optional(), rendered: z.string().optional() });
const id = z.int().positive();
/** 0 stands for "none". */
const reference = z.int().nonnegative();

export const postRecordSchema = z.object({
  id,
  date_gmt: utcDate,
  modified_gmt: utcDate,
  slug: z.string(),
  status: z.string().min(1),
  link: z.string(),
  title: text,
  content: text,
  excerpt: text.optional(),
  author: reference,
  comment_status: z.string().optional(),
  _links: objectOrEmpty({
    'predecessor-version': z.array(z.object({ id })).optional(),
  }).optional(),
});

export const commentRecordSchema = z.object({
  id,
  post: reference,
  parent: reference,
  author: reference,
  author_name: z.string(),
  author_url: z.string(),
  /** The next three come only to those who may moderate. */
  author_email: z.string().optional(),
  author_ip: z.string().optional(),
  author_user_agent: z.string().optional(),
  date_gmt: utcDate,
  content: text,
  link: z.string(),
  status: z.enum(['approved', 'hold', 'spam', 'trash', 'post-trashed']),
  type: z.string().min(1),
});

/** The REST index, `/wp-json/`. */
export const indexSchema = z.object({
  name: z.string(),
  url: z.string(),
  home: z.string(),
  namespaces: z.array(z.string()),
  /** A number next to a zone's name, a string such as `"5.5"` without one; hours east of Greenwich. */
  gmt_offset: z.union([z.number(), z.string()]).catch(0),
  timezone_string: z.string().catch(''),
  /** `[]` where application passwords are switched off. */
  authentication: objectOrEmpty({ 'application-passwords': z.unknown().optional() }).catch({}),
});

/** `users/me?context=edit`. */
export const meSchema = z.object({
  id,
  username: z.string(),
  name: z.string(),
  roles: z.array(z.string()),
  capabilities: z.union([z.record(z.string(), z.unknown()), emptyList.transform(() => ({}))]),
});

/** `users/me?_fields=id`. */
export const ownIdSchema = z.object({ id });

/** `settings`, for administrators; WordPress's locale, such as `bg_BG`. */
export const settingsSchema = z.object({ language: z.string() });

export const usersSchema = z.array(z.object({ id, name: z.string() }));

export type PostRecord = z.infer<typeof postRecordSchema>;
export type CommentRecord = z.infer<typeof commentRecordSchema>;
export type IndexRecord = z.infer<typeof indexSchema>;
export type MeRecord = z.infer<typeof meSchema>;
