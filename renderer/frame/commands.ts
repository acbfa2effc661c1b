import type { LucideIcon } from 'lucide-react';
import { useEffect, useEffectEvent, useState, useSyncExternalStore } from 'react';

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

/** Everything of a command but what it does. */
const lookOf = ({ run: _, also = [], keys = [], ...rest }: Command): unknown[] => [
  ...Object.entries(rest).flat(),
  also.length,
  ...also,
  ...keys,
];

/** Whether the palette shows and finds both lists alike: a view makes a new one with each render. */
export function lookTheSame(some: readonly Command[], others: readonly Command[]): boolean {
  const mine = some.flatMap(lookOf);
  const theirs = others.flatMap(lookOf);
  return mine.length === theirs.length && mine.every((part, index) => part === theirs[index]);
}

/**
 * Offers commands in the palette as long as the component is shown.
 *
 * @param rank higher ones come first: 1 for those of a view, 0 for the window's, -1 for what is seldom wanted
 */
export function useCommands(commands: readonly Command[], rank: -1 | 0 | 1): void {
  const [shown, setShown] = useState(commands);
  if (!lookTheSame(shown, commands)) setShown(commands);
  const newest = useEffectEvent((id: string) => commands.find((command) => command.id === id)?.run());
  useEffect(() => {
    const mine = shown.map((command) => ({ ...command, run: () => newest(command.id) }));
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
