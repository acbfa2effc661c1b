import { expect, test } from 'vitest';
import type { AppError } from '../../../main/domain/app-error.ts';
import { err, ok, type Result } from '../../../main/domain/result.ts';
import type { RemotePost } from '../../../main/sites/site-client.ts';
import { aComment, anOperation, aPost, aSite } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { aRemoteComment, aRemotePost, scriptedClient } from '../../support/scripted-client.ts';
import { connectedSites, FORM, keyOf } from './connected-sites.ts';

const OURS = 'https://bavnivlakove.example';
const facts = { dateGmt: '', authorId: 1, authorName: '', commentsOpen: true, rendered: '', editable: true };
const postAt = (link: string, siteId = 'lost', remoteId = 5) =>
  aPost({ id: `${siteId}-${remoteId}`, remoteId, siteId, remote: { ...facts, link } });
const commentAt = (link: string, siteId = 'lost') =>
  aComment({ id: `${siteId}/7`, remoteId: 7, siteId, link });
const gone: AppError = { kind: 'not-found', what: 'post', id: '' };
const silent: AppError = { kind: 'offline', reason: 'timeout', host: 'bavnivlakove.example' };

/** A blog that has these addresses under these numbers, and a library that is being connected with it. */
async function connecting(
  posts: Record<number, string | AppError>,
  comments: Record<number, string> = {},
  sites: Parameters<typeof connectedSites>[0] = [],
) {
  const answer = async (remoteId: number): Promise<Result<RemotePost>> => {
    const there = posts[remoteId] ?? gone;
    return typeof there === 'string' ? ok(aRemotePost({ remoteId, link: there })) : err(there);
  };
  const { client, calls } = scriptedClient({
    getPost: answer,
    getComment: async (remoteId) => {
      const link = comments[remoteId];
      return link === undefined ? err(gone) : ok(aRemoteComment({ remoteId, link }));
    },
  });
  return { ...(await connectedSites(sites, { clientAt: () => client })), calls };
}

test('a site whose record was lost has what is left of it back when it is connected again', async () => {
  const { service, library } = await connecting({ 5: `${OURS}/kafe/` });
  await library.transact((tx) => {
    tx.put('posts', postAt(`${OURS}/kafe/`));
    tx.put('comments', commentAt(`${OURS}/kafe/#comment-7`));
    return ok(null);
  });
  const site = must(await service.connect(FORM));
  expect(site).toMatchObject({ id: 'lost', counts: { posts: 1, comments: 1, pending: 1 } });
});

test('comments are enough to know it by', async () => {
  const link = `${OURS}/?p=5#comment-7`;
  const { service, library } = await connecting({}, { 7: link });
  await library.transact((tx) => ok(tx.put('comments', commentAt(link))));
  expect(must(await service.connect(FORM)).id).toBe('lost');
});

test('of two blogs of one host each gets its own back, whichever was kept first', async () => {
  const { service, library } = await connecting({ 5: `${OURS}/kafe/` });
  await library.transact((tx) => {
    tx.put('posts', postAt(`${OURS}/english/coffee/`, 'sub'));
    tx.put('posts', postAt(`${OURS}/kafe/`, 'root'));
    tx.put('operations', anOperation({ id: 'waits', siteId: 'sub' }));
    return ok(null);
  });
  expect(must(await service.connect(FORM)).id).toBe('root');
});

test.each([
  ['has other addresses under these numbers', { 5: `${OURS}/kafe/`, 6: `${OURS}/chai/` }],
  ['has nothing under these numbers', {}],
])('a blog that %s does not get what another one in a folder of its host had', async (_what, posts) => {
  const { service, library } = await connecting(posts);
  await library.transact((tx) => {
    for (const [at, name] of ['coffee', 'tea'].entries())
      tx.put('posts', postAt(`${OURS}/english/${name}/`, 'sub', 5 + at));
    return ok(null);
  });
  expect(must(await service.connect(FORM)).id).not.toBe('sub');
});

test('one whose first post is gone is known by the next; what was published is asked for first', async () => {
  const { service, library, calls } = await connecting({ 6: `${OURS}/chai/` });
  const published = (remoteId: number, link: string) => {
    const post = postAt(link, 'lost', remoteId);
    const fields = { ...post.fields, status: 'publish' as const };
    return { ...post, fields, base: { fields, token: { modifiedGmt: '', revisionId: 1 } } };
  };
  await library.transact((tx) => {
    tx.put('posts', postAt(`${OURS}/?p=4`, 'lost', 4));
    tx.put('posts', published(5, `${OURS}/kafe/`));
    tx.put('posts', published(6, `${OURS}/chai/`));
    return ok(null);
  });
  expect(must(await service.connect(FORM)).id).toBe('lost');
  expect(calls).toEqual([
    ['getPost', 5],
    ['getPost', 6],
  ]);
});

test('what two people had on one blog is given to neither', async () => {
  const { service, library } = await connecting({ 5: `${OURS}/kafe/` });
  await library.transact((tx) => {
    for (const siteId of ['hers', 'his']) tx.put('posts', postAt(`${OURS}/kafe/`, siteId));
    return ok(null);
  });
  expect(['hers', 'his']).not.toContain(must(await service.connect(FORM)).id);
});

test('while the site cannot be asked it is not connected under another id', async () => {
  const { service, library, credentials } = await connecting({ 5: silent });
  await library.transact((tx) => ok(tx.put('posts', postAt(`${OURS}/kafe/`))));
  expect(await service.connect(FORM)).toEqual(err(silent));
  expect(library.all('sites')).toEqual([]);
  expect(credentials.get(keyOf('lost'))).toBeNull();
});

test.each([
  ['another blog', 'https://bavnivlakove.example.org/kafe/'],
  ['nothing with an address', ''],
])('what is left of %s stays apart, and nobody is asked about it', async (_whose, link) => {
  const { service, library, calls } = await connecting({ 5: link }, { 7: link });
  await library.transact((tx) => {
    tx.put('posts', postAt(link));
    tx.put('comments', commentAt(link));
    return ok(null);
  });
  expect(must(await service.connect(FORM)).id).not.toBe('lost');
  expect(calls).toEqual([]);
});

test('an unreachable site is asked once: each further question would be waited for as long', async () => {
  const { service, library, calls } = await connecting({ 5: silent, 6: silent });
  await library.transact((tx) =>
    ok([5, 6].map((remoteId) => tx.put('posts', postAt(`${OURS}/${remoteId}/`, 'lost', remoteId)))),
  );
  expect(await service.connect(FORM)).toMatchObject({ ok: false, error: silent });
  expect(calls.filter(([name]) => name === 'getPost')).toHaveLength(1);
});

test('an answer that does not come says nothing against the one before, nor for it', async () => {
  const { service, library } = await connecting({ 5: `${OURS}/moved/`, 6: silent });
  await library.transact((tx) =>
    ok([5, 6].map((remoteId) => tx.put('posts', postAt(`${OURS}/${remoteId}/`, 'lost', remoteId)))),
  );
  expect(await service.connect(FORM)).toEqual(err(silent));
});

test('what belongs to a connected site is not lost', async () => {
  const other = aSite({ id: 'lost', user: { ...aSite().user, id: 99 } });
  const { service, library } = await connecting({ 5: `${OURS}/kafe/` }, {}, [other]);
  await library.transact((tx) => ok(tx.put('posts', postAt(`${OURS}/kafe/`))));
  expect(must(await service.connect(FORM)).id).not.toBe('lost');
});

test('connected twice at once it is there once, with its password', async () => {
  const { service, library, credentials } = await connecting({ 5: `${OURS}/kafe/` });
  await library.transact((tx) => ok(tx.put('posts', postAt(`${OURS}/kafe/`))));
  const answers = await Promise.all([service.connect(FORM), service.connect(FORM)]);
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
  expect(library.all('sites').map(({ id }) => id)).toEqual(['lost']);
  expect(credentials.get(keyOf('lost'))).toMatchObject({ login: 'mila' });
});
