import {
  ArrowUpFromLine,
  BookOpen,
  CalendarClock,
  Check,
  CircleDot,
  FileText,
  Globe,
  Keyboard,
  type LucideIcon,
  OctagonX,
  PencilLine,
  Plus,
  RefreshCw,
  Settings,
  Trash2,
} from 'lucide-react';
import { useTranslation } from 'react-i18next';
import type { MenuCommand } from '../../preload/contract/events.ts';
import { useHotkeys } from '../components/use-hotkeys.ts';
import { flushUnsaved } from '../data/unsaved.ts';
import { useBridgeEvent } from '../data/use-bridge-event.ts';
import { type Command, useCommands } from './commands.ts';
import { type Desk, useDesk } from './desk.ts';
import { focusNextPane } from './panes.ts';
import { usePlace } from './place.tsx';
import type { Move } from './place-memory.ts';
import { useLookCommands } from './use-look-commands.ts';

/** The commands of the window: in the palette, on keys, and from the native menu. */
export function useWindowCommands(): void {
  const desk = useDesk();
  const { go } = usePlace();
  useCommands([...useActions(desk), ...useViews(go)], 0);
  useLookCommands();
  const carryOut: Record<MenuCommand, () => void> = {
    'new-post': desk.newPost,
    save: () => void flushUnsaved(),
    'go-posts': () => go({ view: 'posts' }),
    'go-comments': () => go({ view: 'comments' }),
    'go-outbox': () => go({ view: 'outbox' }),
    'go-settings': () => go({ view: 'settings' }),
    pull: desk.pullAll,
    'send-now': desk.sendNow,
    keys: () => desk.open({ kind: 'keys' }),
  };
  useBridgeEvent('menu', ({ command }) => carryOut[command]());
  // Handled here even where the native menu has the same key: a handled key never reaches the menu.
  useHotkeys({
    'mod+k': () => desk.open({ kind: 'palette' }),
    'mod+n': carryOut['new-post'],
    'mod+s': carryOut.save,
    'mod+1': carryOut['go-comments'],
    'mod+2': carryOut['go-posts'],
    'mod+3': carryOut['go-outbox'],
    'mod+,': carryOut['go-settings'],
    F5: carryOut.pull,
    F6: { run: () => focusNextPane(1), repeat: true },
    'shift+F6': { run: () => focusNextPane(-1), repeat: true },
    '?': carryOut.keys,
  });
}

function useActions(desk: Desk): Command[] {
  const { t } = useTranslation('frame');
  return [
    { id: 'new-post', label: t('command.newPost'), icon: Plus, keys: ['Mod', 'N'], run: desk.newPost },
    { id: 'pull', label: t('command.syncNow'), icon: RefreshCw, keys: ['F5'], run: desk.pullAll },
    { id: 'send-now', label: t('command.sendNow'), icon: ArrowUpFromLine, run: desk.sendNow },
    {
      id: 'connect',
      label: t('command.connectSite'),
      icon: Globe,
      run: () => desk.open({ kind: 'connect' }),
    },
    { id: 'practice', label: t('command.openPractice'), icon: BookOpen, run: desk.openPractice },
    {
      id: 'keys',
      label: t('command.keys'),
      icon: Keyboard,
      keys: ['?'],
      run: () => desk.open({ kind: 'keys' }),
    },
  ].map((command) => ({ ...command, group: 'do' as const }));
}

function useViews(go: (move: Move) => void): Command[] {
  const { t } = useTranslation('frame');
  const to = (label: string, icon: LucideIcon, move: Move, keys?: readonly string[]): Command => ({
    id: `go ${move.view} ${move.filter ?? ''}`,
    label,
    icon,
    group: 'goTo',
    run: () => go(move),
    ...(keys === undefined ? {} : { keys }),
  });
  return [
    to(t('view.pending'), CircleDot, { view: 'comments', filter: 'pending' }, ['Mod', '1']),
    to(t('view.approved'), Check, { view: 'comments', filter: 'approved' }),
    to(t('view.spam'), OctagonX, { view: 'comments', filter: 'spam' }),
    to(t('view.trash'), Trash2, { view: 'comments', filter: 'trash' }),
    to(t('view.allPosts'), FileText, { view: 'posts', filter: 'all' }, ['Mod', '2']),
    to(t('view.drafts'), PencilLine, { view: 'posts', filter: 'drafts' }),
    to(t('view.scheduled'), CalendarClock, { view: 'posts', filter: 'scheduled' }),
    to(t('view.published'), Globe, { view: 'posts', filter: 'published' }),
    to(t('view.outbox'), ArrowUpFromLine, { view: 'outbox' }, ['Mod', '3']),
    to(t('view.settings'), Settings, { view: 'settings' }, ['Mod', ',']),
  ];
}
