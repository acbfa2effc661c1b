// A library of real files in which damage has taken posts while their versions are left.
import type { Post } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import { tidyUp } from '../../../main/services/housekeeping.ts';
import { PostService } from '../../../main/services/posts.ts';
import { RevisionService } from '../../../main/services/revisions.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { damagePosts, watched } from './damaged-library.ts';
import { writing } from './writing.ts';

const MINUTE = 60_000;
/** When the library is opened again, after all that was written in it. */
export const OPENED = '2026-12-24T10:00:00.000Z';

/** The library once damage was found, and what can be done in it. */
export async function reopened(folder: string, now = OPENED) {
  const desk = await watched(folder, undefined, now);
  const { library } = desk;
  const clock = manualClock(now);
  await tidyUp(library, clock);
  const service = new RevisionService(library, clock);
  return {
    ...{ ...desk, clock, service, posts: new PostService(library, clock) },
    post: (id = 'post-1') => library.get('posts', id),
    lost: async () => must(await service.lost()).posts,
    bringBack: async (...postIds: string[]) =>
      must(await service.bringBack({ postIds: postIds.length === 0 ? null : postIds })).posts,
    bodies: () => library.all('posts').map(({ fields }) => fields.body),
  };
}

/**
 * Writes each of these texts into each post, ten minutes apart, lets `then` go on, and damages the posts once they are
 * in shards. Of the last text nothing is left: it never was an earlier version.
 */
export async function losing(
  posts: Post[],
  texts: readonly string[],
  then: (desk: Awaited<ReturnType<typeof writing>>) => Promise<unknown> = async () => {},
) {
  const desk = await writing(posts);
  const { library, clock, folder } = desk;
  for (const body of texts) {
    clock.advance(10 * MINUTE);
    for (const { id } of posts) {
      const post = library.get('posts', id);
      const { title = '' } = post?.fields ?? {};
      must(await desk.posts.save({ postId: id, expectedRevision: post?.revision ?? 0, title, body }));
    }
  }
  await then(desk);
  await library.transact((tx) => ok(tx.put('preferences', tx.get('preferences', 'main') ?? PREFERENCES)));
  await library.compact();
  await library.close();
  await damagePosts(folder, ...posts.map(({ id }) => id));
  return folder;
}

const PREFERENCES = {
  ...{ id: 'main' as const, language: 'bg' as const, theme: 'light' as const, showKeys: true },
  ...{ place: null, window: null },
};
