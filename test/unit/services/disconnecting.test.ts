import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { CommentService } from '../../../main/services/comments.ts';
import { aComment, aDecision, anOperation, aPost, aSite, someFields } from '../../support/builders.ts';
import { manualClock } from '../../support/manual-clock.ts';
import { must } from '../../support/must.ts';
import { connectedSites, FORM, keyOf } from './connected-sites.ts';

const PUBLISHED = someFields({ slug: 'kafe', status: 'publish' });
const TOKEN = { modifiedGmt: '2026-11-09T10:00:00Z', revisionId: 50 };
const there = { remoteId: 5, base: { fields: PUBLISHED, token: TOKEN } };
const conflict = { fields: PUBLISHED, token: TOKEN, noticedAt: '2026-11-10T09:00:00Z' };

/** A site with one record of each kind, and another one that must not be touched. */
async function withRecords(platform: 'wordpress' | 'practice' = 'wordpress') {
  const desk = await connectedSites([aSite({ platform }), aSite({ id: 'site-2' })]);
  const aside = { what: 'post', remoteId: '9', problem: 'title', source: '{}' } as const;
  await desk.library.transact((tx) => {
    for (const siteId of ['site-1', 'site-2']) {
      const id = `${siteId}/7`;
      tx.put('posts', aPost({ id: `${siteId}-same`, siteId, fields: PUBLISHED, ...there }));
      tx.put('comments', aComment({ id, siteId }));
      tx.put('operations', anOperation({ id: `${siteId}-op`, siteId }));
      tx.put('decisions', aDecision({ id: `${siteId}-d`, siteId, commentId: id }));
      tx.put('setAside', { id: `${siteId}/0`, siteId, ...aside });
      tx.put('contacts', { id: siteId, error: null, offlineSince: null });
      tx.put('replyDrafts', { id, content: 'Благодаря', savedAt: '' });
    }
    tx.put('posts', aPost({ id: 'draft', fields: someFields({ title: 'Чернова' }) }));
    tx.put('posts', aPost({ id: 'waiting', fields: { ...PUBLISHED, title: 'Чака' } }));
    tx.put('posts', aPost({ id: 'changed', fields: { ...PUBLISHED, body: 'Ново' }, ...there, conflict }));
    tx.put('posts', aPost({ id: 'excerpt', fields: { ...PUBLISHED, excerpt: 'Накратко' }, ...there }));
    tx.put('posts', aPost({ id: 'asked', fields: { ...PUBLISHED, status: 'draft' }, ...there }));
    tx.put('posts', aPost({ id: 'removed', fields: someFields({ status: 'trash' }) }));
    tx.put('posts', aPost({ id: 'for-none', siteId: null }));
    return ok(null);
  });
  return desk;
}

test('disconnecting forgets everything of the site but the words that exist only here', async () => {
  const { service, library, engine } = await withRecords();
  expect(must(await service.disconnect({ siteId: 'site-1' }))).toEqual({ draftsKept: 5 });
  expect(engine.forget.mock.calls.map(([siteId]) => siteId)).toEqual(['site-1']);
  const left = (['sites', 'comments', 'operations', 'decisions', 'setAside', 'contacts'] as const).map(
    (collection) => library.all(collection).map(({ id }) => id),
  );
  expect(left).toEqual([['site-2'], ['site-2/7'], ['site-2-op'], ['site-2-d'], ['site-2/0'], ['site-2']]);
  expect(library.all('replyDrafts').map(({ id }) => id)).toEqual(['site-2/7']);
  const reply = library.all('posts').find(({ fields }) => fields.title === '@Йордан Вълчев');
  expect(reply).toMatchObject({
    siteId: null,
    remoteId: null,
    fields: { body: 'Благодаря', status: 'draft' },
  });
  const others = library.all('posts').filter((post) => post !== reply);
  expect(others.map(({ id }) => id).sort()).toEqual([
    ...['changed', 'draft', 'excerpt', 'for-none', 'removed', 'site-2-same', 'waiting'],
  ]);
});

test('kept drafts belong to no site, are drafts whatever they were, and hold all their words', async () => {
  const { service, library } = await withRecords();
  must(await service.disconnect({ siteId: 'site-1' }));
  for (const [id, words] of [
    ['draft', { title: 'Чернова' }],
    ['waiting', { title: 'Чака' }],
    ['changed', { body: 'Ново' }],
    ['excerpt', { excerpt: 'Накратко' }],
  ] as const) {
    expect(library.get('posts', id)).toMatchObject({
      ...{ siteId: null, remoteId: null, base: null, conflict: null, remote: null },
      fields: { ...words, slug: '', status: 'draft' },
    });
  }
});

test.each([
  ['on its way', false],
  ['on its way and taken back', true],
])('the words of a reply that is %s are kept once', async (_how, takenBack) => {
  const { service, library } = await connectedSites([aSite()]);
  const comments = new CommentService(library, manualClock());
  await library.transact((tx) => ok(tx.put('comments', aComment())));
  must(await comments.reply({ commentId: 'site-1/7', content: 'Благодаря!', approve: true }));
  await library.transact((tx) => {
    for (const operation of tx.all('operations')) tx.put('operations', { ...operation, state: 'sending' });
    return ok(null);
  });
  if (takenBack) expect(must(await comments.undo()).undone?.reply?.became).toBe('trashed');
  expect(must(await service.disconnect({ siteId: 'site-1' })).draftsKept).toBe(1);
  expect(library.all('posts').map(({ fields }) => fields.body)).toEqual(['Благодаря!']);
});

test('a draft that was removed does not come back', async () => {
  const { service, library } = await withRecords();
  must(await service.disconnect({ siteId: 'site-1' }));
  expect(library.get('posts', 'removed')).toMatchObject({ siteId: null, fields: { status: 'trash' } });
});

test('changed words of a post that the site has in its trash are words all the same', async () => {
  const trash = { ...PUBLISHED, status: 'trash' as const };
  const { service, library } = await connectedSites([aSite()]);
  const base = { fields: trash, token: TOKEN };
  await library.transact((tx) =>
    ok(tx.put('posts', aPost({ remoteId: 5, base, fields: { ...trash, body: 'Ново' } }))),
  );
  expect(must(await service.disconnect({ siteId: 'site-1' })).draftsKept).toBe(1);
  expect(library.get('posts', 'post-1')?.fields).toMatchObject({ body: 'Ново', status: 'draft' });
});

test('the password goes with its site', async () => {
  const { service, credentials, keptCredentials } = await connectedSites();
  const { id } = must(await service.connect(FORM));
  must(await service.disconnect({ siteId: id }));
  expect(credentials.get(keyOf(id))).toBeNull();
  expect((await keptCredentials()).get(keyOf(id))).toBeNull();
});

test('a disk that refuses leaves the site and its password as they were', async () => {
  const { service, disk, library, credentials } = await connectedSites();
  const { id } = must(await service.connect(FORM));
  disk.fail();
  expect(await service.disconnect({ siteId: id })).toMatchObject({ ok: false, error: { kind: 'storage' } });
  expect(library.all('sites')).toHaveLength(1);
  expect(credentials.get(keyOf(id))).not.toBeNull();
});

test('a site that is not here cannot be disconnected', async () => {
  const { service, engine } = await connectedSites();
  expect(await service.disconnect({ siteId: 'unknown' })).toMatchObject({
    ok: false,
    error: { what: 'site' },
  });
  expect(engine.forget).not.toHaveBeenCalled();
});

test('the practice blog begins anew: its own words go, ours stay, and it is pulled again', async () => {
  const { service, library, reset, engine } = await withRecords('practice');
  must(await service.resetPractice());
  expect(reset).toHaveBeenCalledTimes(1);
  expect(library.get('sites', 'site-1')).toMatchObject({ platform: 'practice', pulledAt: null });
  expect(library.all('comments').map(({ id }) => id)).toEqual(['site-2/7']);
  expect(library.get('posts', 'draft')?.siteId).toBeNull();
  expect(library.get('posts', 'site-1-same')).toBeUndefined();
  expect(engine.pull.mock.calls).toEqual([['site-1']]);
});

test('without a practice blog there is nothing to begin anew', async () => {
  const { service, reset } = await connectedSites([aSite()]);
  expect(await service.resetPractice()).toMatchObject({ ok: false, error: { kind: 'not-found' } });
  expect(reset).not.toHaveBeenCalled();
});
