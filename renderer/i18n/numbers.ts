import type { Language } from './language.ts';

/**
 * A count as people read it: "3,904" in English, "3 904" in Bulgarian. Grouping is forced because CLDR leaves
 * four-digit numbers in Bulgarian ungrouped, which makes a column of counts uneven.
 */
export function formatNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(language, { useGrouping: 'always' }).format(value);
}
