import type { Language } from '../../i18n/language.ts';

/** How long until a moment, to the second within two minutes: "in 40 sec", "след 3 мин"; "now" once it is due. */
export function formatUntil(at: string, now: number, language: Language): string {
  const seconds = Math.max(0, Math.ceil((new Date(at).getTime() - now) / 1000));
  const format = new Intl.RelativeTimeFormat(language, { style: 'short', numeric: 'auto' });
  const words =
    seconds < 120 ? format.format(seconds, 'second') : format.format(Math.ceil(seconds / 60), 'minute');
  return words.replace('.', '');
}
