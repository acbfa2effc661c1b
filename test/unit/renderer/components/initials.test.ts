import { describe, expect, test } from 'vitest';
import { initialsAmong, initialsOf, tintOf } from '../../../../renderer/components/initials.ts';

describe('initialsOf', () => {
  test.each([
    ['Йордан Вълчев', 'ЙВ'],
    ['Петко от Копривщица', 'ПК'],
    ['Снежана К.', 'СК'],
    ['Мила', 'М'],
    ['vip_bonus', 'V'],
    ['  елена   ангелова ', 'ЕА'],
    ['"Кака" Сийка', 'КС'],
    ['Е\u0301лена', 'Е\u0301'],
    ['👻', '?'],
    ['', '?'],
    ['42', '4'],
  ])('%j → %s', (name, expected) => {
    expect(initialsOf(name)).toBe(expected);
  });
});

describe('tintOf', () => {
  test('is the same for the same person, however typed', () => {
    expect(tintOf('Мила')).toBe(tintOf(' мила '));
    expect(tintOf('Йордан')).toBe(tintOf('Йордан'.normalize('NFD')));
  });

  test('uses all six tints and no other', () => {
    const tints = new Set(Array.from({ length: 200 }, (_, index) => tintOf(`Читател ${index}`)));
    expect([...tints].sort()).toEqual([1, 2, 3, 4, 5, 6]);
  });
});

test('names with the same letters are told apart by a number', () => {
  const names = ['Зелен парк', 'Мила', 'Зимен път', 'Зелен парк', '👻', ''];
  expect(names.map((_name, index) => initialsAmong(names, index))).toEqual([
    'З1',
    'М',
    'З2',
    'З3',
    '?1',
    '?2',
  ]);
});
