/** The official transliteration of each letter (Transliteration Act, 2009). */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'zh', з: 'z', и: 'i', й: 'y', к: 'k', л: 'l' },
  ...{ м: 'm', н: 'n', о: 'o', п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'ts', ч: 'ch' },
  ...{ ш: 'sh', щ: 'sht', ъ: 'a', ь: 'y', ю: 'yu', я: 'ya' },
};

/**
 * A folded word in Latin letters, as Bulgarians write it without their keyboard; as `slugFromTitle` does, a final -ия is
 * -ia. Null for words with letters that Bulgarian does not have.
 */
export function latinSpelling(word: string): string | null {
  let latin = '';
  for (const letter of word) {
    const written = LETTERS[letter];
    if (written === undefined) return null;
    latin += written;
  }
  return word.endsWith('ия') ? `${latin.slice(0, -3)}ia` : latin;
}

/** The shortest beginning of a Bulgarian word that is spelled like `start`, where its spelling begins so. */
export function beginningSpelled(word: string, start: string): string | null {
  let latin = '';
  for (let end = 0; end < word.length; end += 1) {
    latin += LETTERS[word[end] ?? ''] ?? ' ';
    if (latin.startsWith(start)) return word.slice(0, end + 1);
  }
  // The spelling of a final -ия is not that of its letters.
  return latinSpelling(word)?.startsWith(start) ? word : null;
}
