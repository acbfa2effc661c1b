import type { Language } from './language.ts';

const UNITS = ['kilobyte', 'megabyte', 'gigabyte'] as const;

/** A size as file managers show it: "840 kB", "12 MB", "1.4 GB"; in thousands, like the disks. */
export function formatBytes(bytes: number, language: Language): string {
  const power = Math.min(UNITS.length - 1, Math.max(0, Math.floor(Math.log10(Math.max(1, bytes)) / 3) - 1));
  const value = bytes / 1000 ** (power + 1);
  const maximumFractionDigits = value < 10 ? 1 : 0;
  return new Intl.NumberFormat(language, {
    ...{ style: 'unit', unit: UNITS[power] ?? 'gigabyte', unitDisplay: 'short', maximumFractionDigits },
  }).format(value);
}
