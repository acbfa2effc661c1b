import { describe, expect, test } from 'vitest';
import {
  type Cursor,
  moveBy,
  settle,
  shownId,
  startAt,
  stayAt,
} from '../../../../renderer/features/comments/cursor.ts';
import { withoutLeaving } from '../../../../renderer/features/comments/shown-rows.ts';

/** A list of single letters; a space is a row whose page has not been read. */
const list = (letters: string, leaving = '') =>
  withoutLeaving(
    {
      total: letters.length,
      row: (index) => {
        const id = letters[index];
        return id === undefined || id === ' ' ? undefined : { id };
      },
      read: [[0, letters.length]],
    },
    new Set(leaving),
  );

const at = (id: string | null, index: number, visiting: string | null = null): Cursor => ({
  id,
  index,
  visiting,
});

describe('settle', () => {
  test('starts on the first row', () => {
    expect(settle(startAt(null), list('abc'))).toEqual(at('a', 0));
  });

  test('starts on the comment of the last time, wherever it is now', () => {
    expect(settle(startAt('c'), list('abc'))).toEqual(at('c', 2));
  });

  test('stays with its comment when others come before it', () => {
    expect(settle(at('b', 1), list('xyabc'))).toEqual(at('b', 3));
  });

  test('goes to the next comment when its own leaves', () => {
    expect(settle(stayAt(at('b', 1)), list('abc', 'b'))).toEqual(at('c', 1));
  });

  test('goes to the previous one at the end', () => {
    expect(settle(stayAt(at('c', 2)), list('abc', 'c'))).toEqual(at('b', 1));
  });

  test('has nothing when the last one leaves', () => {
    expect(shownId(settle(stayAt(at('a', 0)), list('a', 'a')))).toBeNull();
  });

  test('several leave one after the other', () => {
    let cursor = settle(startAt(null), list('abcd'));
    cursor = settle(stayAt(cursor), list('abcd', 'a'));
    cursor = settle(stayAt(cursor), list('abcd', 'ab'));
    expect(cursor).toEqual(at('c', 0));
    expect(settle(cursor, list('cd'))).toEqual(at('c', 0));
  });

  test('keeps its comment while the page is being read, and takes nobody else for it', () => {
    expect(settle(at('b', 1), list('a  d'))).toEqual(at('b', 1));
    expect(settle(at(null, 2), list('a  d'))).toEqual(at(null, 2));
  });

  test('looks at a comment of another list without losing the place', () => {
    const visiting = settle(at('b', 1, 'z'), list('abc'));
    expect(shownId(visiting)).toBe('z');
    expect(settle(moveBy(visiting, 1, 3), list('abc'))).toEqual(at('b', 1));
  });

  test('an undone comment that comes back gets the cursor', () => {
    expect(settle(at('c', 0, 'b'), list('bc'))).toEqual(at('b', 0));
  });

  test('returns the same object when nothing has to change, so that rendering ends', () => {
    for (const letters of ['abc', 'a c', '', 'xabc']) {
      const once = settle(at('b', 1, 'z'), list(letters));
      expect(settle(once, list(letters))).toBe(once);
    }
  });
});

test.each([
  [0, -1, 0],
  [0, 1, 1],
  [2, 1, 2],
  [1, -1, 0],
])('from %i by %i to %i of three', (from, step, to) => {
  expect(moveBy(at('x', from), step, 3).index).toBe(to);
});
