import { describe, expect, it } from 'vitest';
import { findByName, findBySpelling } from '../../../../renderer/frame/palette-search.ts';

const find = (names: string[], asked: string) =>
  findByName(names, (name) => [name], asked).map(({ item, from, to }) => [item, item.slice(from, to)]);

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
    expect(findByName(['репост, пост'], (name) => [name], 'пост')[0]).toMatchObject({ from: 8, to: 12 });
  });

  it('finds by other names too, behind the rest and without a mark', () => {
    const commands = [['На английски', 'In English'], ['Engels'], ['Всички', 'All']];
    expect(findByName(commands, (names) => names, 'engl')).toEqual([{ item: commands[0], from: 0, to: 0 }]);
    expect(findByName(commands, (names) => names, 'eng').map(({ item }) => item[0])).toEqual([
      'Engels',
      'На английски',
    ]);
    expect(findByName(commands, (names) => names, 'английски')[0]).toMatchObject({ from: 3, to: 12 });
  });

  it('finds nothing where there is nothing', () => {
    expect(find(['Spam'], 'zzz')).toEqual([]);
  });
});

describe('finding by spelling', () => {
  const spelt = (asked: string) =>
    findBySpelling(['Настройки', 'Settings', 'Щъркел'], (name) => [name], asked).map(({ item }) => item);

  it.each([
    ['nastroyki', 'Настройки'],
    ['сеттингс', 'Settings'],
    ['SHTARK', 'Щъркел'],
  ])('%s finds %s', (asked, name) => expect(spelt(asked)).toEqual([name]));

  it('finds nothing for what has no letters', () => {
    expect(spelt('?!')).toEqual([]);
    expect(spelt('zzz')).toEqual([]);
  });
});
