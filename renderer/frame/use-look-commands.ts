import { Languages, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { useCommand } from '../data/use-command.ts';
import { type Command, useCommands } from './commands.ts';
import { useDesk } from './desk.ts';

/** Theme and language by name in the palette. */
export function useLookCommands(): void {
  const { t } = useTranslation('frame');
  const { fail } = useDesk();
  const { run } = useCommand('app', 'changeSettings');
  const change = (settings: Parameters<typeof run>[0]) => () =>
    void run(settings).then((answer) => (answer.ok ? undefined : fail(answer.error)));
  const commands: Omit<Command, 'group'>[] = [
    { id: 'light', label: t('command.light'), icon: Sun, run: change({ theme: 'light' }) },
    { id: 'dark', label: t('command.dark'), icon: Moon, run: change({ theme: 'dark' }) },
    { id: 'system', label: t('command.systemTheme'), icon: Monitor, run: change({ theme: 'system' }) },
    { id: 'en', label: t('command.inEnglish'), icon: Languages, run: change({ language: 'en' }) },
    { id: 'bg', label: t('command.inBulgarian'), icon: Languages, run: change({ language: 'bg' }) },
  ];
  useCommands(
    commands.map((command) => ({ ...command, group: 'do' })),
    -1,
  );
}
