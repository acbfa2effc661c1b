import type { Language } from './language.ts';

/** Which parts of a date to show; the year appears by itself when it is not the current one. */
type DateParts = { weekday?: boolean; time?: boolean; seconds?: boolean; year?: boolean | 'auto' };

type Context = {
  /** BCP 47 tag that `dateLanguage` knows. English and Bulgarian look as designed, others as `Intl` writes them. */
  language: string;
  /** IANA name or fixed offset such as `+05:30`; the computer's own zone when left out. */
  timeZone?: string | undefined;
  /** ISO date or epoch milliseconds. */
  now: string | number;
};

/** American names of months: British ones shorten September to four letters, which breaks a column. */
const locales: Record<Language, string> = { en: 'en-US', bg: 'bg-BG' };

/** Which of the two designed forms a language is written in; null for every other language. */
function designed(language: string): Language | null {
  const [primary] = language.split('-');
  return primary === 'en' || primary === 'bg' ? primary : null;
}

/** The tag if dates can be written in that language here, else the other one: a site may name its language anyhow. */
export function dateLanguage(tag: string, otherwise: Language): string {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(tag)[0] ?? otherwise;
  } catch {
    return otherwise;
  }
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** Makes a format once: building one costs more than a hundred uses, and lists show thousands of dates. */
function formatOf(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${locale} ${JSON.stringify(options)}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...options, timeZone: knownZone(options.timeZone) });
  formats.set(key, made);
  return made;
}

/** A zone that this computer does not know falls back to its own. */
function knownZone(timeZone: string | undefined): string | undefined {
  try {
    return new Intl.DateTimeFormat('en', { timeZone }).resolvedOptions().timeZone;
  } catch {
    return undefined;
  }
}

/** The zone in which a date with this zone is written, as people know it: "Europe/Sofia", "UTC+05:30". */
export function zoneName(timeZone: string | undefined): string {
  const known = knownZone(timeZone);
  const name = known === undefined ? new Intl.DateTimeFormat('en').resolvedOptions().timeZone : timeZone;
  return (name ?? known ?? '').replace(/^(?=[+-])/, 'UTC').replaceAll('_', ' ');
}

/** The fields of a moment on the wall calendar of a zone. */
function fields(at: string | number, { language, timeZone }: Omit<Context, 'now'>) {
  const form = designed(language) ?? 'en';
  const parts = formatOf(locales[form], {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: form === 'bg' ? '2-digit' : 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    hourCycle: 'h23',
  }).formatToParts(new Date(at));
  const of = (type: Intl.DateTimeFormatPartTypes) => parts.find((part) => part.type === type)?.value ?? '';
  return {
    weekday: of('weekday'),
    year: of('year'),
    month: of('month'),
    day: of('day'),
    time: `${of('hour')}:${of('minute')}`,
    second: of('second'),
  };
}

const clock = (seconds: boolean) =>
  ({ hour: '2-digit', minute: '2-digit', ...(seconds && { second: '2-digit' as const }) }) as const;

/** A date in a language without a form of our own. The calendar is the one in which WordPress counts in any language. */
function byIntl(
  at: string | number,
  { language, timeZone }: Omit<Context, 'now'>,
  options: Intl.DateTimeFormatOptions,
): string {
  return formatOf(language, { calendar: 'gregory', timeZone, ...options }).format(new Date(at));
}

/** Whether a text or number is a date at all. */
export const isDate = (at: string | number): boolean => !Number.isNaN(new Date(at).getTime());

/**
 * A date in the order of the language: "Thu 19 Nov, 07:30" or "чт, 19.11, 07:30"; with the year "3 Mar 2021" or
 * "3.03.2021". Empty for what is not a date.
 */
export function formatDate(at: string | number, context: Context, parts: DateParts = {}): string {
  if (!isDate(at)) return '';
  const date = fields(at, context);
  const { weekday = false, time = false, seconds = false, year = 'auto' } = parts;
  const withYear = year === 'auto' ? date.year !== fields(context.now, context).year : year;
  const form = designed(context.language);
  if (form === null) {
    return byIntl(at, context, {
      ...{ day: 'numeric', month: 'short' },
      ...(weekday && { weekday: 'short' }),
      ...(withYear && { year: 'numeric' }),
      ...(time && clock(seconds)),
    });
  }
  const pieces =
    form === 'bg'
      ? [weekday ? date.weekday : '', `${date.day}.${date.month}${withYear ? `.${date.year}` : ''}`]
      : [`${weekday ? `${date.weekday} ` : ''}${date.day} ${date.month}${withYear ? ` ${date.year}` : ''}`];
  return [...pieces, time ? timeOf(date, seconds) : ''].filter(Boolean).join(', ');
}

const timeOf = ({ time, second }: ReturnType<typeof fields>, seconds: boolean): string =>
  seconds ? `${time}:${second}` : time;

/** Hours and minutes, such as "07:41", or with the seconds, too. Empty for what is not a date. */
export function formatTime(at: string | number, context: Omit<Context, 'now'>, seconds = false): string {
  if (!isDate(at)) return '';
  if (designed(context.language) === null) return byIntl(at, context, clock(seconds));
  return timeOf(fields(at, context), seconds);
}

/** For lists: today "07:41", this year "15 Nov" or "15.11", older with the year. "Today" is the zone's. */
export function formatShort(at: string | number, context: Context): string {
  if (!isDate(at)) return '';
  const [then, now] = [fields(at, context), fields(context.now, context)];
  const today = then.year === now.year && then.month === now.month && then.day === now.day;
  return today ? formatTime(at, context) : formatDate(at, context);
}

const units = [
  ['year', 365 * 86_400],
  ['month', 30 * 86_400],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const;

/**
 * How long ago: "2 min ago", "преди 2 мин", "now" within a minute. What has happened lies ahead only where a clock was
 * wrong: it has its date, not "in 2 days".
 */
export function formatRelative(at: string | number, context: Context): string {
  const { language, now } = context;
  if (!isDate(at)) return '';
  const seconds = Math.round((new Date(at).getTime() - new Date(now).getTime()) / 1000);
  if (seconds >= 60) return formatShort(at, context);
  const [unit, size] = units.find(([, length]) => Math.abs(seconds) >= length) ?? ['second', 0];
  const formatter = new Intl.RelativeTimeFormat(language, {
    style: 'short',
    numeric: unit === 'second' ? 'auto' : 'always',
  });
  // English shortens with a full stop ("2 min. ago"), which reads like the end of a sentence in the status line.
  return formatter.format(size === 0 ? 0 : Math.trunc(seconds / size), unit).replace('.', '');
}
