import type { RevisionRow } from './by-day.ts';

/** What the time of a version is written with, so that no two of a list read the same. */
export interface ToldApart {
  /** Another one has the same minute. */
  seconds: boolean;
  /** Which of those with the same second it is, the oldest being 1; null where it is the only one. */
  nth: number | null;
}

/** Of each version, by its id; `rows` newest first. */
export function toldApart(rows: readonly RevisionRow[]): ReadonlyMap<string, ToldApart> {
  const minutes = Map.groupBy(rows, ({ at }) => spanOf(at, 60_000));
  const seconds = Map.groupBy(rows, ({ at }) => spanOf(at, 1000));
  return new Map(
    rows.map((row) => {
      const same = seconds.get(spanOf(row.at, 1000)) ?? [];
      const nth = same.length > 1 ? same.length - same.indexOf(row) : null;
      return [row.id, { seconds: (minutes.get(spanOf(row.at, 60_000))?.length ?? 0) > 1, nth }];
    }),
  );
}

/** All zones there are today lie whole minutes apart. */
const spanOf = (at: string, ms: number): number => Math.floor(Date.parse(at) / ms);

/** The time of a version with what tells it from others of the same second: "14:05:32 (2)". */
export const withNth = (time: string, nth: number | null): string =>
  nth === null ? time : `${time} (${nth})`;
