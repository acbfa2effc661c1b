import { Progress as Base } from '@base-ui/react/progress';
import type { ReactNode } from 'react';

type ProgressProps = {
  label: ReactNode;
  /** How many are done, or null while the total is unknown. */
  done: number | null;
  total: number;
  /** The numbers in words, at the right end: "120 of 421". */
  words?: string;
};

/** How far something is: a bar and its numbers in words. */
export function Progress({ label, done, total, words }: ProgressProps) {
  return (
    <Base.Root
      className="progress"
      value={done}
      max={Math.max(1, total)}
      getAriaValueText={(formatted) => words ?? formatted ?? ''}
    >
      <div className="words">
        <Base.Label>{label}</Base.Label>
        {words !== undefined && <span className="num">{words}</span>}
      </div>
      <Base.Track className="track">
        <Base.Indicator className="done" />
      </Base.Track>
    </Base.Root>
  );
}
