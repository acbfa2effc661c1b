import { createContext, type ReactNode, useCallback, useContext, useRef, useState } from 'react';
import { VisuallyHidden } from './VisuallyHidden.tsx';

/** How soon it is read: `polite` after the current sentence, `assertive` at once (failures only). */
export type Urgency = 'polite' | 'assertive';

type Announce = (message: string, urgency?: Urgency) => void;

const AnnounceContext = createContext<Announce | null>(null);

/** Two regions that are always in the page: a region that appears together with its text is not read. */
export function LiveRegion({ children }: { children: ReactNode }) {
  const [messages, setMessages] = useState({ polite: '', assertive: '' });
  const turn = useRef(false);
  const announce = useCallback<Announce>((message, urgency = 'polite') => {
    // The same words twice would not be a change: an invisible space makes them one.
    turn.current = !turn.current;
    setMessages((before) => ({ ...before, [urgency]: turn.current ? message : `${message}\u00a0` }));
  }, []);
  return (
    <AnnounceContext value={announce}>
      {children}
      <VisuallyHidden role="status" aria-live="polite">
        {messages.polite}
      </VisuallyHidden>
      <VisuallyHidden role="alert" aria-live="assertive">
        {messages.assertive}
      </VisuallyHidden>
    </AnnounceContext>
  );
}

/** Says something to screen readers: `announce('Approved Мила')`. Needs `Foundation` around the page. */
export function useAnnounce(): Announce {
  const announce = useContext(AnnounceContext);
  if (announce === null) throw new Error('useAnnounce outside Foundation');
  return announce;
}
