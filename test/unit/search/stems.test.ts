import { describe, expect, test } from 'vitest';
import { bulgarianStem } from '../../../main/search/bulgarian-stem.ts';
import { stemOf, stemsIn } from '../../../main/search/stem.ts';

describe('forms of one word have one stem', () => {
  test.each([
    ['влак', 'влака', 'влакът', 'влакове', 'влаковете'],
    ['град', 'града', 'градът', 'градове', 'градовете'],
    ['жена', 'жената', 'жени', 'жените'],
    ['гара', 'гарата', 'гари', 'гарите'],
    ['книга', 'книгата', 'книги', 'книгите'],
    ['вестник', 'вестника', 'вестникът', 'вестници', 'вестниците'],
    ['снимка', 'снимката', 'снимки', 'снимките'],
    ['писмо', 'писмото', 'писма', 'писмата'],
    ['читалище', 'читалището'],
    ['коментар', 'коментара', 'коментарът', 'коментари', 'коментарите'],
    ['зелен', 'зелена', 'зелено', 'зелената'],
    ['голям', 'големи', 'големите', 'голяма'],
    ['учител', 'учителят', 'учителя', 'учители', 'учителите'],
  ])('%s', (...forms) => expect(new Set(forms.map(bulgarianStem)).size).toBe(1));
});

// Each rule of the published program once, ending by ending.
test.each([
  ['игрища', 'игр'],
  ['хубавият', 'хубав'],
  ['хубавия', 'хубав'],
  ['планината', 'планин'],
  ['столът', 'стол'],
  ['морето', 'мор'],
  ['децата', 'дец'],
  ['конят', 'кон'],
  ['търговци', 'търг'],
  ['столове', 'стол'],
  ['случаеве', 'случай'],
  ['чуждици', 'чуждик'],
  ['подлози', 'подлог'],
  ['големи', 'голем'],
  ['кожуси', 'кожух'],
  ['пътеки', 'пътек'],
  ['земя', 'зем'],
  ['червен', 'червн'],
  ['театър', 'театр'],
])('%s → %s', (word, stem) => expect(bulgarianStem(word)).toBe(stem));

test.each(['и', 'на', 'дом', 'път', 'три'])('%s is too short to have an ending', (word) => {
  expect(bulgarianStem(word)).toBe(word);
});

test('a stem is its own stem often enough to be found by it, and never empty', () => {
  for (const word of ['влаковете', 'вестниците', 'жените', 'големите', 'театърът', 'яйца']) {
    const stem = bulgarianStem(word);
    expect(stem.length).toBeGreaterThan(1);
    expect(word.startsWith(stem.slice(0, 2))).toBe(true);
  }
});

test('English words have English stems, others stay as they are', () => {
  expect(['trains', 'training', 'running', 'happily', 'a'].map(stemOf)).toEqual([
    ...['train', 'train', 'run', 'happili', 'a'],
  ]);
  expect(['τρένα', '2026', 'їжак', 'abc1'].map(stemOf)).toEqual(['τρένα', '2026', 'їжак', 'abc1']);
});

test('a text in another language of the same letters keeps its words', () => {
  expect(stemsIn('ru')('поезда')).toBe('поезда');
  expect(stemsIn('bg-BG')('влака')).toBe('влак');
  expect(stemsIn('bg')('trains')).toBe('train');
  expect(stemsIn('en-GB')('trains')).toBe('train');
  expect(stemsIn('fr')('gares')).toBe('gares');
});
