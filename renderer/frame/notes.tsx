import type { LucideIcon } from 'lucide-react';
import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react';
import { useOpenSite } from './use-open-site.ts';

/** What the bar says about the window as a whole. */
export type Note =
  | {
      kind: 'said';
      icon: LucideIcon;
      text: string;
      /** Behind the text, and never cut. */
      detail?: string;
      action?: { label: string; run: () => void };
    }
  /** A site was just connected, and its posts and comments are on their way. `land`: the person waits for them. */
  | { kind: 'arriving'; siteId: string; land: boolean };

interface Notes {
  note: Note | null;
  /** Says something until the person goes on. */
  say: (note: Extract<Note, { kind: 'said' }>) => void;
  /** Follows a site that was just connected. With `land` its lists are opened. */
  expectSite: (siteId: string, land: boolean) => void;
  dismiss: () => void;
}

const NotesContext = createContext<Notes | null>(null);

/** Holds the newest note; an older one gives way. */
export function NotesProvider({ children }: { children: ReactNode }) {
  const [note, say] = useState<Note | null>(null);
  const openSite = useOpenSite();
  const expectSite = useCallback(
    (siteId: string, land: boolean) => {
      say({ kind: 'arriving', siteId, land });
      if (land) openSite(siteId, { view: 'posts', filter: 'all' });
    },
    [openSite],
  );
  const dismiss = useCallback(() => say(null), []);
  const notes = useMemo(() => ({ note, say, expectSite, dismiss }), [note, expectSite, dismiss]);
  return <NotesContext value={notes}>{children}</NotesContext>;
}

/** Notes in the bar of the window. */
export function useNotes(): Notes {
  const notes = useContext(NotesContext);
  if (notes === null) throw new Error('useNotes outside NotesProvider');
  return notes;
}
