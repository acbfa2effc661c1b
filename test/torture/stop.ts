import type { Phase } from './phases.ts';

/** Where a writer stands still: at the `time`th call of a phase, before it, after it, or half-way through a write. */
export interface Stop {
  phase: Phase;
  time: number;
  moment: 'before' | 'torn' | 'after';
  /** How much of a torn write is written: 0 to 1. */
  share: number;
}
