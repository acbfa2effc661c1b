import { expect, test } from 'vitest';
import { foreignWords } from '../../../../renderer/i18n/foreign-words.ts';
import { fc, forAll } from '../../../support/property.ts';

test.each([
  ['as they are', 'Коментарът е дублиран.', 'Коментарът е дублиран.'],
  ['in one line', '  First\r\n\tsecond\u2028third ', 'First second third'],
  ['without what turns letters around', 'a\u202Eexe.txt\u202C\u2066b\u2069\u200Fc', 'aexe.txtbc'],
  ['without what cannot be seen', 'pass\u200Bword\u00AD \uFEFFok\u0000', 'password ok'],
  ['with the markup as text', '<b>Bold</b> &amp; so', '<b>Bold</b> &amp; so'],
  ['with the joiners of emoji and of Persian', '👩‍💻', '👩‍💻'],
  ['apart from the sentence, if written from the right', 'שגיאה 500', '\u2068שגיאה 500\u2069'],
])('%s', (_name, words, shown) => {
  expect(foreignWords(words, 80)).toBe(shown);
});

test('cut between characters, not within one', () => {
  expect(foreignWords('👍👍👍 и още', 2)).toBe('👍👍…');
  expect(foreignWords('дума и още', 5)).toBe('дума…');
});

test('whatever a server says is one bounded line', async () => {
  const words = fc.string({ unit: 'binary', maxLength: 200 });
  await forAll(fc.tuple(words, fc.integer({ min: 1, max: 50 })), ([said, limit]) => {
    const shown = foreignWords(said, limit);
    expect([...shown].length).toBeLessThanOrEqual(limit + 3);
    expect(shown).not.toMatch(/[\n\r\t\u2028\u2029\u202A-\u202E]/u);
    expect(shown.isWellFormed()).toBe(true);
  });
});
