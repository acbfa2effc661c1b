import type { ReactNode } from 'react';
import { Keycaps } from './Keycaps.tsx';

/** Keys with what they do, for the foot of a list: "J K move". Screen readers find them in the list of all keys. */
export function Hint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span className="hints" aria-hidden>
      <Keycaps keys={keys} /> {children}
    </span>
  );
}
