import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { aComment, aPost, aSite } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { connectedSites, FORM, keyOf } from './connected-sites.ts';

const facts = { dateGmt: '', authorId: 1, authorName: '', commentsOpen: true, rendered: '', editable: true };
const postAt = (link: string) =>
  aPost({ id: 'post', remoteId: 5, siteId: 'lost', remote: { ...facts, link } });
const commentAt = (link: string) => aComment({ id: 'lost/7', siteId: 'lost', link });
const OURS = 'https://bavnivlakove.example';

test('a site whose record was lost has what is left of it back when it is connected again', async () => {
  const { service, library } = await connectedSites();
  await library.transact((tx) => {
    tx.put('posts', postAt(`${OURS}/kafe/`));
    tx.put('comments', commentAt(`${OURS}/kafe/#comment-7`));
    return ok(null);
  });
  const site = must(await service.connect(FORM));
  expect(site).toMatchObject({ id: 'lost', counts: { posts: 1, comments: 1, pending: 1 } });
});

test('comments are enough to know it by', async () => {
  const { service, library } = await connectedSites();
  await library.transact((tx) => ok(tx.put('comments', commentAt(`${OURS}/?p=5#comment-7`))));
  expect(must(await service.connect(FORM)).id).toBe('lost');
});

test.each([
  ['another blog', 'https://bavnivlakove.example.org/kafe/'],
  ['nothing with an address', ''],
])('what is left of %s stays apart', async (_whose, link) => {
  const { service, library } = await connectedSites();
  await library.transact((tx) => {
    tx.put('posts', postAt(link));
    tx.put('comments', commentAt(link));
    return ok(null);
  });
  expect(must(await service.connect(FORM)).id).not.toBe('lost');
});

test('what belongs to a connected site is not lost', async () => {
  const other = aSite({ id: 'lost', user: { ...aSite().user, id: 99 } });
  const { service, library } = await connectedSites([other]);
  await library.transact((tx) => ok(tx.put('posts', postAt(`${OURS}/kafe/`))));
  expect(must(await service.connect(FORM)).id).not.toBe('lost');
});

test('connected twice at once it is there once, with its password', async () => {
  const { service, library, credentials } = await connectedSites();
  await library.transact((tx) => ok(tx.put('posts', postAt(`${OURS}/kafe/`))));
  const answers = await Promise.all([service.connect(FORM), service.connect(FORM)]);
  expect(answers.map((answer) => answer.ok).sort()).toEqual([false, true]);
  expect(library.all('sites').map(({ id }) => id)).toEqual(['lost']);
  expect(credentials.get(keyOf('lost'))).toMatchObject({ login: 'mila' });
});
