import { createContext, useContext } from 'react';
import type { AppError } from '../../main/domain/app-error.ts';

/** What can be opened from anywhere in the window. */
export type Opened =
  | { kind: 'nothing' }
  | { kind: 'palette' }
  | { kind: 'keys' }
  | { kind: 'connect' }
  | { kind: 'reconnect'; siteId: string }
  | { kind: 'setAside'; siteId: string }
  /** The library is saved to a file. */
  | { kind: 'backUp' }
  /** A backup is restored; null: one from a file. */
  | { kind: 'restore'; backupId: string | null }
  /** Posts that damage took, of which versions are left. */
  | { kind: 'lostPosts' }
  | { kind: 'problem'; error: AppError };

export interface Desk {
  opened: Opened;
  open: (what: Opened) => void;
  close: () => void;
  /** Starts a post for the site whose lists are shown, or the only one, and goes there. */
  newPost: () => void;
  openPractice: () => void;
  pullAll: () => void;
  sendNow: () => void;
  /** Tells of a failure that belongs to no field and no view. */
  fail: (error: AppError) => void;
}

const DeskContext = createContext<Desk | null>(null);

export const DeskProvider = DeskContext.Provider;

/** Dialogs and actions of the window itself. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error('useDesk outside DeskProvider');
  return desk;
}
