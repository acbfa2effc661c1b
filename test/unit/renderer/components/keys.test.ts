import { describe, expect, test } from 'vitest';
import { actsInTextFields, type KeyPress, keyName } from '../../../../renderer/components/keys.ts';

const press = (key: string, code: string, held: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code,
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  ...held,
});

/** What the keys of the moderation desk send in each layout, from the layouts' own tables. */
const layouts = {
  'US English': { j: ['j', 'KeyJ'], k: ['k', 'KeyK'], a: ['a', 'KeyA'], s: ['s', 'KeyS'], q: ['q', 'KeyQ'] },
  'Bulgarian phonetic': {
    j: ['й', 'KeyJ'],
    k: ['к', 'KeyK'],
    a: ['а', 'KeyA'],
    s: ['с', 'KeyS'],
    q: ['я', 'KeyQ'],
  },
  'Bulgarian BDS': {
    j: ['т', 'KeyJ'],
    k: ['н', 'KeyK'],
    a: ['ь', 'KeyA'],
    s: ['я', 'KeyS'],
    q: [',', 'KeyQ'],
  },
  'French AZERTY': {
    j: ['j', 'KeyJ'],
    k: ['k', 'KeyK'],
    a: ['a', 'KeyQ'],
    s: ['s', 'KeyS'],
    q: ['q', 'KeyA'],
  },
  Dvorak: { j: ['j', 'KeyC'], k: ['k', 'KeyV'], a: ['a', 'KeyA'], s: ['s', 'Semicolon'], q: ['q', 'KeyX'] },
} as const;

describe.each(Object.entries(layouts))('%s', (_layout, keys) => {
  test.each(Object.entries(keys))('%s', (name, [key, code]) => {
    expect(keyName(press(key, code))).toBe(name);
    expect(keyName(press(key.toUpperCase(), code, { shiftKey: true }))).toBe(`shift+${name}`);
  });
});

describe('keyName', () => {
  test('a Latin letter counts, wherever its key is', () => {
    expect(keyName(press('a', 'KeyQ'))).toBe('a');
  });

  test('signs of a Latin layout are not taken for letters', () => {
    // Dvorak prints these where QWERTY has Q, W, E and Z.
    expect(
      [`'`, ',', '.', ';'].map((key, index) =>
        keyName(press(key, ['KeyQ', 'KeyW', 'KeyE', 'KeyZ'][index] ?? '')),
      ),
    ).toEqual([`'`, ',', '.', ';']);
  });

  test('caps lock is not Shift', () => {
    expect(keyName(press('A', 'KeyA'))).toBe('a');
    expect(keyName(press('А', 'KeyA'))).toBe('a');
  });

  test('signs are named by what they print', () => {
    expect(keyName(press('?', 'Slash', { shiftKey: true }))).toBe('?');
    expect(keyName(press('?', 'Digit8', { shiftKey: true }))).toBe('?');
    expect(keyName(press('1', 'Digit1', { altKey: true }))).toBe('alt+1');
  });

  test('modifiers make another key', () => {
    expect(keyName(press('a', 'KeyA', { ctrlKey: true }))).toBe('mod+a');
    expect(keyName(press('ь', 'KeyA', { ctrlKey: true }))).toBe('mod+a');
    expect(keyName(press('Enter', 'Enter', { ctrlKey: true }))).toBe('mod+Enter');
    expect(keyName(press('S', 'KeyS', { ctrlKey: true, shiftKey: true }))).toBe('mod+shift+s');
    expect(keyName(press('ArrowDown', 'ArrowDown', { shiftKey: true }))).toBe('shift+ArrowDown');
    expect(keyName(press(' ', 'Space'))).toBe('Space');
  });

  test('the other system key is never ours', () => {
    expect(keyName(press('a', 'KeyA', { metaKey: true }))).toBeNull();
    expect(keyName(press('a', 'KeyA', { metaKey: true }), true)).toBe('mod+a');
    expect(keyName(press('a', 'KeyA', { ctrlKey: true }), true)).toBeNull();
  });

  test('nothing while composing or with a dead key', () => {
    expect(keyName(press('а', 'KeyA', { isComposing: true }))).toBeNull();
    expect(keyName(press('Dead', 'KeyA'))).toBeNull();
    expect(keyName(press('Process', 'KeyA'))).toBeNull();
  });
});

test.each([
  ['a', false],
  ['shift+a', false],
  ['?', false],
  ['Enter', false],
  ['Escape', true],
  ['mod+Enter', true],
  ['mod+z', false],
  ['alt+1', true],
])('%s acts in text fields: %s', (name, expected) => {
  expect(actsInTextFields(name)).toBe(expected);
});
