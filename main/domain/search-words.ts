/** A word of a text as search compares it, and where it stands (UTF-16 units, end excluded). */
export interface Token {
  word: string;
  from: number;
  to: number;
}

/** Longer runs are addresses and keys rather than words; their beginning finds them just as well. */
const LONGEST_WORD = 64;

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
/** Letters that `toLowerCase` alone brings to the form that is compared. */
const PLAIN = /^[a-zа-я0-9]+$/;
/**
 * Accents that do not make another letter. In Cyrillic those are the grave of ѝ and ѐ, the stress mark over a vowel
 * and the dots of ё; the breve of й and ў, the dots of ї, the acute of ѓ and ќ do make one.
 */
const CYRILLIC_ACCENTS = /(?<=[аеиоуъюяыэі])[\u0300\u0301]|(?<=е)\u0308/gu;
const OTHER_ACCENTS = /(?<=[\p{Script=Latin}\p{Script=Greek}]\p{M}*)\p{M}/gu;

/**
 * A word as search compares it: lower case, composed, without accents that do not make another letter. "Café" is
 * found by "cafe" and "ѝ" by "и", but "й" is not "и".
 */
export function foldWord(word: string): string {
  const lower = word.replaceAll('İ', 'i').toLowerCase();
  if (PLAIN.test(lower)) return lower.slice(0, LONGEST_WORD);
  const bare = lower.normalize('NFD').replace(CYRILLIC_ACCENTS, '').replace(OTHER_ACCENTS, '');
  return bare.normalize('NFC').slice(0, LONGEST_WORD).toWellFormed();
}

/** The words of a text with their places, one after another; signs and emoji are no words. */
export function* tokensOf(text: string): Generator<Token> {
  for (const match of text.matchAll(WORD)) {
    const word = foldWord(match[0]);
    yield { word, from: match.index, to: match.index + match[0].length };
  }
}

/** The words of a text as search compares them. */
export const wordsOf = (text: string): string[] => (text.match(WORD) ?? []).map(foldWord);
