import type { z } from 'zod';
import type { lostPostSchema } from '../../preload/contract/revisions.ts';
import { guessLanguage } from '../domain/language.ts';
import { type LostPost, newestWords, placeOf, siteHas } from '../domain/lost-post.ts';
import { plainText } from '../domain/plain-text.ts';
import { NO_SITE_LANGUAGE, type PostFields } from '../domain/post.ts';
import { countWords } from '../domain/word-count.ts';
import type { Reader } from '../library/transaction.ts';
import { surroundingsIn } from '../revisions/lost-posts.ts';

/** What is read from a lost post's words for its row. */
interface Gist {
  /** The first of them, if there is no title. */
  excerpt: string;
  words: number;
}

/** Gists that were made already: the rows are asked for again with every change of any post. */
const gists = new WeakMap<PostFields, Gist>();

function gistOf(fields: PostFields): Gist {
  const known = gists.get(fields);
  if (known) return known;
  const { title, body } = fields;
  const excerpt = title.trim() === '' ? plainText(body.slice(0, 2000), 80).text : '';
  const gist = { excerpt, words: countWords(body, 'en') };
  gists.set(fields, gist);
  return gist;
}

/** Of how many the site has brought the post here again. */
export function countJoining(library: Reader, lost: readonly LostPost[]): number {
  if (lost.length === 0) return 0;
  const around = surroundingsIn(library);
  return lost.filter((post) => siteHas(post, around(post.postId)) !== undefined).length;
}

/** Lost posts as people choose among them. */
export function lostRows(library: Reader, lost: readonly LostPost[]): z.infer<typeof lostPostSchema>[] {
  if (lost.length === 0) return [];
  const around = surroundingsIn(library);
  return lost.map((post) => {
    const { postId, versions } = post;
    const near = around(postId);
    // The words that come back: the newest version may have lost its own.
    const { fields, at } = newestWords(post, near.uploads);
    const { title } = fields;
    const { excerpt, words } = gistOf(fields);
    const there = siteHas(post, near);
    const { siteId } = there ?? placeOf(post, near);
    const site = siteId === null ? undefined : library.get('sites', siteId);
    return {
      ...{ postId, title, excerpt, siteId, at, words, versions: versions.length },
      language: guessLanguage(`${title} ${excerpt}`, site?.language ?? NO_SITE_LANGUAGE),
      joins: there !== undefined,
    };
  });
}
