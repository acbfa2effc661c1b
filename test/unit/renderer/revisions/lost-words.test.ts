// A post that has come from its site again is not counted among those that are gone: only its versions are put back.
import i18next from 'i18next';
import { expect, test } from 'vitest';
import {
  backWords,
  lostCount,
  lostLead,
  lostTitle,
} from '../../../../renderer/features/revisions/lost-words.ts';
import type { Language } from '../../../../renderer/i18n/language.ts';
import { setupLanguage } from '../../../../renderer/i18n/setup.ts';

const inLanguage = (language: Language) => {
  setupLanguage(language);
  return i18next.getFixedT(language, 'revisions');
};
const back = { joined: false };
const joined = { joined: true };

test.each<[Language, { total: number; joining: number }, string]>([
  ['en', { total: 2, joining: 0 }, '2 posts can be brought back'],
  ['en', { total: 1, joining: 1 }, 'Earlier versions of 1 post that is here can be put back'],
  [
    'en',
    { total: 3, joining: 1 },
    '2 posts can be brought back. Earlier versions of 1 post that is here can be put back',
  ],
  ['bg', { total: 2, joining: 2 }, 'Могат да се добавят по-ранните версии на 2 публикации, които са тук'],
])('in %s it is said what %o are', (language, lost, words) => {
  expect(lostCount(inLanguage(language), lost)).toBe(words);
});

test('only where all of them are here again nothing is called a lost post', () => {
  const t = inLanguage('en');
  const told = (total: number, joining: number) => [
    lostTitle(t, { total, joining }),
    lostLead(t, { total, joining }),
  ];
  expect(told(1, 1)).toEqual([expect.stringMatching(/^Versions/), expect.stringMatching(/here again/)]);
  for (const joining of [0, 1])
    expect(told(2, joining)).toEqual([expect.stringMatching(/^Posts/), expect.stringMatching(/Damage took/)]);
  expect(told(0, 0)).toEqual([expect.stringMatching(/^Posts/), expect.stringMatching(/Nothing is left/)]);
});

test('what was never away is not said to be back', () => {
  const t = inLanguage('en');
  expect(backWords(t, [back, back])).toBe('2 posts are back');
  expect(backWords(t, [back, joined])).toBe('1 post is back. Earlier versions are put back to 1 post');
  expect(backWords(t, [joined, joined])).toBe('Earlier versions are put back to 2 posts');
});
