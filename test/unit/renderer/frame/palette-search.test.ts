import { describe, expect, it } from 'vitest';
import { findByName } from '../../../../renderer/frame/palette-search.ts';

const find = (names: string[], asked: string) =>
  findByName(names, (name) => name, asked).map(({ item, from, to }) => [item, item.slice(from, to)]);

describe('finding by name', () => {
  it('offers everything while nothing is asked for', () => {
    expect(find(['Spam', 'Trash'], '  ')).toEqual([
      ['Spam', ''],
      ['Trash', ''],
    ]);
  });

  it('puts starts of names before starts of words, and those before the rest', () => {
    expect(find(['Disapproved', 'Comments, approved', 'Approve'], 'app')).toEqual([
      ['Approve', 'App'],
      ['Comments, approved', 'app'],
      ['Disapproved', 'app'],
    ]);
  });

  it('finds Cyrillic names in any case and inside words', () => {
    expect(find(['С теснолинейката до Добринище', 'Лютеница'], 'ТЕСНО')).toEqual([
      ['С теснолинейката до Добринище', 'тесно'],
    ]);
    expect(find(['Лютеница'], 'ница')).toEqual([['Лютеница', 'ница']]);
  });

  it('takes no notice of Latin accents, but keeps й and и apart', () => {
    expect(find(['Le café fermé'], 'cafe')).toEqual([['Le café fermé', 'café']]);
    expect(find(['Чай'], 'чаи')).toEqual([]);
  });

  it('prefers a word that starts so to an earlier place inside a word', () => {
    expect(findByName(['репост, пост'], (name) => name, 'пост')[0]).toMatchObject({ from: 8, to: 12 });
  });

  it('finds nothing where there is nothing', () => {
    expect(find(['Spam'], 'zzz')).toEqual([]);
  });
});
