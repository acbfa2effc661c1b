/**
 * What has no place in a line of words: control characters, and the invisible ones that reorder or hide what stands
 * beside them (bidirectional overrides, zero-width spaces). The two joiners stay: Persian and emoji are spelt with them.
 */
const UNSEEN = /[[\p{Cc}\p{Cf}\p{Co}]--[\u200C\u200D]]/gv;

/** Letters that are written from the right. */
const FROM_THE_RIGHT =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;

/** U+2068 and U+2069 around words that must not turn the sentence around them. */
const isolated = (words: string): string => `\u2068${words}\u2069`;

/**
 * Words of a server or a file system within a sentence of ours: one line, of bounded length, unable to pass for
 * anything else than themselves. Markup stays as it is: the result is text, to be shown only as text.
 *
 * @param limit in characters; longer words end in …
 */
export function foreignWords(words: string, limit: number): string {
  const seen = words.toWellFormed().replace(/\s/gu, ' ').replace(UNSEEN, '');
  const line = seen.replace(/ +/g, ' ').trim();
  const characters = [...line];
  const cut = characters.length > limit ? `${characters.slice(0, limit).join('').trimEnd()}…` : line;
  return FROM_THE_RIGHT.test(cut) ? isolated(cut) : cut;
}
