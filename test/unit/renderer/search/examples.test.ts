import { expect, test } from 'vitest';
import { splitQuery } from '../../../../main/domain/search-chips.ts';
import { search as bg } from '../../../../renderer/i18n/bg/search.ts';
import { search as en } from '../../../../renderer/i18n/en/search.ts';

/** How something is written: its signs, with 0 for each digit. */
const shape = (text: string): string => text.replaceAll(/\d/gu, '0');

test.each([
  ['en', en, ['2026-11-03', '2026-11', '2026']],
  ['bg', bg, ['03.11.2026', '11.2026', '2026']],
] as const)('in %s the dates are said to be written as they are understood', (language, { note }, dates) => {
  expect(note.dates.match(/\d[\d.-]*\d/gu)).toEqual(dates);
  const name = language === 'en' ? 'before' : 'преди';
  for (const date of dates)
    expect(splitQuery(`${name}:${date} `).operators, date).toEqual([`${name}:${date}`]);
});

test.each([
  ['before', en],
  ['преди', bg],
] as const)(
  'the example beside "%s:" is a date as it is said to be written, and understood',
  (name, texts) => {
    const { example, note } = texts;
    expect(shape(note.dates)).toContain(shape(example.date));
    expect(splitQuery(`${name}:${example.date} `).operators).toEqual([`${name}:${example.date}`]);
  },
);
