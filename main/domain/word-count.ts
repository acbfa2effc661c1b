import { plainText } from './plain-text.ts';

const segmenters = new Map<string, Intl.Segmenter>();

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language);
  if (known !== undefined) return known;
  const made = new Intl.Segmenter(language, { granularity: 'word' });
  segmenters.set(language, made);
  return made;
}

/** Number of words that a reader of this HTML sees. `language`: BCP 47 tag. */
export function countWords(html: string, language: string): number {
  let words = 0;
  for (const { isWordLike } of segmenterOf(language).segment(plainText(html).text)) {
    if (isWordLike) words += 1;
  }
  return words;
}
