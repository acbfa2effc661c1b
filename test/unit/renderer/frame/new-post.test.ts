import { describe, expect, it } from 'vitest';
import { siteForNewPost } from '../../../../renderer/frame/use-new-post.ts';

const site = (id: string, writePosts = true) => ({
  id,
  capabilities: {
    writePosts,
    publishPosts: writePosts,
    editOthersPosts: false,
    editPublishedPosts: writePosts,
    moderateComments: false,
    unfilteredHtml: false,
  },
});

describe('the site of a new post', () => {
  it('is the one whose lists are shown', () => {
    expect(siteForNewPost([site('a'), site('b')], 'b')).toBe('b');
  });

  it('is the only one there is', () => {
    expect(siteForNewPost([site('a')], null)).toBe('a');
    expect(siteForNewPost([site('a'), site('b', false)], null)).toBe('a');
  });

  it('is left open where there is a choice, or none', () => {
    expect(siteForNewPost([site('a'), site('b')], null)).toBeNull();
    expect(siteForNewPost([site('a', false)], 'a')).toBeNull();
    expect(siteForNewPost([], null)).toBeNull();
  });
});
