import { expect, test } from 'vitest';
import { plainText } from '../../../main/domain/plain-text.ts';
import { countWords } from '../../../main/domain/word-count.ts';
import { fc, forAll } from '../../support/property.ts';

const letters = fc.string({ unit: fc.constantFrom(..."abzаяѝђßéñ7_-–’'.,:„“«»()?!…€日本ก"), maxLength: 12 });

test('the short way counts as the rules of Unicode do', async () => {
  const segmenter = new Intl.Segmenter('bg', { granularity: 'word' });
  await forAll(
    fc.array(letters, { maxLength: 12 }),
    (parts) => {
      const text = parts.join(' ');
      const words = [...segmenter.segment(plainText(text).text)].filter(({ isWordLike }) => isWordLike);
      expect(countWords(text, 'bg'), text).toBe(words.length);
    },
    1000,
  );
});
