import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Post } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import { anOperation, aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { damagePosts, LONG } from './damaged-library.ts';
import { losing, reopened } from './losing.ts';
import { known, PUBLISHED, writing } from './writing.ts';

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

test('one of which no text is whole says so, unless what was to be sent of it is', async () => {
  const long = [`${LONG}Едно.`, `${LONG}Две.`, `${LONG}Три.`];
  const fields = someFields({ body: `${LONG}Нула.` });
  const folder = await losing([aPost({ id: 'a', fields }), aPost({ id: 'b', fields: PUBLISHED })], long);
  await rm(path.join(folder, 'bodies'), { recursive: true });
  const desk = await reopened(folder);
  const versions = async () =>
    Object.fromEntries((await desk.lost()).map((row) => [row.postId, row.versions]));
  expect(await versions()).toEqual({ a: 0, b: 1 });
  await desk.library.transact((tx) =>
    ok(
      tx.put(
        'operations',
        anOperation({
          task: {
            kind: 'create-post',
            postId: 'a',
            revision: 9,
            fields: PUBLISHED,
            lookupSlug: '',
            remoteId: null,
          },
        }),
      ),
    ),
  );
  expect(await versions()).toEqual({ a: 1, b: 1 });
});
