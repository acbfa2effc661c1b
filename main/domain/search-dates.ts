const YEAR_FIRST = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/;
/** As written in Bulgarian: 03.11.2026, 3.11.2026 г., 11.2026. */
const DAY_FIRST = /^(?:(\d{1,2})\.)?(\d{1,2})\.(\d{4})(?:\s?г\.?)?$/;

/**
 * The first day of a day, month or year that somebody typed, as `YYYY-MM-DD`; null if there is no such day.
 * Knows 2026-11-03, 2026-11, 2026, 03.11.2026 and 11.2026.
 */
export function firstDayOf(typed: string): string | null {
  const text = typed.trim();
  const [, year, month, day] = YEAR_FIRST.exec(text) ?? [];
  if (year !== undefined) return existingDay(year, month ?? '1', day ?? '1');
  const [, dayBefore, monthBefore, yearAfter] = DAY_FIRST.exec(text) ?? [];
  if (yearAfter === undefined) return null;
  return existingDay(yearAfter, monthBefore ?? '1', dayBefore ?? '1');
}

/** Whether more keys could make a date of it: nobody is told that half a date is none. */
export const isHalfADate = (typed: string): boolean => /^[\d.-]{0,9}$/.test(typed.trim());

function existingDay(year: string, month: string, day: string): string | null {
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const time = Date.parse(`${iso}T00:00:00Z`);
  // Date.parse takes 31 February for 3 March in some forms; the way back shows it.
  return Number.isNaN(time) || new Date(time).toISOString().slice(0, 10) !== iso ? null : iso;
}
