import type { LostPost, LostPosts } from '../../../../renderer/features/revisions/use-lost-posts.ts';
import { type Answered, answered } from '../rendered.tsx';

/** A post that damage took, as main tells of it; a test names only what it is about. */
export const aLostPost = (over: Partial<LostPost> = {}): LostPost => ({
  ...{ postId: 'lost', title: 'Чай в купето', excerpt: '', language: 'bg', siteId: null },
  ...{ at: '2026-11-02T08:00:00.000Z', words: 3, versions: 2, joins: false },
  ...over,
});

/** Main's answer to which posts are lost: these. */
export const lostAre = (...posts: LostPost[]): Answered => {
  const joining = posts.filter(({ joins }) => joins).length;
  const lost: LostPosts = { total: posts.length, joining, posts };
  return answered('revisions', 'lost', {}, lost);
};
