import type { Comment } from '../../main/domain/comment.ts';
import type { Post } from '../../main/domain/post.ts';
import { aComment, aPost, someFields } from '../support/builders.ts';
import { seeded } from '../support/seeded.ts';

interface Letters {
  consonants: readonly string[];
  vowels: readonly string[];
  endings: readonly string[];
}

const BULGARIAN: Letters = {
  consonants: [...'влкгртмнпсдзбчшжхцщй'],
  vowels: [...'аоеиуъ'],
  endings: ['', 'ът', 'ите', 'ове', 'та', 'и', 'ни'],
};
const ENGLISH: Letters = {
  consonants: [...'vlkgrtmnpsdzbhjfwc', 'th', 'ch', 'st'],
  vowels: [...'aoeiu'],
  endings: ['', 's', 'ing', 'ed', 'ly', 'er'],
};

/** Words of a language in which a few come back all the time and most hardly ever, as in every language (Zipf). */
function language({ consonants, vowels, endings }: Letters, random: () => number): () => string {
  const one = (from: readonly string[]) => from[Math.floor(random() * from.length)] ?? '';
  const word = () => {
    let made = '';
    for (let syllables = 1 + random() * 3; syllables > 0; syllables -= 1)
      made += one(consonants) + one(vowels);
    return made + one(endings);
  };
  const words = [...new Set(Array.from({ length: 40_000 }, word))];
  return () => words[Math.floor(words.length ** random() - 1)] ?? '';
}

const times = (count: number, make: () => string): string => Array.from({ length: count }, make).join(' ');

export interface Corpus {
  posts: Post[];
  comments: Comment[];
}

/**
 * Posts of 8 KB (one in 200 of 200 KB) and comments of 400 bytes, half of them Bulgarian, over some years: what a busy
 * blog has after a decade, when `comments` is 100,000 and `posts` 2,000.
 */
export function searchCorpus(posts: number, comments: number): Corpus {
  const random = seeded(posts + comments).next;
  const languages = [language(ENGLISH, random), language(BULGARIAN, random)] as const;
  const of = (n: number) => languages[n % 2 === 0 ? 0 : 1];
  const moment = (n: number, of: number) =>
    new Date(Date.UTC(2016, 0, 1) + (n / of) * 3e11).toISOString().replace(/\.\d+Z$/, 'Z');
  return {
    posts: Array.from({ length: posts }, (_, n) => {
      const length = (n % 2 === 0 ? 1_100 : 620) * (n % 200 === 0 ? 25 : 1);
      const body = `<!-- wp:paragraph --><p>${times(length, of(n))}</p><!-- /wp:paragraph -->`;
      const fields = someFields({ title: times(6, of(n)), body, status: n % 50 === 0 ? 'draft' : 'publish' });
      return aPost({ id: `post-${n}`, remoteId: n + 1, fields, editedAt: moment(n, posts) });
    }),
    comments: Array.from({ length: comments }, (_, n) => {
      const raw = times(n % 2 === 0 ? 55 : 31, of(n));
      // Shifted from one comment of a post to its next, so that a thread has some of each.
      const turn = n + Math.floor(n / posts);
      const status = turn % 20 === 0 ? 'pending' : turn % 33 === 0 ? 'spam' : 'approved';
      const author = { ...aComment().author, name: times(2, of(n)), email: `${n % 5_000}@poshta.example` };
      const place = { id: `site-1/${n + 1}`, remoteId: n + 1, postRemoteId: 1 + (n % posts), author };
      return aComment({ ...place, raw, rendered: `<p>${raw}</p>`, status, dateGmt: moment(n, comments) });
    }),
  };
}

/** Words that are in every other text: articles, pronouns. Nobody looks for them alone, and seldom with others. */
function commonest(comments: readonly Comment[], count: number): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { raw } of comments.slice(0, 2_000)) {
    for (const word of raw.split(' ')) seen.set(word, (seen.get(word) ?? 0) + 1);
  }
  return new Set([...seen.keys()].sort((a, b) => (seen.get(b) ?? 0) - (seen.get(a) ?? 0)).slice(0, count));
}

/**
 * What people type: one to three words of a text that is there, in its order, the last one cut short more often than not.
 * One query in five has words as they come, articles and all; the others leave out the hundred commonest.
 */
export function typedQueries(corpus: Corpus, count: number): string[] {
  const random = seeded(count).next;
  const common = commonest(corpus.comments, 100);
  return Array.from({ length: count }, (_, n) => {
    const comment = corpus.comments[Math.floor(random() * corpus.comments.length)];
    const words = (comment?.raw ?? '').split(' ').filter((word) => n % 5 === 0 || !common.has(word));
    const at = Math.floor(random() * Math.max(1, words.length - 3));
    const chosen = words.slice(at, at + 1 + Math.floor(random() * 3));
    const last = chosen.pop() ?? '';
    return [...chosen, last.slice(0, 2 + Math.floor(random() * last.length))].join(' ');
  });
}
