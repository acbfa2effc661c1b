/** The blog's own time zone. Stamps are `YYYY-MM-DDTHH:MM:SS` without a zone letter, like WordPress's. */
export const SITE_ZONE = 'Europe/Sofia';

const wallClock = new Intl.DateTimeFormat('sv-SE', {
  timeZone: SITE_ZONE,
  dateStyle: 'short',
  timeStyle: 'medium',
});

/** A moment as a GMT stamp, cut to whole seconds. */
export function toStamp(moment: Date): string {
  return moment.toISOString().slice(0, 19);
}

/** The moment a GMT stamp means. */
export function fromStamp(stampGmt: string): Date {
  return new Date(`${stampGmt}Z`);
}

/** A GMT stamp as the wall clock in the blog's zone shows it. */
export function toSiteTime(stampGmt: string): string {
  return wallClock.format(fromStamp(stampGmt)).replace(' ', 'T');
}

/** The GMT stamp of a wall-clock stamp in the blog's zone; in the repeated autumn hour, the later one. */
export function fromSiteTime(local: string): string {
  const asIfGmt = fromStamp(local).getTime();
  // The offset can differ between the guess and the answer around a clock change, hence twice.
  const guess = new Date(asIfGmt - offsetMs(new Date(asIfGmt)));
  return toStamp(new Date(asIfGmt - offsetMs(guess)));
}

/** The zone's distance from GMT in hours at a moment, as the REST index reports it in `gmt_offset`. */
export function gmtOffsetHours(moment: Date): number {
  return offsetMs(moment) / 3_600_000;
}

function offsetMs(moment: Date): number {
  const whole = new Date(Math.floor(moment.getTime() / 1000) * 1000);
  return fromStamp(toSiteTime(toStamp(whole))).getTime() - whole.getTime();
}

/**
 * A date as WordPress's REST parser takes it: date and time, optionally with `Z` or an offset.
 * Without one it is read in `zone`. A bare date is refused (seen on 6.8.7). Answers a GMT stamp, or null.
 */
export function parseRestDate(text: string, zone: 'site' | 'gmt'): string | null {
  const match = text.match(
    /^(\d{4}-\d{2}-\d{2})[Tt ](\d{2}:\d{2}:\d{2})(?:\.\d+)?(Z|[+-]\d{2}(?::?\d{2})?)?$/,
  );
  if (match === null) return null;
  const bare = `${match[1]}T${match[2]}`;
  const suffix = match[3] === undefined ? 'Z' : match[3].replace(/^([+-]\d{2})$/, '$1:00');
  const moment = new Date(`${bare}${suffix}`);
  if (Number.isNaN(moment.getTime())) return null;
  return match[3] === undefined && zone === 'site' ? fromSiteTime(bare) : toStamp(moment);
}
