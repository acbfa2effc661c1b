import { describe, expect, test } from 'vitest';
import { firstDayOf } from '../../../main/domain/search-dates.ts';
import { asksNothing, parseQuery, type SearchQuery } from '../../../main/domain/search-query.ts';
import { foldWord } from '../../../main/domain/search-words.ts';
import { fc, forAll } from '../../support/property.ts';

/** A query in a line: `влак*` matches any ending, `"бавен влак"` exactly so, `-дъжд` must not be there. */
function inShort(query: SearchQuery): string {
  const phrase = ({ words, prefix, exact }: SearchQuery['all'][number]) => {
    const text = words.join(words.length > 1 && !exact ? '+' : ' ') + (prefix ? '*' : '');
    return exact ? `"${text}"` : text;
  };
  const sides = (name: string, { any, none }: { any: readonly string[]; none: readonly string[] }) => [
    ...any.map((value) => `${name}:${value}`),
    ...none.map((value) => `-${name}:${value}`),
  ];
  const names = ({ any, none }: SearchQuery['author']) => ({
    any: any.map(({ words }) => words.join(' ')),
    none: none.map(({ words }) => words.join(' ')),
  });
  return [
    ...query.all.map(phrase),
    ...query.none.map((one) => `-${phrase(one)}`),
    ...sides('author', names(query.author)),
    ...sides('post', names(query.post)),
    ...sides('email', query.email),
    ...sides('site', query.site),
    ...sides('is', query.is),
    ...query.has.any,
    ...query.has.none.map((feature) => `-${feature}`),
    ...(query.from === null ? [] : [`from ${query.from}`]),
    ...(query.until === null ? [] : [`until ${query.until}`]),
    ...query.notes.map(({ kind, text }) => `(${kind} ${text})`),
  ].join(' ');
}

describe('what is typed and what it means', () => {
  test.each([
    ['', ''],
    ['   ', ''],
    ['влак', 'влак*'],
    ['ВЛАК гара', 'влак* гара*'],
    ['"бавен влак"', '"бавен влак"'],
    ['„Бавен влак“', '"бавен влак"'],
    ['«бавен влак»', '"бавен влак"'],
    ['"бавен вл', '"бавен вл*"'],
    ['"тесен*"', '"тесен*"'],
    ['-дъжд', '-дъжд'],
    ['-дъжд*', '-дъжд*'],
    ['-"силен дъжд" влак', 'влак* -"силен дъжд"'],
    ['по-рано', 'по+рано*'],
    ['-', ''],
    ['- влак', 'влак*'],
    ['--', ''],
    ['https://blog.example/a', 'https+blog+example+a*'],
    ['в 18:40', 'в* 18+40*'],
    ['😀 🚂', ''],
    ['автор', 'автор*'],
  ])('%s', (typed, meaning) => expect(inShort(parseQuery(typed))).toBe(meaning));
});

describe('operators', () => {
  test.each([
    ['author:Мила', 'author:мила'],
    ['author:"Мария П"', 'author:мария п'],
    ['автор:Мила -автор:Калин', 'author:мила -author:калин'],
    ['от:Мила', 'author:мила'],
    ['AUTHOR:мила', 'author:мила'],
    ['email:@poshta.example', 'email:@poshta.example'],
    ['поща:Мила@Poshta.example', 'email:мила@poshta.example'],
    ['post:теснолинейк*', 'post:теснолинейк'],
    ['статия:"кафе на гара"', 'post:кафе на гара'],
    ['site:"Бавни влакове"', 'site:бавни влакове'],
    ['сайт:bavnivlakove', 'site:bavnivlakove'],
    ['is:pending', 'is:pending'],
    ['is:pending,spam', 'is:pending is:spam'],
    ['is:pending is:spam', 'is:pending is:spam'],
    ['-is:trash', '-is:trash'],
    ['е:чакащи', 'is:pending'],
    ['е:одобрен,кошче', 'is:approved is:trash'],
    ['е:чернова е:публикувана е:насрочена', 'is:draft is:published is:scheduled'],
    ['has:link', 'link'],
    ['има:линк', 'link'],
    ['-has:link', '-link'],
    ['author:', ''],
    ['author:"', ''],
    ['before:', ''],
  ])('operators: %s', (typed, meaning) => expect(inShort(parseQuery(typed))).toBe(meaning));
});

describe('dates, and what is not known', () => {
  test.each([
    ['before:2026-11-03', 'until 2026-11-03'],
    ['before:2026-11', 'until 2026-11-01'],
    ['before:2026', 'until 2026-01-01'],
    ['before:03.11.2026', 'until 2026-11-03'],
    ['преди:3.11.2026', 'until 2026-11-03'],
    ['преди:"3.11.2026 г."', 'until 2026-11-03'],
    ['след:11.2026', 'from 2026-11-01'],
    ['after:2026-11 before:2026-12', 'from 2026-11-01 until 2026-12-01'],
    ['-before:2026-11', 'from 2026-11-01'],
    ['-after:2026-11', 'until 2026-11-01'],
    ['after:2025 after:2026', 'from 2026-01-01'],
    ['before:2025 before:2026', 'until 2025-01-01'],
  ])('dates: %s', (typed, meaning) => expect(inShort(parseQuery(typed))).toBe(meaning));

  test.each([
    ['foo:bar', 'foo* bar* (unknown-operator foo:)'],
    ['категория:"бавни влакове"', 'категория* "бавни влакове" (unknown-operator категория:)'],
    ['is:cheerful', 'cheerful* (unknown-value is:cheerful)'],
    ['has:cat', 'cat* (unknown-value has:cat)'],
    ['before:2026-13-01 x', '2026+13+01* x* (unknown-value before:2026-13-01)'],
    ['after:31.02.2026', '31+02+2026* (unknown-value after:31.02.2026)'],
    ['-foo:bar', '-foo -bar (unknown-operator foo:)'],
  ])('not known, so taken as words: %s', (typed, meaning) =>
    expect(inShort(parseQuery(typed))).toBe(meaning),
  );

  test.each(['is:', 'is:pen', 'е:чак', 'has:li', 'before:2', 'before:2026-1', 'след:03.1', 'is:pending,sp'])(
    'half typed, so nobody complains: %s',
    (typed) => expect(parseQuery(typed).notes).toEqual([]),
  );

  test('half of a word stays unknown once something follows it', () => {
    expect(parseQuery('is:pen влак').notes).toEqual([{ kind: 'unknown-value', text: 'is:pen' }]);
  });

  test('a page that was pasted is cut to what anybody would type, and said to be', () => {
    const query = parseQuery(Array.from({ length: 2_000 }, (_, n) => `дума${n}`).join(' '));
    expect(query.all).toHaveLength(24);
    expect(query.notes).toEqual([{ kind: 'shortened', text: '' }]);
  });
});

describe('for whatever is typed', () => {
  const pieces = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom(
      ...'"„“:-*()^+{}\0\n,.',
      ' ',
      'NEAR(a b)',
      'a AND b',
      'title:x',
      'is:',
      'before:',
      'author:"',
    ),
    fc.constantFrom('влак', 'и\u0306', 'ѝ', '\u202Eвлак', '👨‍👩‍👧', '\uD800', 'İI', 'ﬁ'),
  );
  const typed = fc.array(pieces, { maxLength: 30 }).map((parts) => parts.join(''));

  test('there is a meaning, and its words hold nothing that a query language could take for its own', async () => {
    await forAll(
      typed,
      (text) => {
        const { all, none, author, post } = parseQuery(text);
        const phrases = [...all, ...none, ...author.any, ...author.none, ...post.any, ...post.none];
        for (const { words } of phrases) {
          expect(words.length).toBeGreaterThan(0);
          for (const word of words) expect(word).toMatch(/^[\p{L}\p{N}\p{M}\uFFFD]{1,64}$/u);
        }
      },
      500,
    );
  });

  test('words without signs mean themselves, in any number of blanks', async () => {
    const word = fc.stringMatching(/^[a-zа-я0-9]{1,12}$/);
    const typed = fc.tuple(fc.array(word, { maxLength: 10 }), fc.constantFrom(' ', '  ', '\n', '\t '));
    await forAll(typed, ([words, blank]) => {
      const { all, notes, ...rest } = parseQuery(words.join(blank));
      expect(all.map((phrase) => phrase.words.join('|'))).toEqual(words);
      expect(notes).toEqual([]);
      expect(asksNothing({ ...rest, all: [], notes })).toBe(true);
    });
  });

  test('ten thousand characters take no time to speak of', () => {
    for (const text of [
      '"'.repeat(10_000),
      'a:'.repeat(5_000),
      '-'.repeat(10_000),
      ' '.repeat(10_000),
      'я'.repeat(10_000),
    ]) {
      const began = performance.now();
      parseQuery(text);
      expect(performance.now() - began).toBeLessThan(500);
    }
  });
});

test('a query of nothing but signs asks for nothing, one with an operator does not', () => {
  expect(['', '-', '""', '😀', 'author:', 'is:pen'].map((text) => asksNothing(parseQuery(text)))).toEqual(
    Array(6).fill(true),
  );
  expect(
    ['a', '-a', 'is:spam', 'before:2026', '-has:link', 'site:x'].map((text) => asksNothing(parseQuery(text))),
  ).toEqual(Array(6).fill(false));
});

test('days that are in no calendar are none', () => {
  const days = ['2026-02-29', '2024-02-29', '0.11.2026', '2026-00', '26-11-03', '', '2026-1-1', '1.1.2026'];
  expect(days.map(firstDayOf)).toEqual([
    null,
    '2024-02-29',
    null,
    null,
    null,
    null,
    '2026-01-01',
    '2026-01-01',
  ]);
});

test('accents that make no other letter are folded, others are not', () => {
  const folded: Record<string, string> = {
    ...{ Café: 'cafe', naïve: 'naive', ЌЕ: 'ќе', Ѓ: 'ѓ' },
    // Composed and not: й and the и with a breve are one letter, which и is not.
    ...{ Й: 'й', 'и\u0306': 'й', и: 'и', ѝ: 'и', 'и\u0300': 'и', Ѝ: 'и' },
    // The stress mark that dictionaries and careful writers put.
    ...{ 'Въ\u0301лна': 'вълна', 'пара\u0301': 'пара', Ёлка: 'елка', ў: 'ў', ї: 'ї' },
    ...{ İstanbul: 'istanbul', ΆΛΦΑ: 'αλφα', ﬁ: 'ﬁ', '½': '½' },
  };
  expect(Object.keys(folded).map(foldWord)).toEqual(Object.values(folded));
});
