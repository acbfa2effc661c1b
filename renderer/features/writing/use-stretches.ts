import { useEffect, useMemo, useState } from 'react';
import { type Comparison, compareTexts, type Stretch } from './compare-versions.ts';

/** Longer texts, in characters together, are compared after the dialog stands: it may take most of a second. */
const LONG = 200_000;

/** What differs between two versions; null while a long text is still being compared. */
export function useStretches({ mine, theirs, base, language }: Comparison): Stretch[] | null {
  const isLong = mine.length + theirs.length > LONG;
  const comparison = useMemo(() => ({ mine, theirs, base, language }), [mine, theirs, base, language]);
  const atOnce = useMemo(() => (isLong ? null : compareTexts(comparison)), [isLong, comparison]);
  const [later, setLater] = useState<{ of: Comparison; stretches: Stretch[] } | null>(null);
  useEffect(() => {
    if (!isLong) return;
    // After the frame in which the dialog appears.
    const timer = setTimeout(() => setLater({ of: comparison, stretches: compareTexts(comparison) }), 50);
    return () => clearTimeout(timer);
  }, [isLong, comparison]);
  return atOnce ?? (later?.of === comparison ? later.stretches : null);
}
