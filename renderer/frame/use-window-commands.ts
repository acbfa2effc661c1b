import {
  Archive,
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
  RotateCcw,
  Search,
  Settings,
  Trash2,
} from 'lucide-react';
import type { MenuCommand } from '../../preload/contract/events.ts';
import { useHotkeys } from '../components/use-hotkeys.ts';
import { flushUnsaved } from '../data/unsaved.ts';
import { useBridgeEvent } from '../data/use-bridge-event.ts';
import { useOpenSearch } from '../features/search/use-open-search.ts';
import { useSaveSearch } from '../features/search/use-save-search.ts';
import { type Command, useCommands } from './commands.ts';
import { type Desk, useDesk } from './desk.ts';
import { focusNextPane } from './panes.ts';
import { usePlace } from './place.tsx';
import type { Move } from './place-memory.ts';
import { useLookCommands } from './use-look-commands.ts';
import { useNamed, type ViewName } from './use-named.ts';
import { useKeywords } from './use-other-words.ts';
import { useSiteCommands } from './use-site-commands.ts';

/** The commands of the window: in the palette, on keys, and from the native menu. */
export function useWindowCommands(): void {
  const desk = useDesk();
  const { go, place } = usePlace();
  const openSearch = useOpenSearch();
  const saveSearch = useSaveSearch();
  useCommands([...useActions(desk), ...useViews(go, openSearch)], 0);
  useSiteCommands();
  useLookCommands();
  const carryOut: Record<MenuCommand, () => void> = {
    'new-post': desk.newPost,
    save: place.view === 'search' ? saveSearch : () => void flushUnsaved(),
    // As they are called, whatever list was looked at last: the next key may be one that decides.
    'go-posts': () => go({ view: 'posts', filter: 'all' }),
    'go-comments': () => go({ view: 'comments', filter: 'pending' }),
    'go-outbox': () => go({ view: 'outbox' }),
    'go-settings': () => go({ view: 'settings' }),
    pull: desk.pullAll,
    'send-now': desk.sendNow,
    'back-up': () => desk.open({ kind: 'backUp' }),
    restore: () => desk.open({ kind: 'restore', backupId: null }),
    keys: () => desk.open({ kind: 'keys' }),
  };
  useBridgeEvent('menu', ({ command }) => carryOut[command]());
  // Handled here even where the native menu has the same key: a handled key never reaches the menu.
  useHotkeys({
    'mod+k': () => desk.open({ kind: 'palette' }),
    '/': () => openSearch(),
    'mod+shift+f': () => openSearch(),
    'mod+n': carryOut['new-post'],
    'mod+s': carryOut.save,
    'mod+1': carryOut['go-comments'],
    'mod+2': carryOut['go-posts'],
    'mod+3': carryOut['go-outbox'],
    'mod+,': carryOut['go-settings'],
    'mod+shift+s': carryOut['send-now'],
    F5: carryOut.pull,
    F6: { run: () => focusNextPane(1), repeat: true },
    'shift+F6': { run: () => focusNextPane(-1), repeat: true },
    '?': carryOut.keys,
  });
}

/** A command that is found by more than its name. */
const also = (names: Pick<Command, 'label' | 'also'>, more: string[]): Pick<Command, 'label' | 'also'> => ({
  ...names,
  also: [...(names.also ?? []), ...more],
});

function useActions(desk: Desk): Command[] {
  const named = useNamed();
  const keywords = useKeywords();
  return [
    { id: 'new-post', ...named('command.newPost'), icon: Plus, keys: ['Mod', 'N'], run: desk.newPost },
    { id: 'pull', ...named('command.syncNow'), icon: RefreshCw, keys: ['F5'], run: desk.pullAll },
    {
      id: 'send-now',
      ...named('command.sendNow'),
      icon: ArrowUpFromLine,
      keys: ['Mod', 'Shift', 'S'],
      run: desk.sendNow,
    },
    {
      id: 'connect',
      ...named('command.connectSite'),
      icon: Globe,
      run: () => desk.open({ kind: 'connect' }),
    },
    { id: 'practice', ...named('command.openPractice'), icon: BookOpen, run: desk.openPractice },
    {
      id: 'back-up',
      ...also(named('command.backUp'), keywords('findBy.backUp')),
      icon: Archive,
      run: () => desk.open({ kind: 'backUp' }),
    },
    {
      id: 'restore',
      ...also(named('command.restore'), keywords('findBy.restore')),
      icon: RotateCcw,
      run: () => desk.open({ kind: 'restore', backupId: null }),
    },
    {
      id: 'keys',
      ...named('command.keys'),
      icon: Keyboard,
      keys: ['?'],
      run: () => desk.open({ kind: 'keys' }),
    },
  ].map((command) => ({ ...command, group: 'do' as const }));
}

function useViews(go: (move: Move) => void, openSearch: () => void): Command[] {
  const named = useNamed();
  const keywords = useKeywords();
  const to = (name: ViewName, icon: LucideIcon, move: Move, keys?: readonly string[]): Command => ({
    id: `go ${move.view} ${move.filter ?? ''}`,
    ...named(name),
    icon,
    group: 'goTo',
    run: () => go(move),
    ...(keys === undefined ? {} : { keys }),
  });
  return [
    {
      ...to('view.search', Search, { view: 'search' }, ['/']),
      run: () => openSearch(),
    },
    to('view.pending', CircleDot, { view: 'comments', filter: 'pending' }, ['Mod', '1']),
    to('view.approved', Check, { view: 'comments', filter: 'approved' }),
    to('view.spam', OctagonX, { view: 'comments', filter: 'spam' }),
    to('view.trash', Trash2, { view: 'comments', filter: 'trash' }),
    to('view.allPosts', FileText, { view: 'posts', filter: 'all' }, ['Mod', '2']),
    to('view.drafts', PencilLine, { view: 'posts', filter: 'drafts' }),
    to('view.scheduled', CalendarClock, { view: 'posts', filter: 'scheduled' }),
    to('view.published', Globe, { view: 'posts', filter: 'published' }),
    to('view.outbox', ArrowUpFromLine, { view: 'outbox' }, ['Mod', '3']),
    {
      ...to('view.settings', Settings, { view: 'settings' }, ['Mod', ',']),
      ...also(named('view.settings'), keywords('findBy.settings')),
    },
  ];
}
