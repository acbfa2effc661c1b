import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { isLanguage, type Language, languages } from './language.ts';
import { formatNumber } from './numbers.ts';
import { resources } from './resources.ts';

/**
 * Sets the language of the page, at once and without network: all texts are bundled. The first call prepares
 * i18next; later calls switch, and every component that uses `useTranslation` follows. `<html lang>` follows too,
 * because letter forms, hyphenation and screen readers depend on it.
 */
export function setupLanguage(language: Language): void {
  if (i18next.isInitialized) void i18next.changeLanguage(language);
  else initialise(language);
  if (typeof document !== 'undefined') document.documentElement.lang = language;
}

/** The language in use, for code outside components. */
export function currentLanguage(): Language {
  return isLanguage(i18next.language) ? i18next.language : languages[0];
}

function initialise(language: Language): void {
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: languages[0],
    supportedLngs: languages,
    resources,
    ns: Object.keys(resources.en),
    defaultNS: 'common',
    initAsync: false,
    returnEmptyString: false,
    // React escapes what it renders; escaping here too would show "&amp;".
    interpolation: { escapeValue: false },
    react: { useSuspense: false },
  });
  i18next.services.formatter?.add('number', (value, lng) =>
    formatNumber(Number(value), isLanguage(lng) ? lng : languages[0]),
  );
}
