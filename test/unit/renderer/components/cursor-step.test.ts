import { expect, test } from 'vitest';
import { cursorStep } from '../../../../renderer/components/cursor-step.ts';

test.each([
  ['ArrowDown', 4, 5],
  ['ArrowUp', 4, 3],
  ['ArrowUp', 0, 0],
  ['ArrowDown', 99, 99],
  ['PageDown', 4, 13],
  ['PageUp', 4, 0],
  ['PageDown', 95, 99],
  ['Home', 50, 0],
  ['End', 50, 99],
  ['ArrowDown', -1, 0],
  ['ArrowUp', -1, 99],
])('%s from %i goes to %i', (key, cursor, expected) => {
  expect(cursorStep(key, cursor, 100, 10)).toBe(expected);
});

test('other keys and empty lists move nothing', () => {
  expect(cursorStep('j', 4, 100, 10)).toBeNull();
  expect(cursorStep('ArrowDown', -1, 0, 10)).toBeNull();
});

test('a page of one row still moves', () => {
  expect(cursorStep('PageDown', 4, 100, 1)).toBe(5);
});
