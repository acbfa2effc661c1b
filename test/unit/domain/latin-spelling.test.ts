import { expect, test } from 'vitest';
import { beginningSpelled, latinSpelling } from '../../../main/domain/latin-spelling.ts';
import { slugFromTitle } from '../../../main/domain/slug.ts';
import { fc, forAll } from '../../support/property.ts';

const letter = fc.constantFrom(...'абвгдежзийклмнопрстуфхцчшщъьюя');
const word = fc.string({ unit: letter, minLength: 1, maxLength: 14 });

test('words are spelled as in slugs', async () => {
  await forAll(word, (one) => void expect(latinSpelling(one)).toBe(slugFromTitle(one)), 500);
  expect(latinSpelling('щастие')).toBe('shtastie');
  expect(latinSpelling('история')).toBe('istoria');
});

test('words with letters that Bulgarian does not have are not spelled', () => {
  expect(['объявление', 'сёла', 'эхо', 'train', 'й2'].map((one) => latinSpelling(one))).toEqual([
    ...['obayavlenie', null, null, null, null],
  ]);
});

test('the beginning that reads like what was typed is the shortest one that does', async () => {
  expect(beginningSpelled('влакът', 'vlak')).toBe('влак');
  expect(beginningSpelled('влакът', 'vlaka')).toBe('влакъ');
  expect(beginningSpelled('щастие', 'sh')).toBe('щ');
  expect(beginningSpelled('история', 'istoria')).toBe('история');
  expect(beginningSpelled('влак', 'влак')).toBe(null);
  await forAll(fc.tuple(word, fc.nat(20)), ([one, cut]) => {
    const start = (latinSpelling(one) ?? '').slice(0, cut + 1);
    const beginning = beginningSpelled(one, start);
    expect(one.startsWith(beginning ?? '?')).toBe(true);
  });
});
