import type { Phrase } from '../domain/search-query.ts';
import { stemOf } from './stem.ts';

/** A word of one letter stands for itself: as a beginning it would be most of the library. */
const SHORTEST_PREFIX = 2;

/** What one word of a query may look like in a text. */
export interface WordForms {
  word: string;
  /** Any ending will do. */
  prefix: boolean;
  /** Null where only the word itself will do. Texts hold their stems in a column of its own. */
  stem: string | null;
  /** The word in the other alphabet, Cyrillic or Latin; any ending will do. */
  others: readonly string[];
}

/** Beginnings of words in the other alphabet that read like a word. */
export type OtherSpellings = (word: string) => readonly string[];

/** None: words as they were typed. */
export const asTyped: OtherSpellings = () => [];

/** The forms that are looked for. Words that are to stand side by side are looked for as they are. */
export function formsOf({ words, prefix, exact }: Phrase, others: OtherSpellings): WordForms[] {
  return words.map((word, at) => {
    const ending = prefix && at === words.length - 1 && [...word].length >= SHORTEST_PREFIX;
    if (exact || words.length > 1) return { word, prefix: ending, stem: null, others: [] };
    return { word, prefix: ending, stem: stemOf(word), others: ending ? others(word) : [] };
  });
}

/**
 * How a word of a text is one of the forms: as it was typed, in the other alphabet, or (null) not at all.
 *
 * @param stem its own, where its language has stems, else the word
 */
export function matchOf(word: string, stem: string, forms: WordForms): 'typed' | 'other' | null {
  const isTyped = (one: string) => one === forms.word || (forms.prefix && one.startsWith(forms.word));
  if (forms.stem === null) return isTyped(word) ? 'typed' : null;
  const { stem: wanted, others } = forms;
  if ([word, stem].some((one) => isTyped(one) || one === wanted)) return 'typed';
  const isOther = others.some((other) => word.startsWith(other) || stem.startsWith(other));
  return isOther ? 'other' : null;
}
