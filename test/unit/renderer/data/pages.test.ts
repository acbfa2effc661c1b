import { describe, expect, it } from 'vitest';
import { pagesFor } from '../../../../renderer/data/use-pages.ts';

describe('pages of a long list', () => {
  it.each([
    [0, 0, [0]],
    [0, 99, [0]],
    [95, 104, [0, 1]],
    [250, 449, [2, 3, 4]],
    [-3, 5, [0]],
    [7, 2, [0]],
  ])('rows %i to %i lie on pages %j', (first, last, pages) => {
    expect(pagesFor(first, last)).toEqual(pages);
  });
});
