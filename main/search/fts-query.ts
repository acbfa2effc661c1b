import type { Choice, Phrase, SearchQuery } from '../domain/search-query.ts';
import { asTyped, formsOf, type OtherSpellings, type WordForms } from './word-match.ts';

/**
 * FTS5's query language (https://sqlite.org/fts5.html, section 3) out of a parsed query. Words hold nothing but letters
 * and digits by then (see `search-words.ts`) and stand in quotes, so nothing that was typed can act as syntax.
 */
const quoted = (words: readonly string[], prefix: boolean): string =>
  `"${words.join(' ')}"${prefix ? '*' : ''}`;

/** The columns of what people wrote, as against the stems that were made of it. */
const AS_WRITTEN = '- stems';

/** One piece of a query, with the other forms of its word. */
function phraseMatch(phrase: Phrase, spellings: OtherSpellings): string {
  const [first, ...others] = formsOf(phrase, spellings);
  if (first === undefined) return '""';
  const prefix = (others.at(-1) ?? first).prefix;
  if (others.length > 0 || first.stem === null) return `(${AS_WRITTEN} : ${quoted(phrase.words, prefix)})`;
  return wordMatch(first);
}

function wordMatch({ word, prefix, stem, others }: WordForms): string {
  const forms = [quoted([word], prefix)];
  if (stem !== null && stem !== word) forms.push(quoted([stem], false));
  forms.push(...others.map((other) => quoted([other], true)));
  return forms.length === 1 ? (forms[0] ?? '') : `(${forms.join(' OR ')})`;
}

/** Whether a name ends in an initial: a beginning of one letter, which would be looked up in half of all words. */
export const endsInInitial = ({ words }: Phrase): boolean => [...(words.at(-1) ?? '')].length === 1;

/**
 * Comments and posts of an author by the beginning of the name, in either alphabet; of a name with an initial, by what
 * is before that.
 */
function authorMatch(name: Phrase, spellings: OtherSpellings): string | null {
  const words = endsInInitial(name) ? name.words.slice(0, -1) : name.words;
  if (words.length === 0) return null;
  const typed = `author : ${quoted(words, !endsInInitial(name))}`;
  const spelled = endsInInitial(name) ? [] : words.map(spellings);
  if (spelled.length === 0 || spelled.some((others) => others.length === 0)) return typed;
  const each = spelled.map((others) => anyOf(others.map((other) => `author : ${quoted([other], true)}`)));
  return `(${typed} OR (${each.join(' AND ')}))`;
}

const anyOf = (matches: readonly string[]): string => `(${matches.join(' OR ')})`;

/** Where the words of a query may stand, what must not, or null where the query says nothing about words. */
export interface FtsMatch {
  match: string | null;
  /** To be left out. Apart from `match` only where there is none: FTS5 cannot say "all but". */
  except: string | null;
}

/**
 * Which of the matches: all; those that have every word in this column, or all but those; those that have every word in
 * the alphabet in which it was typed, or all but those.
 */
export type Part = 'all' | { within: string } | { without: string } | 'as typed' | 'spelled otherwise';

/** The words and authors of a query for the table of posts or of comments. */
export function ftsMatch(
  query: Pick<SearchQuery, 'all' | 'none' | 'author'>,
  part: Part,
  spellings: OtherSpellings,
): FtsMatch {
  const { all, none, author } = query;
  const typed = () => all.map((phrase) => phraseMatch(phrase, asTyped));
  const wanted = part === 'as typed' ? typed() : all.map((phrase) => phraseMatch(phrase, spellings));
  const unwanted = [
    ...none.map((phrase) => phraseMatch(phrase, asTyped)),
    ...author.none.filter((name) => !endsInInitial(name)).map((name) => `(${authorMatch(name, asTyped)})`),
  ];
  const inColumn = (column: string) => `(${wanted.map((match) => `${column} : (${match})`).join(' AND ')})`;
  if (typeof part === 'object' && 'without' in part) unwanted.push(inColumn(part.without));
  if (typeof part === 'object' && 'within' in part) wanted.push(inColumn(part.within));
  if (part === 'spelled otherwise' && all.length > 0) unwanted.push(`(${typed().join(' AND ')})`);
  const names = author.any.map((name) => authorMatch(name, spellings));
  if (names.length > 0 && !names.includes(null)) wanted.push(anyOf(names.filter((name) => name !== null)));
  if (wanted.length === 0) {
    return { match: null, except: unwanted.length === 0 ? null : anyOf(unwanted) };
  }
  const match = wanted.join(' AND ');
  return { match: unwanted.length === 0 ? match : `(${match}) NOT ${anyOf(unwanted)}`, except: null };
}

/** Posts whose title holds one of these, or null for no condition. */
export const titleMatch = (phrases: Choice<Phrase>['any'], spellings: OtherSpellings): string | null =>
  phrases.length === 0
    ? null
    : anyOf(
        phrases
          .map(({ words }) => words.map((word) => titleWord(word, spellings)).join(' AND '))
          .map((words) => `(${words})`),
      );

/** Titles are short: the beginning of a word or of its stem is as good as the word. */
function titleWord(word: string, spellings: OtherSpellings): string {
  const [forms] = formsOf({ words: [word], prefix: true, exact: false }, spellings);
  const beginnings = [word, forms?.stem ?? word, ...(forms?.others ?? [])].map(
    (start) => `title : ${quoted([start], start.length > 1)}`,
  );
  return `(${[...new Set(beginnings)].join(' OR ')})`;
}
