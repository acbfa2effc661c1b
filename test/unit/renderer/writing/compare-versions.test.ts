import { describe, expect, it } from 'vitest';
import {
  type Comparison,
  compareLines,
  compareTexts,
  type Piece,
  type Stretch,
} from '../../../../renderer/features/writing/compare-versions.ts';
import { fc, forAll } from '../../../support/property.ts';

/** Pieces as one reads them: `same [-gone-] [+new+]`. */
const read = (pieces: readonly Piece[]) =>
  pieces
    .map(({ kind, text }) => (kind === 'same' ? text : kind === 'del' ? `[-${text}-]` : `[+${text}+]`))
    .join('');
const compare = (mine: string, theirs: string, base: string | null) =>
  compareTexts({ mine, theirs, base, language: 'bg' }).map((stretch) =>
    stretch.kind === 'same' ? `= ${stretch.lines}` : [read(stretch.mine), read(stretch.theirs)],
  );

describe('words that differ', () => {
  const line = (mine: string, theirs: string, base: string | null) => {
    const sides = compareLines({ mine, theirs, base, language: 'bg' });
    return [read(sides.mine), read(sides.theirs)];
  };

  it('each side against the version that both had; Cyrillic words are words', () => {
    expect(
      line(
        'Стопанката се премести при автогарата, а машината е същата.',
        'Стопанката отваря в осем, а машината е същата. Кафето е два лева.',
        'Стопанката отваря в шест и половина, а машината е същата.',
      ),
    ).toEqual([
      'Стопанката [-отваря в шест и половина-][+се премести при автогарата+], а машината е същата.',
      'Стопанката отваря в [-шест и половина-][+осем+], а машината е същата. [+Кафето е два лева.+]',
    ]);
    expect(line('Кафето', 'Кафе', 'Кафе')).toEqual(['[-Кафе-][+Кафето+]', 'Кафе']);
  });

  it('where nobody knows that version, what each has and the other has not', () => {
    expect(line('едно две три', 'едно три четири', null)).toEqual([
      'едно [+две +]три',
      'едно три [+четири+]',
    ]);
  });

  it('marks the whole where only the white space differs', () => {
    expect(line('a  b', 'a b', 'a b')).toEqual(['[-a b-][+a  b+]', 'a b']);
  });
});

describe('texts line by line', () => {
  it('what is the same on both sides steps back, also where both made the same change', () => {
    expect(compare('а\nБ\nв г\n', 'а\nБ\nв д\n', 'а\nб\nв г\n')).toEqual([
      '= 1',
      ['[-б-][+Б+]\nв г\n', '[-б-][+Б+]\nв [-г-][+д+]\n'],
    ]);
    expect(compare('а\nБ\nв\nг д\n', 'а\nБ\nв\nг\n', 'а\nб\nв\nг\n')).toEqual(['= 3', ['г [+д+]\n', 'г\n']]);
    expect(compare('a\nб', 'a\nб', 'a')).toEqual(['= 2']);
  });

  it('a line that one side took out or put in', () => {
    expect(compare('а\nв\n', 'а\nб\nв\nг\n', 'а\nб\nв\n')).toEqual([
      '= 1',
      ['[-б\n-]', 'б\n'],
      '= 1',
      ['', '[+г\n+]'],
    ]);
  });

  it('says where each stretch begins on its side', () => {
    const stretches = compareTexts({ mine: 'x\ny\nа\n1\n', theirs: 'а\n2\n', base: 'а\n', language: 'bg' });
    expect(stretches.map(({ at }) => at)).toEqual([
      { mine: 1, theirs: 1 },
      { mine: 3, theirs: 1 },
      { mine: 4, theirs: 2 },
    ]);
  });
});

const words = fc.array(fc.constantFrom('влак', 'гара', ' ', '\n', '<p>', ', ', '\r', '👍', 'е\u0301'), {
  maxLength: 40,
});
const text = words.map((parts) => parts.join(''));
const sideOf = (side: 'mine' | 'theirs', stretches: Stretch[], without: Piece['kind']) =>
  stretches
    .flatMap((one): Piece[] => (one.kind === 'same' ? [{ kind: 'same', text: one.text }] : one[side]))
    .filter(({ kind }) => kind !== without)
    .map((piece) => piece.text)
    .join('');

it('shows every letter of both versions, whatever they are', async () => {
  const versions = fc.record({
    mine: text,
    theirs: text,
    base: fc.option(text),
    language: fc.constant('bg'),
  });
  await forAll(versions, (versions: Comparison) => {
    const stretches = compareTexts(versions);
    expect(sideOf('mine', stretches, 'del')).toBe(versions.mine);
    expect(sideOf('theirs', stretches, 'del')).toBe(versions.theirs);
  });
});

describe('texts of a size that nobody reads at once', () => {
  const long = (word: string, count: number) =>
    Array.from({ length: count }, (_, index) => `${word} ${index} ${Math.sin(index)}\n`).join('');

  it('gives up in time and shows both whole', () => {
    const versions = { mine: long('мое', 40_000), theirs: long('тяхно', 40_000), base: long('наше', 40_000) };
    const start = performance.now();
    const stretches = compareTexts({ ...versions, language: 'bg' });
    expect(performance.now() - start).toBeLessThan(5_000);
    expect(sideOf('mine', stretches, 'del')).toBe(versions.mine);
    expect(sideOf('theirs', stretches, 'del')).toBe(versions.theirs);
  });

  it('finds one changed line among many', () => {
    const base = long('ред', 20_000);
    const mine = base.replace('ред 15000 ', 'ред петнайсет хиляди ');
    const stretches = compareTexts({ mine, theirs: `${base}край\n`, base, language: 'bg' });
    expect(stretches.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same', 'changed']);
  });

  it('marks a very long line as a whole', () => {
    const base = 'дума '.repeat(10_000);
    const { mine } = compareLines({ mine: `${base}!`, theirs: base, base, language: 'bg' });
    expect(mine.map(({ kind }) => kind)).toEqual(['del', 'ins']);
  });
});
