const segmenter = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The first letter or digit of a word as people see it, accents included, in capitals. */
function firstLetter(word: string): string {
  for (const { segment } of segmenter.segment(word)) {
    if (/[\p{L}\p{N}]/u.test(segment)) return segment.toLocaleUpperCase();
  }
  return '';
}

/**
 * One or two letters for a name: of the first and the last word ("Петко от Копривщица" → "ПК"), of the only word
 * ("Мила" → "М"); "?" for nobody.
 */
export function initialsOf(name: string): string {
  const letters = name.trim().split(/\s+/u).map(firstLetter).filter(Boolean);
  const [first = '?'] = letters;
  return letters.length > 1 ? `${first}${letters.at(-1)}` : first;
}

/** The letters of one of several names. Those that many share become the first letter and a number: "З1", "З2". */
export function initialsAmong(names: readonly string[], index: number): string {
  const all = names.map(initialsOf);
  const mine = all[index] ?? '?';
  const alike = all.flatMap((letters, at) => (letters === mine ? [at] : []));
  return alike.length < 2 ? mine : `${firstLetter(mine) || '?'}${alike.indexOf(index) + 1}`;
}

/** One of the six tints, 1-6, always the same for the same name (FNV-1a over its code points). */
export function tintOf(name: string): number {
  let hash = 0x811c9dc5;
  for (const character of name.trim().normalize('NFC').toLowerCase()) {
    hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  }
  return ((hash >>> 0) % 6) + 1;
}
