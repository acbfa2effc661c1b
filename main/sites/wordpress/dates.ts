import { z } from 'zod';

/** What WordPress makes of MySQL's `0000-00-00 00:00:00`: `-0001-11-30T00:00:00`, or zeros from some plugins. */
const ZERO = /^-?0{1,4}[01]?-/;
const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/;

/**
 * A `…_gmt` field as UTC in ISO with `Z`; empty for a date that the site does not know (null or a zero date). These
 * fields come without a zone; a plugin that adds one is understood too.
 */
export const utcDate = z
  .string()
  .nullable()
  .transform((value, context) => {
    if (value === null || value === '' || ZERO.test(value)) return '';
    const zoned = STAMP.test(value) ? `${value}Z` : value;
    const time = Date.parse(zoned);
    if (!Number.isNaN(time)) return new Date(time).toISOString().replace('.000Z', 'Z');
    context.addIssue({ code: 'custom', message: 'expected a date' });
    return z.NEVER;
  });

/** Minutes east of Greenwich as a fixed offset: 330 → `+05:30`. */
function offset(minutes: number): string {
  const sign = minutes < 0 ? '-' : '+';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${sign}${String(hours).padStart(2, '0')}:${String(rest).padStart(2, '0')}`;
}

/**
 * The blog's time zone: an IANA name, or a fixed offset where the blog was set to one ("UTC+5.5"). A zone that this
 * computer does not know falls back to the offset.
 *
 * @param gmtOffset hours, as a number or a string
 */
export function timeZoneOf(name: string, gmtOffset: number | string): string {
  if (name !== '' && isKnownZone(name)) return name;
  const hours = Number(gmtOffset);
  return offset(Number.isFinite(hours) ? Math.round(hours * 60) : 0);
}

function isKnownZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
