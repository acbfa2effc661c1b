import { expect, test } from 'vitest';
import { chipOf, joinQuery, splitQuery } from '../../../main/domain/search-chips.ts';
import { parseQuery } from '../../../main/domain/search-query.ts';
import { fc, forAll } from '../../support/property.ts';

test.each([
  ['before:2026-11-18', [], 'before:2026-11-18'],
  ['before:2026-11-18 ', ['before:2026-11-18'], ''],
  ['влак before:2026-11-18 ', ['before:2026-11-18'], 'влак '],
  ['author:"Мария П"', ['author:"Мария П"'], ''],
  ['author:"Мария ', [], 'author:"Мария '],
  ['е:чакащ влак', ['е:чакащ'], 'влак'],
  ['is:foo влак', [], 'is:foo влак'],
  ['-is:spam влак  гара', ['-is:spam'], 'влак гара'],
  ['foo:bar  влак', [], 'foo:bar  влак'],
  ['author: влак', [], 'author: влак'],
])('while %j is typed', (typed, operators, rest) => expect(splitQuery(typed)).toEqual({ operators, rest }));

test('a query that comes from elsewhere has no unfinished operators', () => {
  expect(splitQuery('влак is:spam', true)).toEqual({ operators: ['is:spam'], rest: 'влак ' });
  expect(splitQuery('author:"Мария П', true)).toEqual({ operators: ['author:"Мария П"'], rest: '' });
});

test('chips show name and value without quotes', () => {
  expect(['before:2026', '-автор:„Мария П“', 'is:spam'].map(chipOf)).toEqual([
    { name: 'before:', value: '2026' },
    { name: '-автор:', value: 'Мария П' },
    { name: 'is:', value: 'spam' },
  ]);
});

test('taking a query apart changes nothing of what it asks', async () => {
  const piece = fc.constantFrom(
    'влак',
    '"бавен влак"',
    'is:spam',
    'author:"Мария П"',
    '-has:link',
    'before:2026',
    'foo:bar',
    '-дъжд',
  );
  await forAll(fc.array(piece, { maxLength: 8 }), (pieces) => {
    const typed = `${pieces.join(' ')} `;
    const again = parseQuery(`${joinQuery(splitQuery(typed))} `);
    const sorted = (query: object) => JSON.stringify(query).split('').sort().join('');
    expect(sorted(again)).toBe(sorted(parseQuery(typed)));
  });
});
