import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { err, ok } from '../../../main/domain/result.ts';
import { SearchService } from '../../../main/services/search.ts';
import { contract } from '../../../preload/contract/index.ts';
import { bugsOfTest } from '../../support/bugs.ts';
import { aComment, aPost, aSite, someFields } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { openSearch } from '../search/open-search.ts';

// A thread is started and an index is built for each test, on machines that may be busy.
vi.setConfig({ testTimeout: 20_000 });

/** The service over a real library with two sites, and a real index. */
async function aService() {
  const folder = await tempFolder();
  const library = await openedLibrary(path.join(folder, 'library'));
  await library.transact((tx) => {
    tx.put('sites', aSite());
    tx.put(
      'sites',
      aSite({ id: 'site-2', title: 'Дворът отзад', url: 'https://dvor.example', timeZone: 'UTC' }),
    );
    const body = '<p>Влакът тръгва. <strong>Влакове</strong> има.</p>';
    const fields = someFields({ title: 'Влак', body, status: 'publish' });
    const token = { modifiedGmt: '2026-11-02T08:00:00Z', revisionId: 1 };
    tx.put('posts', aPost({ id: 'p1', remoteId: 5, fields, base: { fields, token } }));
    tx.put('posts', aPost({ id: 'p2', siteId: null, fields: someFields({ title: 'Чернова за влак' }) }));
    tx.put('posts', aPost({ id: 'p3', fields: someFields({ title: 'Махната, влак', status: 'trash' }) }));
    const words = {
      raw: 'Хубав влак',
      rendered: '<p>Хубав <b>влак</b> <a href="https://x.example">x</a></p>',
    };
    const author = { ...aComment().author, userId: 1, name: 'Мила' };
    tx.put('comments', aComment({ ...words, author, status: 'approved', dateGmt: '2026-11-17T05:41:00Z' }));
    const other = { id: 'site-2/8', siteId: 'site-2', remoteId: 8, dateGmt: '2025-01-01T00:00:00Z' };
    tx.put('comments', aComment({ ...other, raw: 'влак', rendered: '<p>влак</p>', status: 'spam' }));
    return ok(null);
  });
  const { engine } = openSearch(library, folder, { onBug: bugsOfTest().onBug });
  const service = new SearchService(library, engine);
  const find = async (query: string, over: object = {}) => {
    const input = { query, group: 'all' as const, order: 'best' as const, offset: 0, limit: 50, ...over };
    return contract.search.find.output.parse(must(await service.find(input)));
  };
  const ids = async (query: string, over: object = {}) => {
    const { posts, comments } = await find(query, over);
    return [...posts, ...comments].map(({ id }) => id).sort();
  };
  const isBuilt = async () =>
    expect((await find('влак')).totals).toEqual({ posts: 2, comments: 2, drafts: 1 });
  await eventually(isBuilt);
  return { library, engine, service, find, ids };
}

test('posts and comments come as they stand in the library, with their marks', async () => {
  const { find } = await aService();
  const { posts, comments, building, notes } = await find('влак', { order: 'newest' });
  expect(posts.map(({ id }) => id)).toEqual(['p1', 'p2']);
  expect(posts[0]).toMatchObject({
    ...{ siteId: 'site-1', status: 'publish', timeZone: 'Europe/Sofia', language: 'bg-BG' },
    title: [{ text: 'Влак', marked: true }],
    snippet: [
      ...[
        { text: 'Влакът', marked: true },
        { text: ' тръгва. ', marked: false },
      ],
      ...[
        { text: 'Влакове', marked: true },
        { text: ' има.', marked: false },
      ],
    ],
  });
  expect(posts[1]).toMatchObject({ siteId: null, timeZone: null, status: 'draft' });
  expect(comments[0]).toMatchObject({
    ...{ id: 'site-1/7', isBlogUser: true, number: 1, links: 1, postTitle: 'Влак', status: 'approved' },
    author: [{ text: 'Мила', marked: false }],
  });
  expect(comments[1]).toMatchObject({ id: 'site-2/8', number: null, postTitle: '', timeZone: 'UTC' });
  expect([building, notes]).toEqual([null, []]);
});

test('a draft that only this computer has goes by its clock, whatever site it is for', async () => {
  const { library, find } = await aService();
  const fields = someFields({ title: 'Паравоз' });
  await library.transact((tx) => ok(tx.put('posts', aPost({ id: 'p4', remoteId: null, fields }))));
  const found = async () => (await find('паравоз')).posts;
  await eventually(async () => expect(await found()).toHaveLength(1));
  expect(await found()).toMatchObject([{ id: 'p4', siteId: 'site-1', timeZone: null }]);
});

test('sites are named by a part of their title or address', async () => {
  const { ids, find } = await aService();
  expect(await ids('влак site:двор')).toEqual(['site-2/8']);
  expect(await ids('влак сайт:"Бавни влакове"')).toEqual(['p1', 'site-1/7']);
  expect(await ids('site:dvor.example')).toEqual(['site-2/8']);
  expect(await ids('влак -site:двор')).toEqual(['p1', 'p2', 'site-1/7']);
  const { notes, totals } = await find('влак site:никой');
  expect(notes).toEqual([{ kind: 'unknown-site', text: 'никой' }]);
  expect(totals).toEqual({ posts: 0, comments: 0, drafts: 0 });
});

test('a day begins when it does on this computer', async () => {
  const { ids } = await aService();
  const moment = new Date('2026-11-17T05:41:00Z');
  const day = `${moment.getFullYear()}-${moment.getMonth() + 1}-${moment.getDate()}`;
  expect(await ids(`влак has:link after:${day}`)).toContain('site-1/7');
  expect(await ids(`влак is:approved before:${day}`)).toEqual([]);
  expect(await ids('влак before:2026')).toEqual(['site-2/8']);
});

test('each group has its own rows, and the totals of all', async () => {
  const { ids, find } = await aService();
  expect(await ids('влак', { group: 'posts' })).toEqual(['p1', 'p2']);
  expect(await ids('влак', { group: 'drafts' })).toEqual(['p2']);
  expect(await ids('влак', { group: 'comments' })).toEqual(['site-1/7', 'site-2/8']);
  expect((await find('влак', { group: 'drafts', limit: 1 })).totals).toEqual({
    posts: 2,
    comments: 2,
    drafts: 1,
  });
  expect(await ids('влак', { group: 'comments', offset: 1, limit: 1 })).toHaveLength(1);
});

test('a post is called published once its site has confirmed it', async () => {
  const { library, find, ids } = await aService();
  const post = library.get('posts', 'p2');
  if (!post) throw new Error('The draft is not there');
  const fields = { ...post.fields, status: 'publish' as const };
  must(await library.transact((tx) => ok(tx.put('posts', { ...post, siteId: 'site-1', fields }))));
  expect(await ids('влак is:published', { group: 'posts' })).toEqual(['p1']);
  expect(await ids('влак is:draft')).toEqual(['p2']);
  expect((await find('влак', { group: 'drafts' })).posts).toMatchObject([{ id: 'p2', status: 'draft' }]);
});

test('signs alone ask for nothing, and nobody is told of an error', async () => {
  const { find } = await aService();
  for (const query of ['', '  ', '-', '""', '😀', 'author:']) {
    expect(await find(query)).toMatchObject({ asksNothing: true, posts: [], comments: [] });
  }
});

test('what the library no longer holds is not shown, even where the index still does', async () => {
  const { library, service, engine } = await aService();
  const stale = vi.spyOn(library, 'get').mockReturnValue(undefined);
  const answer = must(
    await service.find({ query: 'влак', group: 'all', order: 'best', offset: 0, limit: 50 }),
  );
  expect([answer.posts, answer.comments]).toEqual([[], []]);
  stale.mockRestore();
  const failed = err({ kind: 'search', reason: 'unsupported' } as const);
  vi.spyOn(engine, 'find').mockResolvedValue(failed);
  expect(await service.find({ query: 'влак', group: 'all', order: 'best', offset: 0, limit: 50 })).toEqual(
    failed,
  );
});
