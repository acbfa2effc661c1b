import { Fragment } from 'react';

interface SaidProps {
  /** A text with {@link SAID} where somebody's words belong. */
  text: string;
  words: string;
  /** BCP 47 tag of the words. */
  lang: string;
}

/** Stands in a translated text for words in another language. No text contains it. */
export const SAID = '\uFFFC';

/** Words that people wrote within words of the app, each in its own language: letter forms and speech depend on it. */
export function Said({ text, words, lang }: SaidProps) {
  const [before = '', after] = text.split(SAID);
  if (after === undefined) return before;
  return (
    <Fragment>
      {before}
      <bdi lang={lang}>{words}</bdi>
      {after}
    </Fragment>
  );
}
