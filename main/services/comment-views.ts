import type { z } from 'zod';
import type {
  commentRowSchema,
  personSchema,
  threadCommentSchema,
  threadSchema,
} from '../../preload/contract/comments.ts';
import { type Comment, commentId } from '../domain/comment.ts';
import { guessLanguage } from '../domain/language.ts';
import { byPlace, type OperationState, onComment } from '../domain/operation.ts';
import { plainText } from '../domain/plain-text.ts';
import type { Site } from '../domain/site.ts';
import { byThreadOrder, isInThread, numberThread, type ThreadNumbers } from '../domain/thread.ts';
import type { Library } from '../library/library.ts';

export type Thread = z.infer<typeof threadSchema>;

const EXCERPT_LENGTH = 300;

/** State of the newest open operation on a comment, for its badge; null if nothing waits. */
export const stateOnItsWay = (library: Library, id: string): OperationState | null =>
  library.openOperations(onComment(id)).sort(byPlace).at(-1)?.state ?? null;

/** What is read from a comment's words for its row. */
interface Gist {
  siteLanguage: string;
  excerpt: string;
  links: number;
  language: string;
}

/** Gists that were made already. Records are never changed in place, so that one holds as long as its record lives. */
const gists = new WeakMap<Comment, Gist>();

/** The beginning of a comment's words. Parsing a hundred comments anew after each decision would be felt. */
function gistOf(comment: Comment, { language: siteLanguage }: Site): Gist {
  const known = gists.get(comment);
  if (known?.siteLanguage === siteLanguage) return known;
  const { text: excerpt, links } = plainText(comment.rendered || comment.raw, EXCERPT_LENGTH);
  const gist = { siteLanguage, excerpt, links, language: guessLanguage(excerpt, siteLanguage) };
  gists.set(comment, gist);
  return gist;
}

/** A comment as a row of a list. */
export function commentRow(
  comment: Comment,
  site: Site,
  postTitle: string,
  onItsWay: OperationState | null,
): z.infer<typeof commentRowSchema> {
  const { excerpt, links, language } = gistOf(comment, site);
  return {
    id: comment.id,
    siteId: comment.siteId,
    authorName: comment.author.name,
    postTitle,
    ...{ excerpt, links, language },
    type: comment.type,
    status: comment.status,
    onItsWay,
    date: comment.dateGmt,
    timeZone: site.timeZone,
  };
}

/** Languages that were guessed already. Records are never changed in place, so that a guess holds as long as one lives. */
const guesses = new WeakMap<Comment, { siteLanguage: string; language: string }>();

/** Language of a comment's words. Parsing a long thread anew at every key would be felt. */
function languageOf(comment: Comment, { language: siteLanguage }: Site): string {
  const known = guesses.get(comment);
  if (known?.siteLanguage === siteLanguage) return known.language;
  const language = guessLanguage(plainText(comment.rendered || comment.raw).text, siteLanguage);
  guesses.set(comment, { siteLanguage, language });
  return language;
}

function threadComment(
  comment: Comment,
  site: Site,
  { shown, ifApproved }: ThreadNumbers,
  parent: Comment | undefined,
  onItsWay: OperationState | null,
): z.infer<typeof threadCommentSchema> {
  const { userId, ...author } = comment.author;
  return {
    id: comment.id,
    number: shown.get(comment.id) ?? null,
    numberIfApproved: ifApproved.get(comment.id) ?? null,
    unsent: comment.remoteId === null,
    inReplyTo: parent
      ? { id: parent.id, number: shown.get(parent.id) ?? null, authorName: parent.author.name }
      : null,
    author: { ...author, isBlogUser: userId > 0 },
    type: comment.type,
    html: comment.rendered || comment.raw,
    language: languageOf(comment, site),
    status: comment.status,
    onItsWay,
    date: comment.dateGmt,
  };
}

/**
 * All comments under one post in the blog's order, numbered as readers see them. Spam and trash are left out, unless
 * one of them is the comment that was asked for.
 */
export function threadOf(library: Library, site: Site, postRemoteId: number, always?: string): Thread {
  const all = [...library.commentsUnder(site.id, postRemoteId)].sort(byThreadOrder);
  const numbers = numberThread(all);
  const shown = all.filter((comment) => comment.id === always || isInThread(comment));
  const byId = new Map(shown.map((comment) => [comment.id, comment]));
  const post = library.postAt(site.id, postRemoteId);
  const title = post?.fields.title ?? '';
  return {
    siteId: site.id,
    postTitle: title,
    postLanguage: guessLanguage(title, site.language),
    postLink: post?.remote?.link ?? '',
    postId: post?.id ?? null,
    timeZone: site.timeZone,
    siteLanguage: site.language,
    comments: shown.map((comment) =>
      threadComment(
        comment,
        site,
        numbers,
        byId.get(commentId(site.id, comment.parentRemoteId)),
        stateOnItsWay(library, comment.id),
      ),
    ),
  };
}

/** Who wrote a comment: the same email on the same site, or the same name where there is no email. */
export function personOf(library: Library, comment: Comment): z.infer<typeof personSchema> {
  const { name, email, url, ip, agent } = comment.author;
  const theirs = library.commentsBy(comment);
  const count = (status: Comment['status']) => theirs.filter((other) => other.status === status).length;
  const dates = theirs.map((other) => other.dateGmt).sort();
  return {
    name,
    email,
    url,
    ip,
    agent,
    approved: count('approved'),
    pending: count('pending'),
    spam: count('spam'),
    firstSeen: dates[0] ?? comment.dateGmt,
    lastSeen: dates.at(-1) ?? comment.dateGmt,
  };
}
