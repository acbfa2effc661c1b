import type { Call } from '../rest/call.ts';
import { type Reply, refuse } from '../rest/reply.ts';
import { dateOrNull, flag, integer, integers, oneOf, or, rawText, read, text } from '../rest/rules.ts';
import { fromStamp, toStamp } from '../site-time.ts';
import type { PracticePost } from '../state.ts';
import { toSlug, uniqueSlug } from '../text/slug.ts';
import { isSlugTaken, slugFromTitle } from './post-view.ts';

const asSent = undefined;
const openOrClosed = or(asSent, oneOf(['open', 'closed']));

const rules = {
  title: or(asSent, rawText),
  content: or(asSent, rawText),
  excerpt: or(asSent, rawText),
  slug: or(asSent, text),
  password: or(asSent, text),
  status: or(asSent, oneOf(['publish', 'future', 'draft', 'pending', 'private'])),
  date: or(asSent, dateOrNull('site')),
  date_gmt: or(asSent, dateOrNull('gmt')),
  author: or(asSent, integer()),
  comment_status: openOrClosed,
  ping_status: openOrClosed,
  sticky: or(asSent, flag),
  format: or(asSent, text),
  categories: or(asSent, integers),
  tags: or(asSent, integers),
};

/** The fields of a post that were sent; undefined is "leave as it is". */
export type SentFields = Extract<ReturnType<typeof readSentFields>, { values: unknown }>['values'];

/** Reads what a create or update sent. */
export function readSentFields(call: Call) {
  return read(call.params, rules);
}

/** Puts the sent fields into a post, with WordPress's rules for texts, terms, dates, status and slug. */
export function applyFields(call: Call, post: PracticePost, sent: SentFields): Reply | null {
  if (sent.author !== undefined && !call.state.users.some((user) => user.id === sent.author))
    return refuse(400, 'rest_invalid_author', 'There is no such author.');
  const content = sent.content ?? post.content;
  const title = (sent.title ?? post.title).trim();
  const excerpt = sent.excerpt ?? post.excerpt;
  if (`${content}${title}${excerpt}`.trim() === '')
    return refuse(400, 'empty_content', 'Title, content and excerpt are all empty.');
  Object.assign(post, { content, title, excerpt });
  post.password = sent.password ?? post.password;
  post.author = sent.author ?? post.author;
  post.comment_status = sent.comment_status ?? post.comment_status;
  post.ping_status = sent.ping_status ?? post.ping_status;
  post.sticky = sent.sticky ?? post.sticky;
  post.format = sent.format ?? post.format;
  applyTerms(call, post, sent);
  const before = post.status;
  applyDateAndStatus(call, post, sent);
  applySlug(call, post, sent, before);
  return null;
}

/** Unknown ids are dropped without a word. A post left without categories gets the default one at its next update. */
function applyTerms(call: Call, post: PracticePost, sent: SentFields): void {
  const known = (ids: number[], taxonomy: string) =>
    ids.filter((id) => call.state.terms.some((term) => term.id === id && term.taxonomy === taxonomy));
  if (sent.categories !== undefined) post.categories = known(sent.categories, 'category');
  else if (post.categories.length === 0) post.categories = [call.state.settings.default_category];
  if (sent.tags !== undefined) post.tags = known(sent.tags, 'post_tag');
}

function applyDateAndStatus(call: Call, post: PracticePost, sent: SentFields): void {
  const now = toStamp(call.now);
  const wished = sent.date === undefined ? sent.date_gmt : sent.date;
  // Sending a draft's own date back does not pin it: WordPress compares with the stored one first.
  const chosen = wished === post.date_gmt ? undefined : wished;
  if (typeof chosen === 'string') Object.assign(post, { date_gmt: chosen, dateFloats: false });
  else if (chosen === null) Object.assign(post, { date_gmt: now, dateFloats: true });
  else if (post.dateFloats) post.date_gmt = now;

  post.status = sent.status ?? post.status;
  // Less than a minute ahead counts as now (`wp_insert_post`).
  const isAhead = fromStamp(post.date_gmt).getTime() - fromStamp(now).getTime() >= 60_000;
  if (post.status === 'publish' && isAhead) post.status = 'future';
  else if (post.status === 'future' && !isAhead) post.status = 'publish';
  if (post.status !== 'draft' && post.status !== 'pending') post.dateFloats = false;
}

function applySlug(call: Call, post: PracticePost, sent: SentFields, before: PracticePost['status']): void {
  const isTaken = isSlugTaken(call, post.id);
  const untrashed = before === 'trash' ? post.slug.replace(/(?<=.)__trashed$/, '') : post.slug;
  const wished = sent.slug === undefined ? untrashed : toSlug(sent.slug);
  const isUnfinished = post.status === 'draft' || post.status === 'pending';
  if (wished !== '') post.slug = wished === post.slug ? wished : uniqueSlug(wished, isTaken);
  else post.slug = isUnfinished ? '' : slugFromTitle(call, post);
}
