import { useTranslation } from 'react-i18next';
import type { SourceTexts } from '../i18n/resources.ts';
import type { Command } from './commands.ts';
import { useOtherWords } from './use-other-words.ts';

type Texts = SourceTexts['frame'];
/** The text that names a view. */
export type ViewName = `view.${keyof Texts['view']}`;
type CommandName = ViewName | `command.${keyof Texts['command']}`;

/** Names a command by one of the frame's texts: shown in the language of the page, found by its words in any. */
export function useNamed(): (name: CommandName) => Pick<Command, 'label' | 'also'> {
  const { t } = useTranslation('frame');
  const otherWords = useOtherWords('frame');
  return (name) => ({ label: t(name), also: otherWords((other) => other(name)) });
}
