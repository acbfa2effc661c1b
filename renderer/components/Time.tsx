import { useTranslation } from 'react-i18next';
import {
  dateLanguage,
  formatDate,
  formatRelative,
  formatShort,
  formatTime,
  isDate,
  zoneName,
} from '../i18n/dates.ts';
import { isLanguage, pickLanguage } from '../i18n/language.ts';
import { useNow } from './use-now.ts';

export type TimeProps = {
  /** ISO date. */
  at: string;
  /**
   * `short`: today "07:41", then "15 Nov", then "3 Mar 2021". `date`: without the time. `full`: "12 Nov, 18:20".
   * `weekday`: "Thu 19 Nov, 07:30". `time`: "07:41". `relative`: "2 min ago".
   */
  as?: 'short' | 'date' | 'full' | 'weekday' | 'time' | 'relative';
  /** Where minutes do not tell it from others; with `full`, `weekday` and `time`. */
  seconds?: boolean;
  /** IANA zone or fixed offset; the computer's own when left out. */
  timeZone?: string | undefined;
  /** BCP 47 tag of the language it is written in; the app's when left out, or when nobody knows that language. */
  language?: string;
};

/**
 * A moment for people and machines: `<time dateTime>`. Its tip is the full date in the language of the app, with the
 * zone where that is not the computer's own. Nothing for a bad date.
 */
export function Time({ at, as = 'short', seconds = false, timeZone, language }: TimeProps) {
  const { i18n } = useTranslation();
  const now = useNow(as === 'relative' || as === 'short');
  if (!isDate(at)) return null;
  const own = isLanguage(i18n.language) ? i18n.language : pickLanguage([]);
  const written = language === undefined ? own : dateLanguage(language, own);
  const context = { language: written, timeZone, now };
  const formatted = {
    short: () => formatShort(at, context),
    date: () => formatDate(at, context),
    full: () => formatDate(at, context, { time: true, seconds }),
    weekday: () => formatDate(at, context, { weekday: true, time: true, seconds }),
    time: () => formatTime(at, context, seconds),
    relative: () => formatRelative(at, context),
  }[as]();
  const whole = formatDate(at, { ...context, language: own }, { weekday: true, time: true, year: true });
  return (
    <time
      dateTime={at}
      title={timeZone === undefined ? whole : `${whole} (${zoneName(timeZone)})`}
      lang={language === undefined ? undefined : written}
      dir={language === undefined ? undefined : 'auto'}
    >
      {formatted}
    </time>
  );
}
