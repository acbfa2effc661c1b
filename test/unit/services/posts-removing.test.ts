import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { tidyUp } from '../../../main/services/housekeeping.ts';
import { anOperation, aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { DAY, known, PUBLISHED, TOKEN, writing } from './writing.ts';

test('a draft that no site has is removed, restored, and forgotten after thirty days', async () => {
  const { posts, post, clock, library } = await writing([aPost()]);
  const total = async () => must(await posts.counts({ siteId: null })).all;
  expect(must(await posts.remove({ postId: 'post-1' }))).toEqual({ postId: 'post-1' });
  expect(await total()).toBe(0);
  expect(must(await posts.restore({ postId: 'post-1' }))).toMatchObject({ status: 'draft' });
  expect(post()?.fields).toEqual(someFields());
  expect(await total()).toBe(1);
  must(await posts.remove({ postId: 'post-1' }));
  clock.advance(30 * DAY);
  await tidyUp(library, clock);
  expect(post()).toBeDefined();
  clock.advance(1);
  await tidyUp(library, clock);
  expect(post()).toBeUndefined();
});

test('what a site has, or is about to have, cannot be removed here', async () => {
  const task = { kind: 'update-post', postId: 'post-2', revision: 1, fields: PUBLISHED } as const;
  for (const state of ['queued', 'sending', 'sent-unconfirmed', 'failed'] as const) {
    const { posts, library, post } = await writing([known(), aPost({ id: 'post-2' })]);
    await library.transact((tx) => ok(tx.put('operations', anOperation({ task, state }))));
    for (const postId of ['post-1', 'post-2']) {
      const before = post(postId);
      expect(await posts.remove({ postId })).toMatchObject({ ok: false, error: { reason: 'already-sent' } });
      expect(post(postId)).toEqual(before);
    }
  }
});

test('only what was removed here can be restored, and time forgets nothing else', async () => {
  const trash = { ...PUBLISHED, status: 'trash' as const };
  const old = { editedAt: '2020-01-01T00:00:00.000Z' };
  const { posts, library, clock } = await writing([
    aPost({ id: 'draft', ...old }),
    known({ id: 'there', fields: trash, base: { fields: trash, token: TOKEN }, ...old }),
  ]);
  for (const postId of ['draft', 'there']) {
    expect(await posts.restore({ postId })).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  }
  clock.advance(365 * DAY);
  await tidyUp(library, clock);
  expect(library.all('posts')).toHaveLength(2);
});
