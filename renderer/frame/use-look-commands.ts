import { Languages, Monitor, Moon, Sun } from 'lucide-react';
import { useCommand } from '../data/use-command.ts';
import { type Command, useCommands } from './commands.ts';
import { useDesk } from './desk.ts';
import { useNamed } from './use-named.ts';

/** Theme and language by name in the palette. */
export function useLookCommands(): void {
  const named = useNamed();
  const { fail } = useDesk();
  const { run } = useCommand('app', 'changeSettings');
  const change = (settings: Parameters<typeof run>[0]) => () =>
    void run(settings).then((answer) => (answer.ok ? undefined : fail(answer.error)));
  const commands: Omit<Command, 'group'>[] = [
    { id: 'light', ...named('command.light'), icon: Sun, run: change({ theme: 'light' }) },
    { id: 'dark', ...named('command.dark'), icon: Moon, run: change({ theme: 'dark' }) },
    { id: 'system', ...named('command.systemTheme'), icon: Monitor, run: change({ theme: 'system' }) },
    { id: 'en', ...named('command.inEnglish'), icon: Languages, run: change({ language: 'en' }) },
    { id: 'bg', ...named('command.inBulgarian'), icon: Languages, run: change({ language: 'bg' }) },
  ];
  useCommands(
    commands.map((command) => ({ ...command, group: 'do' })),
    -1,
  );
}
