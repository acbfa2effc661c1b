import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { Post } from '../../../main/domain/post.ts';
import { ok } from '../../../main/domain/result.ts';
import { LostOfSite } from '../../../main/revisions/lost-posts.ts';
import { send } from '../../../main/sync/send.ts';
import { anOperation, aPost, aSite, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { aRemotePost, scriptedClient } from '../../support/scripted-client.ts';
import { damagePosts, LONG } from './damaged-library.ts';
import { losing, reopened } from './losing.ts';
import { known, PUBLISHED, TOKEN, writing } from './writing.ts';

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

/** A lost post of which `late` was kept after `newest` had been typed, and what is said of its words now. */
async function newestOf(folder: string, late: string) {
  const desk = await reopened(folder);
  const taken = await desk.library.transact((tx) =>
    ok(new LostOfSite(tx, 'site-1').take({ remoteId: 5, fields: { ...PUBLISHED, body: late } })),
  );
  await desk.bringBack();
  return { taken: must(taken), body: desk.post()?.fields.body };
}

test('words that were typed while an upload was on its way are newer than what the site confirmed', async () => {
  const folder = await losing([known()], ['Изпратено'], async ({ posts, post, clock, library }) => {
    const { revision = 0, fields } = post() ?? {};
    must(await posts.send({ postId: 'post-1', expectedRevision: revision, status: 'publish' }));
    for (const [more, body] of ['По-ново', 'Най-ново'].entries()) {
      clock.advance(10 * 60_000);
      const { title = '' } = fields ?? {};
      must(await posts.save({ postId: 'post-1', expectedRevision: revision + more, title, body }));
    }
    const confirmed = { ...PUBLISHED, body: 'Изпратено' };
    const client = scriptedClient({
      getPost: async () => ok(aRemotePost({ token: TOKEN })),
      updatePost: async () => ok(aRemotePost({ fields: confirmed })),
    });
    const [operation] = library.openOperations();
    must(await send({ id: operation?.id ?? '' }, { library, clock, client: client.client, site: aSite() }));
    expect(post()).toMatchObject({ base: { fields: confirmed }, fields: { body: 'Най-ново' } });
    // What is compared with the next words is what was kept of the newest.
    const kept = library.get('revisions', post()?.newestRevision ?? '');
    expect(kept?.fields.body).toBe('По-ново');
  });
  expect(await newestOf(folder, 'Изпратено')).toEqual({ taken: undefined, body: 'По-ново' });
});

test('the version that was not chosen was never the newest', async () => {
  const folder = await losing([known()], ['Мое', 'Мое и повече'], async ({ posts, clock, library }) => {
    await library.transact((tx) => {
      const post = tx.get('posts', 'post-1');
      const theirs = { fields: { ...PUBLISHED, body: 'Тяхно' }, token: { ...TOKEN, revisionId: 60 } };
      const noticedAt = clock.now().toISOString();
      return ok(post && tx.put('posts', { ...post, conflict: { ...theirs, noticedAt } }));
    });
    must(await posts.resolveConflict({ postId: 'post-1', keep: 'mine' }));
  });
  expect(await newestOf(folder, 'Тяхно')).toEqual({ taken: undefined, body: 'Мое' });
});
