import { stemmer as englishStem } from 'stemmer';
import { bulgarianStem } from './bulgarian-stem.ts';

type Script = 'cyrillic' | 'latin' | 'other';

/** Words come back all the time: half of a text are the same few hundred. */
const known = new Map<string, { stem: string; script: Script }>();
const MOST_KNOWN = 150_000;

/** Stem and letters of a folded word. */
export function look(word: string): { stem: string; script: Script } {
  const before = known.get(word);
  if (before !== undefined) return before;
  const script = /^[а-я]+$/.test(word) ? 'cyrillic' : /^[a-z]+$/.test(word) ? 'latin' : 'other';
  const stem = script === 'cyrillic' ? bulgarianStem(word) : script === 'latin' ? englishStem(word) : word;
  if (known.size >= MOST_KNOWN) known.clear();
  const found = { stem, script } as const;
  known.set(word, found);
  return found;
}

/** Stem of a folded word by its letters: Cyrillic as Bulgarian, Latin as English; others are their own stem. */
export const stemOf = (word: string): string => look(word).stem;

/**
 * Stems of words in a text of this language. Other languages written in the same letters have other endings, so there
 * words stay as they are; English words stand in Cyrillic texts as they do in English ones.
 */
export function stemsIn(language: string): (word: string) => string {
  const stemmed = stemmedIn(language);
  return (word) => {
    const { stem, script } = look(word);
    return stemmed[script] ? stem : word;
  };
}

/** Words of which letters have stems in a text of this language. */
export const stemmedIn = (language: string): Readonly<Record<Script, boolean>> => ({
  cyrillic: /^(bg|en)\b/.test(language),
  latin: /^(en|bg|ru|uk|sr|mk|be)\b/.test(language),
  other: false,
});
