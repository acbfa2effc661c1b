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
  /** The stem, where it is another form. Texts hold their stems in a column of its own. */
  stem: string | null;
  /** The word in Latin letters, as Bulgarians write it without their keyboard; any ending will do. */
  latin: string | null;
}

/** The forms that are looked for; those of a phrase in quotes are the words themselves. */
export function formsOf({ words, prefix, exact }: Phrase): WordForms[] {
  return words.map((word, at) => {
    const ending = prefix && at === words.length - 1 && [...word].length >= SHORTEST_PREFIX;
    if (exact || words.length > 1) return { word, prefix: ending, stem: null, latin: null };
    const stem = stemOf(word);
    return { word, prefix: ending, stem: stem === word ? null : stem, latin: ending ? latinOf(word) : null };
  });
}

function latinOf(word: string): string | null {
  if (word.length < SHORTEST_TRANSLITERATED || !/^[а-я]+$/.test(word)) return null;
  const latin = slugFromTitle(word);
  return /^[a-z]+$/.test(latin) ? latin : null;
}

/** Whether a word of a text is one of the forms. `stem`: its own, where its language has stems. */
export function isForm(word: string, stem: string, forms: WordForms): boolean {
  if (word === forms.word || (forms.prefix && word.startsWith(forms.word))) return true;
  if (forms.stem !== null && (word === forms.stem || stem === forms.stem)) return true;
  return forms.latin !== null && word.startsWith(forms.latin);
}
