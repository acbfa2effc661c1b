// What the system's language is said to be, and what Chromium would make of it.
import { settings } from './control.ts';

/** Chromium's translations that carry a region; every other language is known without one. */
const REGIONAL = new Set(['en-US', 'en-GB', 'es-419', 'pt-BR', 'pt-PT', 'zh-CN', 'zh-TW']);

/** The wanted languages, most wanted first; `--lang` wins over the system's. */
export function wantedLanguages(langSwitch: string): string[] {
  const languages = langSwitch === '' ? settings.languages : [langSwitch, ...settings.languages];
  return [...new Set(languages)];
}

/** `app.getLocale()`: the translation Chromium picks, `bg` for `bg-BG`, `en-US` for `en`. */
export function chromiumLocale(tag: string): string {
  if (REGIONAL.has(tag)) return tag;
  const language = tag.split('-')[0] ?? 'en';
  return { en: 'en-US', pt: 'pt-BR', zh: 'zh-CN' }[language] ?? language;
}
