import slugify from 'slugify';

/**
 * Slug for a title: Bulgarian by the official transliteration (Transliteration Act, 2009: ъ → a, щ → sht, and a final
 * -ия → -ia), other letters as slugify knows them. WordPress keeps at most 200 bytes.
 *
 * @returns a slug in a-z, 0-9 and hyphens; empty when the title has nothing to write in them
 */
export function slugFromTitle(title: string): string {
  const prepared = title
    .normalize('NFC')
    .replace(/ѝ/gu, 'и')
    .replace(/Ѝ/gu, 'И')
    .replace(/ия(?!\p{L})/giu, 'ia');
  return slugify(prepared, { locale: 'bg', lower: true, strict: true }).slice(0, 200).replace(/-+$/, '');
}
