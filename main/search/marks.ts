import { type Token, tokensOf } from '../domain/search-words.ts';
import type { Segment } from './protocol.ts';
import { isStemmed, stemOf } from './stem.ts';
import { isForm, type WordForms } from './word-match.ts';

/** A piece of a query: its words side by side, each in the forms it may have. */
export type Pattern = readonly WordForms[];

/** A place in a text that matches one of the patterns. */
export interface Mark {
  from: number;
  to: number;
  /** Index of the pattern. */
  pattern: number;
}

/** Beyond this nobody reads a snippet; parsing a whole book for one is not worth its time. In UTF-16 units. */
const LOOKED_AT = 100_000;

function matches({ word }: Token, forms: WordForms, language: string): boolean {
  const stem = forms.stem !== null && isStemmed(word, language) ? stemOf(word) : word;
  return isForm(word, stem, forms);
}

/** Where the patterns stand in a text, by the same rules by which the index finds it; in order, none inside another. */
export function marksIn(text: string, patterns: readonly Pattern[], language: string): Mark[] {
  const tokens = [...tokensOf(text.slice(0, LOOKED_AT))];
  const marks: Mark[] = [];
  let at = 0;
  while (at < tokens.length) {
    const pattern = patterns.findIndex((words) => startsHere(tokens, at, words, language));
    const length = patterns[pattern]?.length ?? 0;
    const [first, last] = [tokens[at], tokens[at + length - 1]];
    if (first && last && length > 0) marks.push({ from: first.from, to: last.to, pattern });
    at += Math.max(1, length);
  }
  return marks;
}

function startsHere(tokens: readonly Token[], at: number, words: Pattern, language: string): boolean {
  return (
    words.length > 0 &&
    words.every((forms, offset) => {
      const token = tokens[at + offset];
      return token !== undefined && matches(token, forms, language);
    })
  );
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
