import { expect, it } from 'vitest';
import { nextPane } from '../../../../renderer/frame/panes.ts';

it.each([
  [0, 4, 1, 1],
  [3, 4, 1, 0],
  [0, 4, -1, 3],
  [-1, 4, 1, 0],
  [-1, 4, -1, 3],
  [0, 1, 1, 0],
] as const)('from part %i of %i by %i to %i', (current, count, step, next) => {
  expect(nextPane(current, count, step)).toBe(next);
});
