import { expect, test } from 'vitest';
import { ariaShortcut, capLabel } from '../../../../renderer/components/keycap-labels.ts';

test('keycaps name the keys of the platform', () => {
  expect(['Mod', 'Alt', 'Shift', 'Enter', 'A'].map((key) => capLabel(key, false))).toEqual([
    'Ctrl',
    'Alt',
    '⇧',
    '↵',
    'A',
  ]);
  expect(['Mod', 'Alt', '⇧A'].map((key) => capLabel(key, true))).toEqual(['⌘', '⌥', '⇧A']);
});

test.each([
  [['A'], 'A'],
  [['⇧A'], 'Shift+A'],
  [['Mod', 'Enter'], 'Control+Enter'],
  [['Mod', 'Shift', 'S'], 'Control+Shift+S'],
  [['Esc'], 'Escape'],
  [['Alt', '1'], 'Alt+1'],
])('%j is %s for assistive technology', (keys, expected) => {
  expect(ariaShortcut(keys, false)).toBe(expected);
});

test('a sequence or alternatives cannot be expressed and are left out', () => {
  expect(ariaShortcut(['G', 'J'], false)).toBeUndefined();
  expect(ariaShortcut([], false)).toBeUndefined();
});
