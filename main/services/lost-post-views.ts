import type { z } from 'zod';
import type { lostPostSchema } from '../../preload/contract/revisions.ts';
import { guessLanguage } from '../domain/language.ts';
import {
  countWhole,
  type LostPost,
  newestWords,
  placeOf,
  type Surroundings,
  siteHas,
} from '../domain/lost-post.ts';
import { plainText } from '../domain/plain-text.ts';
import { NO_SITE_LANGUAGE, type PostFields } from '../domain/post.ts';
import { countWords } from '../domain/word-count.ts';
import { Slices } from '../library/slices.ts';
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

/** Those that are gone before those that the site has brought here again, and how many these are. */
export function goneFirst(library: Reader, lost: readonly LostPost[]): { lost: LostPost[]; joining: number } {
  if (lost.length === 0) return { lost: [], joining: 0 };
  const around = surroundingsIn(library);
  const isHere = (post: LostPost) => siteHas(post, around(post.postId)) !== undefined;
  const { here = [], gone = [] } = Object.groupBy(lost, (post) => (isHere(post) ? 'here' : 'gone'));
  return { lost: [...gone, ...here], joining: here.length };
}

type Row = z.infer<typeof lostPostSchema>;

/** Lost posts as people choose among them. The texts of all their versions are read for it, a few at a time. */
export async function lostRows(library: Reader, lost: readonly LostPost[]): Promise<Row[]> {
  const slices = new Slices();
  const rows: Row[] = [];
  const around = lost.length === 0 ? null : surroundingsIn(library);
  for (const post of lost) {
    if (around) rows.push(lostRow(library, post, around(post.postId)));
    await slices.breathe();
  }
  return rows;
}

function lostRow(library: Reader, post: LostPost, near: Surroundings): Row {
  // The words that come back: the newest version may have lost its own.
  const { fields, at } = newestWords(post, near.uploads);
  const { title } = fields;
  const { excerpt, words } = gistOf(fields);
  const there = siteHas(post, near);
  const { siteId } = there ?? placeOf(post, near);
  const site = siteId === null ? undefined : library.get('sites', siteId);
  return {
    ...{ postId: post.postId, title, excerpt, siteId, at, words, versions: countWhole(post, near.uploads) },
    language: guessLanguage(`${title} ${excerpt}`, site?.language ?? NO_SITE_LANGUAGE),
    joins: there !== undefined,
  };
}
