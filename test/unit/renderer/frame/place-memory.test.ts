import { describe, expect, it } from 'vitest';
import {
  emptyPlace,
  goTo,
  lasting,
  leaveSite,
  type Memory,
  type Move,
} from '../../../../renderer/frame/place-memory.ts';

const start: Memory = { place: emptyPlace, byView: {} };
const walk = (...moves: Move[]) => moves.reduce(goTo, start).place;

describe('going from place to place', () => {
  it('opens each view at its first list', () => {
    expect(walk({ view: 'comments' })).toEqual({ ...emptyPlace, view: 'comments', filter: 'pending' });
    expect(walk({ view: 'posts' })).toEqual({ ...emptyPlace, view: 'posts', filter: 'all' });
  });

  it('comes back to where it was in a view', () => {
    const there: Move = { view: 'posts', filter: 'drafts', postId: 'p1' };
    expect(walk(there, { view: 'comments' }, { view: 'posts' })).toMatchObject(there);
  });

  it('keeps the open post when another list of posts is chosen', () => {
    expect(walk({ view: 'posts', postId: 'p1' }, { view: 'posts', filter: 'drafts' }).postId).toBe('p1');
  });

  it('leaves the comment behind when another list of comments is chosen', () => {
    const reading: Move = { view: 'comments', commentId: 'c1' };
    expect(walk(reading, { view: 'comments', filter: 'spam' }).commentId).toBeNull();
    expect(walk(reading, { view: 'comments', filter: 'pending' }).commentId).toBe('c1');
  });

  it('stays the same object when nothing moved, so that nothing is written', () => {
    const memory = goTo(start, { view: 'posts', postId: 'p1' });
    expect(goTo(memory, { view: 'posts', postId: 'p1' }).place).toBe(memory.place);
  });
});

it('closes what is open in every view when the lists are narrowed to another site', () => {
  const begun = [
    { view: 'posts', postId: 'p1' },
    { view: 'comments', filter: 'spam', commentId: 'c1' },
  ] as Move[];
  const left = leaveSite(begun.reduce(goTo, start));
  expect(left.place).toEqual({ view: 'comments', filter: 'spam', postId: null, commentId: null });
  expect(goTo(left, { view: 'posts' }).place).toMatchObject({ filter: 'all', postId: null });
});

it('lets main remember every place but the search, which is looked at in passing', () => {
  expect(lasting(walk({ view: 'comments' }))).toEqual({ ...emptyPlace, view: 'comments', filter: 'pending' });
  expect(lasting(walk({ view: 'search' }))).toBeNull();
});
