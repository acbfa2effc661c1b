import type { CallOutput } from '../../data/request.ts';

export type RevisionRow = CallOutput<'revisions', 'list'>[number];

/** A version in the list, and how many words it has more than the one before it; null for the first of all. */
export interface ListedRevision {
  row: RevisionRow;
  more: number | null;
}

export interface RevisionDay {
  /** The day as it is written: "Thu 19 Nov". */
  day: string;
  versions: ListedRevision[];
}

/** The versions of each day together; newest first, as they come. */
export function byDay(rows: readonly RevisionRow[], dayOf: (at: string) => string): RevisionDay[] {
  const days: RevisionDay[] = [];
  rows.forEach((row, index) => {
    const before = rows[index + 1];
    const version = { row, more: before === undefined ? null : row.words - before.words };
    const day = dayOf(row.at);
    const last = days.at(-1);
    if (last?.day === day) last.versions.push(version);
    else days.push({ day, versions: [version] });
  });
  return days;
}
