/** Rows for each second: more than ever come within one, save in imports. */
const PER_SECOND = 8;
const SECONDS_PER_YEAR = 31_557_600;

/** Rows within a year, for the weight of recency. */
export const ROWS_PER_YEAR = PER_SECOND * SECONDS_PER_YEAR;

/** The first row of a moment (ISO): rows grow with the date. Dates before 1970 and those that are none come first. */
export function firstRowOf(date: string): number {
  const seconds = Math.floor(Date.parse(date) / 1000);
  return Math.max(0, Number.isFinite(seconds) ? seconds : 0) * PER_SECOND;
}

/**
 * A free row for a record of that date. Where thousands share one second, as after an import, rows a little later are
 * taken: their order among themselves says nothing anyway.
 *
 * @param salt another number for each record, so that records of one second do not try the same rows
 */
export function idFor(date: string, salt: number, isTaken: (row: number) => boolean): number {
  const first = firstRowOf(date) + 1;
  for (let row = first; row < first + PER_SECOND; row += 1) if (!isTaken(row)) return row;
  for (let attempt = 0; ; attempt += 1) {
    // The range grows fourfold after each two rows that were taken; the factor spreads the tries over it.
    const range = PER_SECOND * 4 ** Math.ceil((attempt + 1) / 2);
    const row = first + ((Math.imul(salt + attempt * 0x61c9, 0x9e3779b1) >>> 0) % range);
    if (!isTaken(row)) return row;
  }
}
