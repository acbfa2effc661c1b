import { describe, expect, it } from 'vitest';
import { emptyPlace, type Place } from '../../../../renderer/frame/place-memory.ts';
import { firstPlace } from '../../../../renderer/frame/start.ts';

const nothing = { sites: false, posts: false };
const draft: Place = { view: 'posts', filter: 'drafts', postId: 'p1', commentId: null };

describe('where the app opens', () => {
  it('welcomes who has nothing yet', () => {
    expect(firstPlace(null, nothing)).toEqual(emptyPlace);
    expect(firstPlace(emptyPlace, nothing)).toEqual(emptyPlace);
  });

  it('opens where it was', () => {
    expect(firstPlace(draft, { sites: false, posts: true })).toBe(draft);
    expect(firstPlace(draft, nothing)).toBe(draft);
  });

  it('does not welcome again who has a site or a post', () => {
    expect(firstPlace(emptyPlace, { sites: true, posts: true })).toMatchObject({
      view: 'comments',
      filter: 'pending',
    });
    expect(firstPlace(null, { sites: false, posts: true })).toMatchObject({ view: 'posts', filter: 'all' });
  });
});
