/** Languages that are complete; the first is the source of the types and the fallback. */
export const languages = ['en', 'bg'] as const;

export type Language = (typeof languages)[number];

/** Each language by its own name, as people look for it in a list. */
export const languageNames: Record<Language, string> = { en: 'English', bg: 'Български' };

/** Whether a stored or received value names a language we have. */
export const isLanguage = (value: unknown): value is Language =>
  languages.some((language) => language === value);

/**
 * The first language we have among those the system prefers (BCP 47 tags, best first), so that a system set to
 * `de-DE, bg-BG` gets Bulgarian.
 */
export function pickLanguage(preferred: readonly string[]): Language {
  for (const tag of preferred) {
    const [primary] = tag.toLowerCase().split(/[-_]/);
    if (isLanguage(primary)) return primary;
  }
  return languages[0];
}
