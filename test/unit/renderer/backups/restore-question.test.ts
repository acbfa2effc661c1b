// What is said before a backup takes the place of the library.
import i18next from 'i18next';
import { describe, expect, test } from 'vitest';
import { leadOf } from '../../../../renderer/features/backups/RestoreQuestion.tsx';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';

describe.each<[Language, [number, RegExp][], RegExp]>([
  [
    'en',
    [
      [0, /^The backup was unpacked, and everything in it is whole\. It takes/],
      [1, /unpacked\. 1 long text was damaged already .*, and comes back .*; everything else is whole\. It/],
      [2, /unpacked\. 2 long texts were damaged already .*, and come back .*; everything else is whole\. It/],
    ],
    /What is here is kept as a backup/,
  ],
  [
    'bg',
    [
      [0, /^Копието е разопаковано и всичко в него е изправно\. То заема/],
      [1, /разопаковано\. 1 дълъг текст вече е бил повреден, .* се връща, .* друго е изправно\. То/],
      [2, /разопаковано\. 2 дълги текста вече са били повредени, .* се връщат, .* друго е изправно\. То/],
    ],
    /Сегашното се запазва като копие/,
  ],
])('in %s', (language, ofTexts, kept) => {
  const lead = (damagedTexts: number, isKept: boolean) => {
    setupLanguage(language);
    return leadOf(i18next.getFixedT(language, 'backups'), { damagedTexts, isKept });
  };

  test.each(ofTexts)('a backup with %i damaged texts is not called more whole than it is', (texts, says) => {
    expect(lead(texts, true)).toMatch(says);
    expect(lead(texts, false)).toMatch(says);
  });

  test('only of what is kept that is said', () => {
    expect(lead(0, true)).toMatch(kept);
    expect(lead(0, false)).not.toMatch(kept);
  });
});
