import { expect, test } from 'vitest';
import { isWhole } from '../../../main/domain/lost-post.ts';
import { aRevision, someFields } from '../../support/builders.ts';

const body = 'дума '.repeat(200).trim();

test.each([
  ['with all its words is whole', 200, true],
  ['that another version of the app counted otherwise is whole', 202, true],
  ['that was torn is not whole', 203, false],
  ['with more words than were counted is whole', 150, true],
])('a version %s', (_which, words, expected) => {
  expect(isWhole(aRevision({ fields: someFields({ body }), words }))).toBe(expected);
});

test.each([
  ['is gone', '', false],
  ['is there', '<img src="1.jpg">', true],
])('of pictures alone the length tells whether the text %s', (_what, left, expected) => {
  const { length } = '<img src="1.jpg">';
  expect(isWhole(aRevision({ fields: someFields({ body: left }), words: 0, length }))).toBe(expected);
});

test('of a short one every word counts', () => {
  expect(isWhole(aRevision({ fields: someFields({ body: 'Тръгнахме от' }), words: 3 }))).toBe(false);
});
