import type { LucideIcon } from 'lucide-react';
import { useEffect, useEffectEvent, useSyncExternalStore } from 'react';

/** Something a person can do or somewhere they can go, found by its name in the palette. */
export interface Command {
  /** Unique; also the order of registration among equals. */
  id: string;
  label: string;
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

let registered: readonly (readonly Command[])[] = [];
const listeners = new Set<() => void>();

function change(next: readonly (readonly Command[])[]): void {
  registered = next;
  for (const listener of listeners) listener();
}

/** Offers commands in the palette as long as the component is shown. */
export function useCommands(commands: readonly Command[]): void {
  const shown = commands.map(({ id, label, count }) => `${id} ${label} ${count ?? ''}`).join('\n');
  const newest = useEffectEvent((id: string) => commands.find((command) => command.id === id)?.run());
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is shown tells the lists apart, not their identity.
  useEffect(() => {
    const mine = commands.map((command) => ({ ...command, run: () => newest(command.id) }));
    change([...registered, mine]);
    return () => change(registered.filter((list) => list !== mine));
  }, [shown]);
}

/** All commands that can be carried out right now; those of the innermost view first. */
export function useAllCommands(): readonly Command[] {
  const lists = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => registered,
  );
  return [...lists].reverse().flat();
}
