import { expect, test } from 'vitest';
import type { Post } from '../../../main/domain/post.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { damagePosts } from './damaged-library.ts';
import { reopened } from './losing.ts';
import { known, writing } from './writing.ts';

/** A library in which a post was damaged after these words had been saved, in no version and in no shard. */
async function losingAfter(post: Post, body: string): Promise<string> {
  const { library, posts, folder } = await writing([post]);
  await library.compact();
  const { revision = 0, fields } = library.get('posts', post.id) ?? {};
  const { title = '' } = fields ?? {};
  must(await posts.save({ postId: post.id, expectedRevision: revision, title, body }));
  await library.close();
  await damagePosts(folder, post.id);
  return folder;
}

test('a draft comes back with what was typed last', async () => {
  const fields = someFields({ title: 'Есенни писма', body: 'Първи абзац.' });
  const folder = await losingAfter(aPost({ siteId: null, fields }), 'Първи абзац. Втори абзац.');
  const desk = await reopened(folder);
  expect(await desk.lost()).toMatchObject([
    { postId: 'post-1', title: 'Есенни писма', versions: 2, words: 4 },
  ]);
  expect(await desk.bringBack()).toEqual([{ postId: 'post-1', joined: false }]);
  expect(desk.post()?.fields).toEqual({ ...fields, body: 'Първи абзац. Втори абзац.' });
  await desk.library.close();
  const again = await reopened(folder);
  expect(again.bodies()).toEqual(['Първи абзац. Втори абзац.']);
  expect(await again.lost()).toEqual([]);
});

test('a change of a post of a site is known as one of that post', async () => {
  const post = known();
  const folder = await losingAfter(post, 'Моя неизпратена промяна');
  const desk = await reopened(folder);
  expect(await desk.lost()).toMatchObject([{ postId: post.id, siteId: post.siteId, versions: 2 }]);
  await desk.bringBack();
  expect(desk.post(post.id)).toMatchObject({
    ...{ siteId: post.siteId, remoteId: post.remoteId },
    fields: { body: 'Моя неизпратена промяна' },
  });
});
