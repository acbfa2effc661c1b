import { createContext, useContext } from 'react';
import type { ToastContent } from '../components/Toast.tsx';

interface KeptToast {
  /** The last thing that was done to a post, or null. */
  toast: ToastContent | null;
  /** Says the next thing; null takes back what was said. */
  keep: (toast: ToastContent | null) => void;
}

const KeptToastContext = createContext<KeptToast | null>(null);

export const KeptToastProvider = KeptToastContext.Provider;

/** The toast that outlives its view: it stays until the next decision, wherever the person goes meanwhile. */
export function useKeptToast(): KeptToast {
  const kept = useContext(KeptToastContext);
  if (kept === null) throw new Error('useKeptToast outside KeptToastProvider');
  return kept;
}
