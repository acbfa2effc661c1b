import { useSyncExternalStore } from 'react';

/** A search that is about to get a name. */
export interface Naming {
  /** The kept search that is renamed; null: a new one. */
  id: string | null;
  name: string;
  query: string;
}

let naming: Naming | null = null;
const listeners = new Set<() => void>();

function set(next: Naming | null): void {
  naming = next;
  for (const listener of listeners) listener();
}

/** The dialog that asks for a name: opened by a button, a key, the menu of a row and the palette. */
export const namingDialog = { open: (what: Naming) => set(what), close: () => set(null) };

/** What the dialog is about, followed. */
export const useNaming = (): Naming | null =>
  useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => naming,
  );
