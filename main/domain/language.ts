/** Scripts that name a language well enough for `lang`: letter forms and spelling depend on it. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Hebrew}/gu, 'he'],
  [/\p{Script=Arabic}/gu, 'ar'],
  [/\p{Script=Greek}/gu, 'el'],
  [/\p{Script=Armenian}/gu, 'hy'],
  [/\p{Script=Georgian}/gu, 'ka'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/gu, 'ja'],
  [/\p{Script=Hangul}/gu, 'ko'],
  [/\p{Script=Han}/gu, 'zh'],
];

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** Cyrillic letters that Bulgarian does not use tell its neighbours apart. */
function cyrillicLanguage(text: string, siteLanguage: string): string {
  if (/[іїєґ]/iu.test(text)) return 'uk';
  if (/[ыэё]/iu.test(text)) return 'ru';
  if (/[јљњћђџ]/iu.test(text)) return 'sr';
  if (/[ѓќѕ]/iu.test(text)) return 'mk';
  return /^(bg|ru|uk|sr|mk|be)\b/.test(siteLanguage) ? siteLanguage : 'bg';
}

/**
 * The language of a text for its `lang` attribute, from its letters. A guess, good for fonts, hyphenation and screen
 * readers: names and short answers have no other sign of it.
 *
 * @param siteLanguage BCP 47 tag of the blog; wins where the script allows it
 */
export function guessLanguage(text: string, siteLanguage: string): string {
  const sample = text.slice(0, 2000);
  const latin = count(sample, /\p{Script=Latin}/gu);
  const cyrillic = count(sample, /\p{Script=Cyrillic}/gu);
  let best = { language: 'en', letters: latin };
  if (cyrillic >= latin && cyrillic > 0) {
    best = { language: cyrillicLanguage(sample, siteLanguage), letters: cyrillic };
  }
  for (const [pattern, language] of SCRIPTS) {
    const letters = count(sample, pattern);
    if (letters > best.letters) best = { language, letters };
  }
  if (best.letters === 0) return siteLanguage;
  const siteIsLatin = !/^(bg|ru|uk|sr|mk|be|el|he|ar|hy|ka|ja|ko|zh)\b/.test(siteLanguage);
  return best.language === 'en' && siteIsLatin ? siteLanguage : best.language;
}
