import type { Choice, Phrase, SearchQuery } from '../domain/search-query.ts';
import { formsOf, type WordForms } from './word-match.ts';

/**
 * FTS5's query language (https://sqlite.org/fts5.html, section 3) out of a parsed query. Words hold nothing but letters
 * and digits by then (see `search-words.ts`) and stand in quotes, so nothing that was typed can act as syntax.
 */
const quoted = (words: readonly string[], prefix: boolean): string =>
  `"${words.join(' ')}"${prefix ? '*' : ''}`;

/** One piece of a query, with the other forms of its word. */
function phraseMatch(phrase: Phrase): string {
  const forms = formsOf(phrase);
  const last = forms.at(-1);
  if (forms.length > 1) return quoted(phrase.words, last?.prefix ?? false);
  return last === undefined ? '""' : wordMatch(last);
}

function wordMatch({ word, prefix, stem, latin }: WordForms): string {
  const forms = [quoted([word], prefix)];
  if (stem !== null) forms.push(quoted([stem], false));
  if (latin !== null) forms.push(quoted([latin], true));
  return forms.length === 1 ? (forms[0] ?? '') : `(${forms.join(' OR ')})`;
}

/** A name or title by its beginning, in one column. */
const columnMatch = (column: string, { words, prefix }: Phrase): string =>
  `${column} : ${quoted(words, prefix && (words.at(-1)?.length ?? 0) > 1)}`;

const anyOf = (matches: readonly string[]): string => `(${matches.join(' OR ')})`;

/** Where the words of a query may stand, what must not, or null where the query says nothing about words. */
export interface FtsMatch {
  match: string | null;
  /** To be left out. Apart from `match` only where there is none: FTS5 cannot say "all but". */
  except: string | null;
}

/** The words and authors of a query for the table of posts or of comments. */
export function ftsMatch({ all, none, author }: Pick<SearchQuery, 'all' | 'none' | 'author'>): FtsMatch {
  const wanted = all.map(phraseMatch);
  if (author.any.length > 0) wanted.push(anyOf(author.any.map((name) => columnMatch('author', name))));
  const unwanted = [
    ...none.map(phraseMatch),
    ...author.none.map((name) => `(${columnMatch('author', name)})`),
  ];
  if (wanted.length === 0) {
    return { match: null, except: unwanted.length === 0 ? null : anyOf(unwanted) };
  }
  const match = wanted.join(' AND ');
  return { match: unwanted.length === 0 ? match : `(${match}) NOT ${anyOf(unwanted)}`, except: null };
}

/** Posts whose title holds one of these, or null for no condition. */
export const titleMatch = (phrases: Choice<Phrase>['any']): string | null =>
  phrases.length === 0
    ? null
    : anyOf(phrases.map(({ words }) => words.map(titleWord).join(' AND ')).map((words) => `(${words})`));

/** Titles are short: the beginning of a word or of its stem is as good as the word. */
function titleWord(word: string): string {
  const [forms] = formsOf({ words: [word], prefix: true, exact: false });
  const beginnings = [word, forms?.stem ?? word].map(
    (start) => `title : ${quoted([start], start.length > 1)}`,
  );
  return `(${[...new Set(beginnings)].join(' OR ')})`;
}
