import { expect, test } from 'vitest';
import { parseQuery } from '../../../main/domain/search-query.ts';
import { marksIn, segments } from '../../../main/search/marks.ts';
import { snippetOf } from '../../../main/search/snippet.ts';
import { inLatin } from '../../../main/search/spellings.ts';
import { formsOf } from '../../../main/search/word-match.ts';
import { fc, forAll } from '../../support/property.ts';
import { bracketed } from './open-search.ts';

/** As if the index had seen "влак" only. */
const spellings = (word: string) => [inLatin(word) ?? [], word === 'vlak' ? 'влак' : []].flat();
const marks = (text: string, query: string) => {
  const patterns = parseQuery(query).all.map((phrase) => formsOf(phrase, spellings));
  return marksIn(text, patterns, 'bg');
};
const snippet = (text: string, query: string) => bracketed(snippetOf(text, marks(text, query)));
const filler = (words: number) => Array.from({ length: words }, (_, n) => `дума${n}`).join(' ');

test.each([
  ['Влакът тръгва', 'влак', '[Влакът] тръгва'],
  ['във ВЛАКА', 'влаковете', 'във [ВЛАКА]'],
  ['Бавен влак. Бавен, влак!', '"бавен влак"', '[Бавен влак]. [Бавен, влак]!'],
  ['по-рано и по-късно', 'по-ра', '[по-рано] и по-късно'],
  ['vlakat e tuk', 'влак', '[vlakat] e tuk'],
  ['Във влака и в подвлак', 'vlak', 'Във [влака] и в подвлак'],
  ['голям, големи', 'голяма', '[голям], [големи]'],
  ['Cafés and café', 'cafe', '[Cafés] and [café]'],
  ['Въ\u0301лната е вълна', 'вълна', '[Въ\u0301лната] е [вълна]'],
  ['безвлаков подвлак', 'влак', 'безвлаков подвлак'],
  ['<b>влак</b> & "гара"', 'влак гара', '<b>[влак]</b> & "[гара]"'],
])('%s asked for %s', (text, query, shown) => expect(snippet(text, query)).toBe(shown));

test('the part is shown where most of what was asked for stands together', () => {
  const text = `влак ${filler(80)} гара ${filler(80)} влак и гара ${filler(80)}`;
  const shown = snippet(text, 'влак гара');
  expect(shown).toMatch(/^… .*\[влак\] и \[гара\].* …$/);
  expect(shown.length).toBeLessThan(320);
});

test('what stands far apart is shown in two parts', () => {
  const shown = snippet(`${filler(80)} влак ${filler(80)} гара ${filler(80)}`, 'влак гара');
  expect(shown).toMatch(/^… .*\[влак\].* \[…\] .*\[гара\].* …$/);
});

test('a long text is looked through to its end, if that is where it is', () => {
  expect(snippet(`${filler(3_000)} влак`, 'влак')).toMatch(/^… .*\[влак\]$/);
});

test('where only the title or a name was found, the text is shown from its beginning', () => {
  expect(snippet(`Начало ${filler(200)}`, 'влак')).toMatch(/^Начало дума0 .* …$/);
  expect(snippet('', 'влак')).toBe('');
});

test('a text without blanks is cut between whole characters', () => {
  for (let shift = 0; shift < 4; shift += 1) {
    const shown = snippetOf(`${'a'.repeat(shift)}${'🚂'.repeat(400)}`, []);
    expect(shown.every(({ text }) => text.isWellFormed())).toBe(true);
  }
});

test('for any text and marks: parts of the text, in order, the marked ones marked', async () => {
  const text = fc.array(fc.constantFrom('влак', 'гара', 'и', '🚂', 'дълга-дума', ' '.repeat(3)), {
    maxLength: 400,
  });
  await forAll(text, (words) => {
    const whole = words.join(' ');
    const shown = snippetOf(whole, marks(whole, 'влак "гара и"'));
    const parts = shown
      .map((part) => part.text)
      .join('')
      .replace(/^… | …$/g, '')
      .split(' […] ');
    let at = 0;
    for (const part of parts) {
      at = whole.indexOf(part, at);
      expect(at).toBeGreaterThanOrEqual(0);
    }
    for (const { text: marked } of shown.filter((part) => part.marked))
      expect(marked).toMatch(/^(влак|гара[\s🚂]+и)$/u);
  });
});

test('segments of the whole text are the text', () => {
  const text = 'Влак, влакове, "влак" – край';
  expect(
    segments(text, marks(text, 'влак'))
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
