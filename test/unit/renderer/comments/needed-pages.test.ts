import { expect, test } from 'vitest';
import { neededPages } from '../../../../renderer/features/comments/use-comment-pages.ts';

test.each([
  ['at the start', { first: 0, last: 12, cursor: 0 }, [0]],
  ['across two pages', { first: 95, last: 107, cursor: 96 }, [0, 1]],
  ['scrolled away from the cursor', { first: 0, last: 12, cursor: 540 }, [0, 5]],
  ['a cursor whose neighbour is on the next page', { first: 190, last: 199, cursor: 199 }, [1, 2]],
])('the pages %s', (_, atHand, pages) => {
  expect(neededPages(atHand)).toEqual(pages);
});
