// A post that has come from its site again is not counted among those that are gone: only its versions are put back.
import i18next from 'i18next';
import { expect, test } from 'vitest';
import {
  allAction,
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

test.each<[Language, Record<'gone' | 'mixed' | 'joining', [RegExp, RegExp, string]>]>([
  [
    'en',
    {
      gone: [/^Posts/, /^Damage took these posts, but/, 'Bring all back'],
      mixed: [/^Posts/, /^Damage took some of these .* Others are here again/, 'Bring all back'],
      joining: [/^Versions/, /^These posts are here again/, 'Put all back'],
    },
  ],
  [
    'bg',
    {
      gone: [/^Публикации/, /^Повреда е отнела тези/, 'Възстанови всички'],
      mixed: [/^Публикации/, /^Повреда е отнела някои .* Други са отново тук/, 'Възстанови всички'],
      joining: [/^Версии/, /^Тези публикации са отново тук/, 'Добави всички'],
    },
  ],
])('in %s it is never said that damage took a post that is here', (language, told) => {
  const t = inLanguage(language);
  for (const [total, joining, [title, lead, action]] of [
    [2, 0, told.gone],
    [2, 1, told.mixed],
    [2, 2, told.joining],
  ] as const) {
    expect(lostTitle(t, { total, joining })).toMatch(title);
    expect(lostLead(t, { total, joining })).toMatch(lead);
    expect(allAction(t, { total, joining })).toBe(action);
  }
});

test('once there is none the dialog says so', () => {
  expect(lostLead(inLanguage('en'), { total: 0, joining: 0 })).toMatch(/^Nothing is left/);
});

test('what was never away is not said to be back', () => {
  const t = inLanguage('en');
  expect(backWords(t, [back, back])).toBe('2 posts are back');
  expect(backWords(t, [back, joined])).toBe('1 post is back. 1 post has its earlier versions again');
  expect(backWords(t, [joined, joined])).toBe('2 posts have their earlier versions again');
});
