import type { Phrase } from '../domain/search-query.ts';
import { slugFromTitle } from '../domain/slug.ts';
import { stemOf } from './stem.ts';

/** Shorter ones in Latin letters would be found in every other English word. */
const SHORTEST_TRANSLITERATED = 4;
/** A word of one letter stands for itself: as a beginning it would be most of the library. */
const SHORTEST_PREFIX = 2;

/** What one word of a query may look like in a text. */
export interface WordForms {
  word: string;
  /** Any ending will do. */
  prefix: boolean;
  /** Null where only the word itself will do. Texts hold their stems in a column of its own. */
  stem: string | null;
  /** The word in Latin letters, as Bulgarians write it without their keyboard; any ending will do. */
  latin: string | null;
}

/** The forms that are looked for. Words that are to stand side by side are looked for as they are. */
export function formsOf({ words, prefix, exact }: Phrase): WordForms[] {
  return words.map((word, at) => {
    const ending = prefix && at === words.length - 1 && [...word].length >= SHORTEST_PREFIX;
    if (exact || words.length > 1) return { word, prefix: ending, stem: null, latin: null };
    return { word, prefix: ending, stem: stemOf(word), latin: ending ? latinOf(word) : null };
  });
}

function latinOf(word: string): string | null {
  if (word.length < SHORTEST_TRANSLITERATED || !/^[а-я]+$/.test(word)) return null;
  const latin = slugFromTitle(word);
  return /^[a-z]+$/.test(latin) ? latin : null;
}

/** Whether a word of a text is one of the forms. `stem`: its own, where its language has stems, else the word. */
export function isForm(word: string, stem: string, forms: WordForms): boolean {
  const matches = (one: string) => one === forms.word || (forms.prefix && one.startsWith(forms.word));
  if (forms.stem === null) return matches(word);
  const { stem: wanted, latin } = forms;
  return [word, stem].some(
    (one) => matches(one) || one === wanted || (latin !== null && one.startsWith(latin)),
  );
}
