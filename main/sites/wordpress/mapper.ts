import type { CommentStatus } from '../../domain/comment.ts';
import { plainText } from '../../domain/plain-text.ts';
import { type PostFields, postStatusSchema } from '../../domain/post.ts';
import type { Capabilities } from '../../domain/site.ts';
import type { RemoteComment, RemotePost } from '../site-client.ts';
import type { CommentRecord, PostRecord } from './schemas.ts';

/** A Cyrillic slug comes percent-encoded; one that was cut inside a character stays as it is. */
export function decodeSlug(slug: string): string {
  try {
    return decodeURIComponent(slug);
  } catch {
    return slug;
  }
}

/**
 * A post in our words. Without `content.raw` we may only read it: title and body are then what readers see, and it is
 * not editable. A status of a plugin's own makes it read-only too and counts as a draft.
 */
export function toRemotePost(record: PostRecord): RemotePost {
  const { raw } = record.content;
  const status = postStatusSchema.safeParse(record.status);
  const rendered = record.content.rendered ?? '';
  return {
    remoteId: record.id,
    fields: {
      title: record.title.raw ?? plainText(record.title.rendered ?? '').text,
      body: raw ?? rendered,
      excerpt: record.excerpt?.raw ?? '',
      slug: decodeSlug(record.slug),
      status: status.success ? status.data : 'draft',
    },
    token: {
      modifiedGmt: record.modified_gmt,
      revisionId: record._links?.['predecessor-version']?.[0]?.id ?? null,
    },
    link: record.link,
    dateGmt: record.date_gmt,
    authorId: record.author,
    commentsOpen: record.comment_status === 'open',
    rendered,
    editable: raw !== undefined && status.success,
  };
}

/** Fields of a post as WordPress takes them; only those that were given. */
export function toPostBody(fields: Partial<PostFields>): Record<string, string> {
  const { title, body, excerpt, slug, status } = fields;
  const entries = Object.entries({ title, content: body, excerpt, slug, status });
  return Object.fromEntries(entries.filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** `post-trashed` is a comment that went to the trash together with its post. */
const STATUS: Record<CommentRecord['status'], CommentStatus> = {
  approved: 'approved',
  hold: 'pending',
  spam: 'spam',
  trash: 'trash',
  'post-trashed': 'trash',
};

/** The status that is written for ours. The read filter has yet another word, `approve`. */
export const toWordPressStatus = (status: CommentStatus): string => (status === 'pending' ? 'hold' : status);

/** A comment in our words; address, agent, email and raw text are empty where we may not read them. */
export function toRemoteComment(record: CommentRecord): RemoteComment {
  return {
    remoteId: record.id,
    postRemoteId: record.post,
    parentRemoteId: record.parent,
    type: record.type,
    author: {
      userId: record.author,
      name: plainText(record.author_name).text,
      email: record.author_email ?? '',
      url: record.author_url,
      ip: record.author_ip ?? '',
      agent: record.author_user_agent ?? '',
    },
    dateGmt: record.date_gmt,
    raw: record.content.raw ?? '',
    rendered: record.content.rendered ?? '',
    link: record.link,
    status: STATUS[record.status],
  };
}

/** What we look at among WordPress's dozens of capabilities. */
export function toCapabilities(capabilities: Readonly<Record<string, unknown>>): Capabilities {
  // Role editors store 1 or "1"; PHP counts "0" as false.
  const may = (name: string): boolean => Boolean(capabilities[name]) && capabilities[name] !== '0';
  return {
    writePosts: may('edit_posts'),
    publishPosts: may('publish_posts'),
    editOthersPosts: may('edit_others_posts'),
    editPublishedPosts: may('edit_published_posts'),
    moderateComments: may('moderate_comments'),
    unfilteredHtml: may('unfiltered_html'),
  };
}

/** WordPress's locale as a BCP 47 tag: `bg_BG` → `bg-BG`, `de_DE_formal` → `de-DE`; empty means `en-US`. */
export function toLanguageTag(locale: string): string {
  const [language = '', ...rest] = locale.trim().split(/[_-]/);
  if (!/^[a-z]{2,3}$/i.test(language)) return 'en-US';
  const parts = rest.filter((part) => /^([A-Z][a-z]{3}|[A-Z]{2}|\d{3})$/.test(part));
  return [language.toLowerCase(), ...parts].join('-');
}
