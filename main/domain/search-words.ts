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

/** The first word at or after a place, or null. Signs and emoji are no words. */
export function tokenFrom(text: string, at: number): Token | null {
  WORD.lastIndex = at;
  const match = WORD.exec(text);
  return match && { word: foldWord(match[0]), from: match.index, to: match.index + match[0].length };
}

/** Texts in which lower case is all there is to fold: the most by far. */
const EASY = /^[\0-\u007Fа-яА-Я\u00A0«»„“”‚‘’–—…№•°]*$/;
const foldedCharacters = new Map<string, string>();

function foldedCharacter(character: string): string {
  const known = foldedCharacters.get(character);
  if (known !== undefined) return known;
  const folded = foldWord(character);
  // Places in the folded text must be places in the text.
  const kept = folded.length === character.length ? folded : character;
  foldedCharacters.set(character, kept);
  return kept;
}

/**
 * The text with each character folded by itself and the length kept, to look for words with `indexOf`; null where accents
 * stand as characters of their own, which that cannot see.
 */
export function foldInPlace(text: string): string | null {
  if (EASY.test(text)) return text.toLowerCase();
  if (/\p{M}/u.test(text)) return null;
  const lower = text.replaceAll('İ', 'i').toLowerCase();
  return lower.length === text.length ? lower.replace(/[^\0-\u007Fа-я]/g, foldedCharacter) : null;
}

/** Whether a word begins at this place of a text. */
export const startsWord = (text: string, at: number): boolean =>
  at === 0 || !/[\p{L}\p{N}\p{M}]$/u.test(text.slice(Math.max(0, at - 2), at));

/** The words of a text as search compares them. */
export const wordsOf = (text: string): string[] => (text.match(WORD) ?? []).map(foldWord);
