import { foldInPlace, startsWord, type Token, tokenFrom } from '../domain/search-words.ts';
import type { Segment } from './protocol.ts';
import { stemsIn } from './stem.ts';
import { matchOf, type WordForms } from './word-match.ts';

/** A piece of a query: its words side by side, each in the forms it may have. */
export type Pattern = readonly WordForms[];

/** A place in a text that matches one of the patterns. */
export interface Mark {
  from: number;
  to: number;
  /** Index of the pattern. */
  pattern: number;
  /** Every word is as it was typed, or another form of that; not in the other alphabet. */
  isTyped: boolean;
}

/** Where most of what is looked for stands already; the rest of a text is looked at only if something is missing. */
const FIRST_LOOK = 4_000;
/** More marks of one pattern than any choice of a snippet needs. */
const MOST_MARKS = 100;
/** Letters that taking or changing an ending may touch at the end of a stem: голям, големи; вестник, вестници. */
const TOUCHED = 2;

/**
 * Where the patterns stand in a text, by the same rules by which the index finds it; in order, none inside another. Only
 * places that begin right are looked at: splitting a long text into words for three lines of it would be felt.
 */
export function marksIn(text: string, patterns: readonly Pattern[], language: string): Mark[] {
  const marks = lookAt(text.slice(0, FIRST_LOOK), patterns, language);
  const isAll = new Set(marks.map(({ pattern }) => pattern)).size === patterns.length;
  const found = isAll || text.length <= FIRST_LOOK ? marks : lookAt(text, patterns, language);
  return apart(found.sort((a, b) => a.from - b.from || b.to - a.to));
}

function lookAt(text: string, patterns: readonly Pattern[], language: string): Mark[] {
  const folded = foldInPlace(text);
  const stemOf = stemsIn(language);
  return patterns.flatMap((words, pattern) => {
    const places = folded === null ? everyWord(text) : beginnings(folded, words[0]);
    return marksOf(text, words, places, stemOf).map((mark) => ({ ...mark, pattern }));
  });
}

/** Without those that begin before the one before has ended. */
function apart(marks: readonly Mark[]): Mark[] {
  let end = 0;
  return marks.filter(({ from, to }) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

type Place = Omit<Mark, 'pattern'>;
type StemOf = (word: string) => string;

function marksOf(text: string, words: Pattern, places: Iterable<number>, stemOf: StemOf): Place[] {
  const marks: Place[] = [];
  for (const place of places) {
    const mark = matchAt(text, place, words, stemOf);
    if (mark) marks.push(mark);
    if (marks.length >= MOST_MARKS) break;
  }
  return marks;
}

function matchAt(text: string, place: number, words: Pattern, stemOf: StemOf): Place | null {
  let to = place;
  let isTyped = true;
  for (const forms of words) {
    const token = tokenFrom(text, to);
    const match = token && matchesAs(token, forms, stemOf);
    if (token === null || match === null) return null;
    if (match === 'other') isTyped = false;
    to = token.to;
  }
  return words.length === 0 ? null : { from: place, to, isTyped };
}

const matchesAs = ({ word }: Token, forms: WordForms, stemOf: StemOf) =>
  matchOf(word, forms.stem === null ? word : stemOf(word), forms);

/** Places where a word starts like one of the forms. */
function* beginnings(folded: string, forms: WordForms | undefined): Generator<number> {
  const starts = forms === undefined ? [] : startsOf(forms);
  for (const start of starts) {
    for (let at = folded.indexOf(start); at >= 0; at = folded.indexOf(start, at + 1)) {
      if (startsWord(folded, at)) yield at;
    }
  }
}

/** What every form begins with, none the beginning of another. */
function startsOf({ word, stem, others }: WordForms): string[] {
  const root = (form: string) => form.slice(0, Math.max(2, form.length - TOUCHED));
  const starts = stem === null ? [word] : [root(word), root(stem), ...others.map(root)];
  return [...new Set(starts)].filter((start, _, all) =>
    all.every((other) => other === start || !start.startsWith(other)),
  );
}

function* everyWord(text: string): Generator<number> {
  for (let token = tokenFrom(text, 0); token; token = tokenFrom(text, token.to)) yield token.from;
}

/** `text` between two places as segments, the marks in it set off. */
export function segments(text: string, marks: readonly Mark[], from = 0, to = text.length): Segment[] {
  const parts: Segment[] = [];
  const add = (part: string, marked: boolean) => {
    if (part !== '') parts.push({ text: part, marked });
  };
  let at = from;
  for (const mark of marks) {
    if (mark.from < at || mark.to > to) continue;
    add(text.slice(at, mark.from), false);
    add(text.slice(mark.from, mark.to), true);
    at = mark.to;
  }
  add(text.slice(at, to), false);
  return parts;
}
