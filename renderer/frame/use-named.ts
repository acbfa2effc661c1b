import { useTranslation } from 'react-i18next';
import { languages } from '../i18n/language.ts';
import type { SourceTexts } from '../i18n/resources.ts';
import { currentLanguage } from '../i18n/setup.ts';
import type { Command } from './commands.ts';

type Texts = SourceTexts['frame'];
/** The text that names a view. */
export type ViewName = `view.${keyof Texts['view']}`;
type CommandName = ViewName | `command.${keyof Texts['command']}`;

/**
 * Names a command by one of the frame's texts. It is shown in the language of the page and found by its words in any:
 * who looks for "English" does not read Bulgarian.
 */
export function useNamed(): (name: CommandName) => Pick<Command, 'label' | 'also'> {
  const { t, i18n } = useTranslation('frame');
  const others = languages.filter((language) => language !== currentLanguage());
  return (name) => ({
    label: t(name),
    also: others.map((language) => i18n.getFixedT(language, 'frame')(name)),
  });
}
