import { stemmer as englishStem } from 'stemmer';
import { bulgarianStem } from './bulgarian-stem.ts';

const CYRILLIC = /^[а-я]+$/;
const LATIN = /^[a-z]+$/;
/** Words come back all the time: half of a text are the same few hundred. */
const known = new Map<string, string>();
const MOST_KNOWN = 50_000;

/** Stem of a folded word by its letters: Cyrillic as Bulgarian, Latin as English; others are their own stem. */
export function stemOf(word: string): string {
  const before = known.get(word);
  if (before !== undefined) return before;
  const stem = CYRILLIC.test(word) ? bulgarianStem(word) : LATIN.test(word) ? englishStem(word) : word;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(word, stem);
  return stem;
}

/**
 * Whether words in these letters have their stems taken in a text of this language: other languages written in the
 * same letters have other endings. English words stand in Cyrillic texts as they are.
 */
export function isStemmed(word: string, language: string): boolean {
  if (CYRILLIC.test(word)) return /^(bg|en)\b/.test(language);
  return LATIN.test(word) && /^(en|bg|ru|uk|sr|mk|be)\b/.test(language);
}
