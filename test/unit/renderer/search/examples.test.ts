import { expect, test } from 'vitest';
import { splitQuery } from '../../../../main/domain/search-chips.ts';
import { search as bg } from '../../../../renderer/i18n/bg/search.ts';
import { search as en } from '../../../../renderer/i18n/en/search.ts';

/** How something is written: its signs, with 0 for each digit. */
const shape = (text: string): string => text.replaceAll(/\d/gu, '0');

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
