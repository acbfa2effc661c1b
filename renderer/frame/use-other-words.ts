import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { languages } from '../i18n/language.ts';
import type { SourceTexts } from '../i18n/resources.ts';
import { currentLanguage } from '../i18n/setup.ts';

/**
 * What something is called in the languages that the page is not shown in: `otherWords((t) => t('command.dark'))`.
 * Commands are found by these, too: who looks for "English" does not read Bulgarian.
 */
export function useOtherWords<Area extends keyof SourceTexts>(
  area: Area,
): (words: (t: TFunction<Area>) => string) => string[] {
  const { i18n } = useTranslation(area);
  const others = languages.filter((language) => language !== currentLanguage());
  return (words) => others.map((language) => words(i18n.getFixedT(language, area)));
}

type KeywordsName = `findBy.${keyof SourceTexts['frame']['findBy']}`;

/** What else a command is looked for by, in every language: `keywords('findBy.versions')`. */
export function useKeywords(): (name: KeywordsName) => string[] {
  const { t } = useTranslation('frame');
  const otherWords = useOtherWords('frame');
  return (name) => [t(name), ...otherWords((other) => other(name))].flatMap((words) => words.split(', '));
}
