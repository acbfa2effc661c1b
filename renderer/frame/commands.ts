import type { LucideIcon } from 'lucide-react';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/** Something a person can do or somewhere they can go, found by its name in the palette. */
export interface Command {
  /** Unique; also the order of registration among equals. */
  id: string;
  label: string;
  /** Other names it is found by: the same in other languages, the address of a site. */
  also?: readonly string[];
  /** Beside the label: what tells it from another one with the same label. */
  detail?: string | undefined;
  icon: LucideIcon;
  group: 'do' | 'goTo';
  /** Shown beside it; the view itself listens to them. */
  keys?: readonly string[];
  /** A count shown at its right. */
  count?: number | undefined;
  /** BCP 47 tag of the label where it holds somebody's words. */
  lang?: string | undefined;
  run: () => void;
}

interface Offer {
  commands: readonly Command[];
  rank: number;
}

let registered: readonly Offer[] = [];
const listeners = new Set<() => void>();

function change(next: readonly Offer[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

/**
 * Offers commands in the palette as long as the component is shown.
 *
 * @param rank higher ones come first: 1 for those of a view, 0 for the window's, -1 for what is seldom wanted
 */
export function useCommands(commands: readonly Command[], rank: -1 | 0 | 1): void {
  const shown = commands
    .map(({ id, label, detail, count }) => [id, label, detail, count].join(' '))
    .join('\n');
  const newest = useEffectEvent((id: string) => commands.find((command) => command.id === id)?.run());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown tells the lists apart, not their identity.
  useEffect(() => {
    const mine = commands.map((command) => ({ ...command, run: () => newest(command.id) }));
    const offer = { commands: mine, rank };
    change([...registered, offer]);
    return () => change(registered.filter((other) => other !== offer));
  }, [shown, rank]);
}

/** All commands that can be carried out right now, by rank. */
export function useAllCommands(): readonly Command[] {
  const offers = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => registered,
  );
  return [...offers].sort((a, b) => b.rank - a.rank).flatMap((offer) => offer.commands);
}
