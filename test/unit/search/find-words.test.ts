import { describe, expect, test, vi } from 'vitest';
import { latinSpelling } from '../../../main/domain/latin-spelling.ts';
import { fc, samples } from '../../support/property.ts';
import { comment, indexed, post } from './indexed.ts';
import { bracketed } from './open-search.ts';

vi.setConfig({ testTimeout: 20_000 });

/** One minute after another, in the year after. */
const aMoment = (n: number) => new Date(Date.UTC(2027, 0, 1) + n * 60_000).toISOString();

describe('words', () => {
  const texts = [
    'Влакът тръгва в осем',
    'Във влака е топло',
    'За влакове пишете',
    'The train is slow',
    'Трамваят закъсня',
  ];
  const all = () => indexed(...texts.map((text, n) => comment(n + 1, text)));

  test.each([
    ['влак', ['c1', 'c2', 'c3']],
    ['ВЛА', ['c1', 'c2', 'c3']],
    ['влаковете', ['c1', 'c2', 'c3']],
    ['влакът осем', ['c1']],
    ['осем влак', ['c1']],
    ['"влака"', ['c2']],
    ['"във влака"', ['c2']],
    ['"влака във"', []],
    ['trains', ['c4']],
    ['влак -топло', ['c1', 'c3']],
    ['-влак', ['c4', 'c5']],
    ['влак -"в осем"', ['c2', 'c3']],
    ['-влак*', ['c4', 'c5']],
    ['вла трам', []],
    ['йордан', ['c1', 'c2', 'c3', 'c4', 'c5']],
  ])('%s', async (query, ids) => expect((await all()).ids(query).sort()).toEqual(ids));
});

describe('the other alphabet', () => {
  test('Cyrillic finds Latin letters too, as they are written without a Bulgarian keyboard', async () => {
    const { ids } = await indexed(
      comment(1, 'vlakat zakasnya'),
      comment(2, 'теснолинейка'),
      comment(3, 'Tesnolineykata!'),
    );
    expect(ids('влак')).toEqual(['c1']);
    expect(ids('теснолинейка').sort()).toEqual(['c2', 'c3']);
    // Three letters in Latin begin too many English words.
    expect(ids('вла')).toEqual([]);
  });

  test('Latin letters find Cyrillic, whichever of the letters they may stand for was meant', async () => {
    const { ids, find } = await indexed(
      comment(1, 'Влакът закъсня'),
      comment(2, 'щастие и шталинг'),
      comment(3, 'история'),
      comment(4, 'vlak'),
    );
    expect(ids('vlakat')).toEqual(['c1']);
    expect(ids('vlak')).toEqual(['c4', 'c1']);
    expect(ids('shta')).toEqual(['c2']);
    expect(ids('istoria')).toEqual(['c3']);
    expect(ids('vla')).toEqual(['c4']);
    expect([ids('"vlakat"'), ids('-vlakat istoria'), ids('zakasnya vlak')]).toEqual([[], ['c3'], ['c1']]);
    const shown = find('vlak').hits.comments.map(({ snippet }) => bracketed(snippet));
    expect(shown).toEqual(['[vlak]', '[Влакът] закъсня']);
  });

  test.each([30, 300, 1_700])(
    'among %i matches those come first that are as they were typed',
    async (count) => {
      const { ids } = await indexed(
        comment(1, 'vlak'),
        ...Array.from({ length: count }, (_, n) =>
          comment(n + 2, n % 2 === 0 ? 'влак' : 'Влакът, влака', { date: aMoment(n) }),
        ),
      );
      expect(ids('vlak')[0]).toBe('c1');
      expect(ids('vlak', { order: 'newest' })[0]).not.toBe('c1');
      const page = (offset: number) => ids('vlak', { limits: { posts: 0, comments: 10, drafts: 0 }, offset });
      expect(new Set([...page(0), ...page(10), ...page(20)]).size).toBe(30);
    },
  );

  test('names are found in either alphabet, too, and left out only as they are written', async () => {
    const { ids } = await indexed(
      comment(1, 'влак', { author: 'Калин Дойчев' }),
      comment(2, 'влак', { author: 'Kalina D.' }),
      comment(3, 'влак', { author: 'Боян' }),
    );
    const asked = ['author:Kalin', 'author:калин', 'author:"Kalin Doychev"', 'author:"Kalin Boyan"'];
    expect(asked.map((query) => ids(query).sort())).toEqual([['c1', 'c2'], ['c1', 'c2'], ['c1'], []]);
    expect(ids('-author:kalin').sort()).toEqual(['c1', 'c3']);
  });

  test('a word finds and is found in the other alphabet alike', async () => {
    const unit = fc.constantFrom(...'абвгдежзиклмнопрстуфхцчшщъюя');
    const words = [...new Set(samples(fc.string({ unit, minLength: 4, maxLength: 9 }), 120))];
    const latin = words.map((word) => latinSpelling(word) ?? '');
    const holding = (texts: readonly string[]) =>
      indexed(...texts.map((text, n) => comment(n, text, { date: aMoment(n) })));
    const [cyrillic, other] = [await holding(words), await holding(latin)];
    for (const [n, word] of words.entries()) {
      expect(cyrillic.ids(latin[n] ?? ''), word).toContain(`c${n}`);
      expect(other.ids(word), word).toContain(`c${n}`);
    }
  });
});

describe('letters and fields', () => {
  test('accents and the two spellings of й and и', async () => {
    const { ids } = await indexed(
      comment(1, 'Даде й, не ѝ'),
      comment(2, 'Крем брюле: crème brûlée'),
      comment(3, 'и\u0306од'),
    );
    expect(ids('й')).toEqual(['c1']);
    expect(ids('"и"')).toEqual(['c1']);
    expect(ids('creme')).toEqual(['c2']);
    expect(ids('йод')).toEqual(['c3']);
    expect(ids('иод')).toEqual([]);
  });

  test('HTML is not found, its text is', async () => {
    const { ids, find } = await indexed(
      post(1, {
        title: 'Без',
        body: '<!-- wp:paragraph {"x":"скрит"} --><p class="важен">Видим <em>текст</em></p>',
      }),
    );
    expect([ids('видим'), ids('текст'), ids('скрит'), ids('важен'), ids('paragraph')]).toEqual([
      ...[['p1'], ['p1'], [], [], []],
    ]);
    expect(find('текст').hits.posts.map(({ snippet }) => bracketed(snippet))).toEqual(['Видим [текст]']);
  });

  test('titles, excerpts, slugs and authors of posts are found', async () => {
    const { ids } = await indexed(
      post(1, { title: 'Мостът', excerpt: 'Накратко', slug: 'most-nad-struma', author: 'Калин' }),
    );
    expect(['мост', 'накратко', 'struma', 'калин', 'author:калин'].map((query) => ids(query))).toEqual(
      Array(5).fill(['p1']),
    );
  });
});
