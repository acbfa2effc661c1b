import type { ReactNode } from 'react';
import { guessLanguage } from '../../../main/domain/language.ts';
import { currentLanguage } from '../../i18n/setup.ts';

/** Stands for the name in a sentence; no text of ours and no name holds it. */
const MARK = '\u0000';

/**
 * A sentence of the app about a person: the name in its own language, so that it is read aloud and drawn as such, and
 * the whole as a tip, for where there is no room for it.
 *
 * @param sentence the sentence for a name
 */
export function saidOf(sentence: (name: string) => string, name: string): ReactNode {
  const [before = '', after = ''] = sentence(MARK).split(MARK);
  return (
    <span title={sentence(name)}>
      {before}
      <bdi lang={guessLanguage(name, currentLanguage())}>{name}</bdi>
      {after}
    </span>
  );
}
