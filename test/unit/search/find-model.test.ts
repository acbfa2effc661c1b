import { expect, test, vi } from 'vitest';
import { latinSpelling } from '../../../main/domain/latin-spelling.ts';
import { type Phrase, parseQuery } from '../../../main/domain/search-query.ts';
import { wordsOf } from '../../../main/domain/search-words.ts';
import { stemOf } from '../../../main/search/stem.ts';
import { formsOf, matchOf, type OtherSpellings } from '../../../main/search/word-match.ts';
import { attackStrings } from '../../support/attack-strings.ts';
import { fc, forAll, samples } from '../../support/property.ts';
import { aCommentSource, anIndex } from './an-index.ts';
import { aRequest } from './open-search.ts';

vi.setConfig({ testTimeout: 20_000 });

const WORDS = [
  ...[
    'влак',
    'влака',
    'влакът',
    'влакове',
    'влажен',
    'гара',
    'гарата',
    'гари',
    'на',
    'ѝ',
    'й',
    'и',
    'Й',
    'театри',
  ],
  ...[
    'train',
    'trains',
    'training',
    'vlakat',
    'vlak',
    'istoria',
    'история',
    'shtit',
    'щит',
    'café',
    'a',
    '2026',
    'голям',
    'големи',
    'театър',
    'въ\u0301лна',
  ],
];
const word = fc.constantFrom(...WORDS);
const text = fc.array(word, { minLength: 1, maxLength: 12 }).map((words) => words.join(' '));
const queryPiece = fc.tuple(
  fc.constantFrom('', '', '', '-'),
  fc.boolean(),
  fc.array(word, { minLength: 1, maxLength: 2 }),
  fc.nat(6),
);
const query = fc
  .array(queryPiece, { minLength: 1, maxLength: 4 })
  .map((pieces) =>
    pieces
      .map(([minus, isPhrase, words, cut]) =>
        isPhrase ? `${minus}"${words.join(' ')}"` : minus + (words[0] ?? '').slice(0, Math.max(2, cut)),
      )
      .join(' '),
  );

/** All words that stand for one in the other alphabet, by looking at every word there is. */
const otherSpellings: OtherSpellings = (word) => {
  const latin = latinSpelling(word);
  if (latin !== null) return latin.length < 4 ? [] : [latin];
  if (word.length < 4) return [];
  const all = WORDS.flatMap((one) => wordsOf(one)).filter((one) => latinSpelling(one)?.startsWith(word));
  // The shortest beginnings that read so: that of a word which is spelled so as a whole is the word.
  return all.map((one) => {
    const ends = Array.from({ length: one.length }, (_, at) => one.slice(0, at + 1));
    return ends.find((start) => latinSpelling(start)?.startsWith(word)) ?? one;
  });
};

/** Whether a text holds a piece of a query, by the plainest reading of the rules: word after word. */
function holds(words: readonly string[], phrase: Phrase, spellings: OtherSpellings): boolean {
  const forms = formsOf(phrase, spellings);
  return words.some((_, at) =>
    forms.every((form, offset) => {
      const candidate = words[at + offset];
      return candidate !== undefined && matchOf(candidate, stemOf(candidate), form) !== null;
    }),
  );
}

/** An index that holds these texts, each as the comment of its number. */
async function filledIndex(texts: readonly string[]) {
  const { writer, find } = await anIndex();
  for (const [n, one] of texts.entries()) {
    const date = new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString();
    writer.put(aCommentSource({ id: `c${n}`, remoteId: n, text: one, date, author: 'Никой' }));
  }
  return find;
}

test('finds exactly the texts that hold every piece and none of the others, whatever is asked', async () => {
  const texts = samples(text, 300);
  const find = await filledIndex(texts);
  await forAll(
    query,
    (typed) => {
      const { all, none } = parseQuery(typed);
      const expected = texts.flatMap((one, n) => {
        const words = wordsOf(one);
        const isHit =
          all.every((phrase) => holds(words, phrase, otherSpellings)) &&
          !none.some((phrase) => holds(words, phrase, () => []));
        return isHit ? [`c${n}`] : [];
      });
      const { hits, totals } = find(aRequest(typed, { limits: { posts: 0, comments: 300, drafts: 0 } }));
      expect(hits.comments.map(({ id }) => id).sort()).toEqual(expected.sort());
      expect(totals.comments).toBe(expected.length);
    },
    400,
  );
});

test('what was found shows why: each text has a mark, and marks change no letter of it', async () => {
  const texts = samples(text, 300);
  const find = await filledIndex(texts);
  await forAll(
    query,
    (typed) => {
      const { hits } = find(aRequest(typed));
      const asksForWords = parseQuery(typed).all.length > 0;
      for (const { id, snippet } of hits.comments) {
        expect(snippet.map(({ text: part }) => part).join('')).toBe(texts[Number(id.slice(1))]);
        expect(snippet.some(({ marked }) => marked)).toBe(asksForWords);
      }
    },
    200,
  );
});

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc
    .array(
      fc.constantFrom(
        ...'"„“:-*()^+{}\0|&~',
        ' ',
        'NEAR(',
        'AND',
        'OR',
        'NOT',
        'rowid:',
        'влак',
        'is:spam',
        'author:',
        'post:"',
        'email:%',
        'before:2026',
      ),
      { maxLength: 14 },
    )
    .map((parts) => parts.join(' ')),
);

test('whatever is typed is answered: no sign reaches the query language of the index', async () => {
  const find = await filledIndex(['влак', 'NEAR OR AND NOT rowid', 'a "b" c* ^d']);
  const attacks = [
    ...attackStrings.map(({ html }) => html),
    '"',
    '""',
    '"""',
    '*',
    '^',
    'NEAR(a b, 2)',
    'text:x',
    '{a b}:c',
    "'; DROP TABLE docs;--",
    '\0',
    '\u202E',
    'я'.repeat(10_000),
    '"'.repeat(10_000),
    'a '.repeat(5_000),
  ];
  for (const attack of attacks) expect(() => find(aRequest(attack)), attack.slice(0, 40)).not.toThrow();
  await forAll(anything, (typed) => void find(aRequest(typed)), 500);
  expect(find(aRequest('near or and not rowid')).totals.comments).toBe(1);
});
