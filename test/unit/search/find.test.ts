import { describe, expect, test, vi } from 'vitest';
import { aCommentSource, anIndex, aPostSource } from './an-index.ts';
import { comment, indexed, post } from './indexed.ts';
import { aRequest } from './open-search.ts';

vi.setConfig({ testTimeout: 20_000 });

describe('operators', () => {
  const records = () =>
    indexed(
      post(1, { title: 'С теснолинейката', remoteId: 5, body: '<p>Влакове и <a href="/x">гари</a></p>' }),
      post(2, { title: 'Кафе', status: 'draft', siteId: null, remoteId: null, body: '<p>Без влак</p>' }),
      post(3, { title: 'Двор', status: 'future', siteId: 'site-2', remoteId: 5 }),
      comment(1, 'влак', { author: 'Мария Петрова', email: 'maria@poshta.example' }),
      comment(2, 'влак <a href="https://spam.example">тук</a>', { status: 'spam', postRemoteId: 6 }),
      comment(3, 'влак', { status: 'approved', siteId: 'site-2', author: 'Мария Иванова' }),
      comment(4, 'друго', { status: 'trash', postRemoteId: 6 }),
    );

  test.each([
    ['author:мария', ['c1', 'c3']],
    ['author:"Мария П"', ['c1']],
    ['author:мария author:йордан', ['c1', 'c2', 'c3', 'c4']],
    ['влак -author:мария', ['c2', 'p1', 'p2']],
    ['-author:мария', ['c2', 'c4', 'p1', 'p2', 'p3']],
    ['email:maria@', ['c1']],
    ['email:POSHTA.example', ['c1', 'c2', 'c3', 'c4']],
    ['-email:maria влак', ['c2', 'c3', 'p1', 'p2']],
    ['post:теснолинейки', ['c1', 'p1']],
    ['post:теснолинейка влак', ['c1', 'p1']],
    ['post:двор', ['c3', 'p3']],
    ['-post:теснолинейка влак', ['c2', 'c3', 'p2']],
    ['is:pending', ['c1']],
    ['is:spam,trash', ['c2', 'c4']],
    ['is:draft', ['p2']],
    ['is:scheduled', ['p3']],
    ['is:published', ['p1']],
    ['is:approved влак', ['c3']],
    ['влак -is:spam -is:published', ['c1', 'c3', 'p2']],
    ['has:link', ['c2', 'p1']],
    ['влак -has:link', ['c1', 'c3', 'p2']],
  ])('%s', async (query, ids) => expect((await records()).ids(query).sort()).toEqual(ids));

  test('has: knows links, images that are no smileys, and answers that count', async () => {
    const { ids } = await indexed(
      post(1, { remoteId: 5, body: '<p>Гара <img src="/gara.jpg"> <a href="/x">тук</a></p>' }),
      post(2, { remoteId: 6, body: '<p>Гара <img class="wp-smiley" alt=":)"></p>' }),
      comment(1, 'гара', { status: 'approved' }),
      comment(2, 'гара', { status: 'approved', parentRemoteId: 1 }),
      comment(3, 'гара', { status: 'spam', parentRemoteId: 2 }),
    );
    expect(ids('гара has:image')).toEqual(['p1']);
    expect(ids('гара has:link,image')).toEqual(['p1']);
    expect(ids('has:image has:reply')).toEqual(['p1']);
    expect(ids('has:reply').sort()).toEqual(['c1', 'p1']);
    expect(ids('гара -has:reply').sort()).toEqual(['c2', 'c3', 'p2']);
  });

  test('sites and stretches of time come from outside, because only there it is known what they mean', async () => {
    const { ids } = await records();
    expect(ids('влак', { siteIds: ['site-2'] })).toEqual(['c3']);
    expect(ids('влак', { siteIds: [] })).toEqual([]);
    expect(ids('влак', { notSiteIds: ['site-1'] }).sort()).toEqual(['c3', 'p2']);
    const times = { fromTime: '2026-11-02T08:00:00Z', untilTime: '2026-11-03T08:00:00Z' };
    expect(ids('влак', times)).toEqual(['c2']);
    expect(ids('', times)).toEqual(['c2']);
  });

  test('totals say how many there are of each, whatever part is shown', async () => {
    const { find } = await records();
    const { totals, hits } = find('влак', { limits: { posts: 0, comments: 2, drafts: 1 } });
    expect(totals).toEqual({ posts: 2, comments: 3, drafts: 1 });
    expect([hits.posts, hits.comments, hits.drafts].map(({ length }) => length)).toEqual([0, 2, 1]);
  });
});

describe('order', () => {
  test('the title counts more than the author, and the author more than the text', async () => {
    const { ids } = await indexed(
      post(1, { title: 'Разни', body: '<p>Мостът над реката</p>' }),
      post(2, { title: 'Разни', author: 'Мост', body: '<p>Друго нещо тук</p>' }),
      post(3, { title: 'Мостът над реката', body: '<p>Друго</p>' }),
      ...Array.from({ length: 20 }, (_, n) => post(n + 4, { title: `Друга ${n}` })),
    );
    expect(ids('мост')).toEqual(['p3', 'p2', 'p1']);
  });

  test('of equals the newer comes first', async () => {
    const { ids } = await indexed(
      comment(1, 'влак'),
      comment(3, 'влак'),
      comment(2, 'влак'),
      comment(4, 'друго'),
    );
    expect(ids('влак')).toEqual(['c3', 'c2', 'c1']);
  });

  test('two letters are answered by date', async () => {
    const { ids } = await indexed(
      comment(2, 'влак влак влак'),
      comment(3, 'много други думи и влак'),
      comment(1, 'влак'),
    );
    expect(ids('вл')).toEqual(['c3', 'c2', 'c1']);
    expect(ids('влак')[0]).toBe('c2');
    expect(ids('влак', { order: 'newest' })).toEqual(['c3', 'c2', 'c1']);
  });
});

describe('pages', () => {
  test.each([300, 1_700])(
    'pages follow each other without gap or repetition among %i matches',
    async (count) => {
      const { find, writer } = await anIndex();
      for (let n = 0; n < count; n += 1) {
        const date = new Date(Date.UTC(2026, 0, 1) + n * 1_000).toISOString();
        writer.put(aCommentSource({ id: `c${n}`, remoteId: n, text: 'влак', date }));
        writer.put(
          aPostSource({
            id: `p${n}`,
            remoteId: n,
            title: n % 100 === 0 ? 'Влак' : 'Друга',
            body: 'влак',
            date,
          }),
        );
      }
      const pages = (group: 'posts' | 'comments') => {
        const found: string[] = [];
        for (let offset = 0; offset < count; offset += 90) {
          const request = aRequest('влак', {
            offset,
            limits: { posts: 0, comments: 0, drafts: 0, [group]: 90 },
          });
          found.push(...find(request).hits[group].map(({ id }) => id));
        }
        return found;
      };
      const [comments, posts] = [pages('comments'), pages('posts')];
      expect([new Set(comments).size, new Set(posts).size]).toEqual([count, count]);
      expect([comments[0], comments.at(-1)]).toEqual([`c${count - 1}`, 'c0']);
      // Those that are called so come first, the newest of them before the others.
      const named = Array.from({ length: count / 100 }, (_, n) => `p${count - 100 - n * 100}`);
      expect(posts.slice(0, named.length + 1)).toEqual([...named, `p${count - 1}`]);
    },
  );

  test('few comments are ordered like many: by name, by how often, by how little else is said', async () => {
    const { ids } = await indexed(
      comment(1, 'влак'),
      comment(2, `влак ${'и още много други думи '.repeat(30)}`),
      comment(3, 'нищо', { author: 'Влак' }),
      comment(4, 'влак, влак и пак влак'),
      comment(5, 'без него'),
    );
    expect(ids('влак')).toEqual(['c3', 'c4', 'c1', 'c2']);
    expect(ids('влак', { limits: { posts: 0, comments: 3, drafts: 0 } })).toEqual(['c3', 'c4', 'c1']);
  });
});

describe('dates of rows', () => {
  test('thousands of comments of one second, as an import leaves them, are all there', async () => {
    const { find, writer } = await anIndex();
    for (let n = 0; n < 3_000; n += 1) {
      writer.put(aCommentSource({ id: `c${n}`, remoteId: n, text: 'влак', date: '2020-01-01T00:00:00Z' }));
    }
    writer.put(aCommentSource({ id: 'bad', remoteId: 1, text: 'влак', date: '0000-00-00T00:00:00Z' }));
    expect(find(aRequest('влак')).totals.comments).toBe(3_001);
  });
});

test('comments carry the number that readers see', async () => {
  const { find } = await indexed(
    comment(1, 'влак', { status: 'approved' }),
    comment(2, 'влак', { status: 'spam' }),
    comment(3, 'влак', { status: 'approved', isPing: true }),
    comment(4, 'влак', { status: 'approved' }),
    comment(5, 'влак', { status: 'pending' }),
    comment(6, 'влак', { status: 'approved', remoteId: null }),
    comment(7, 'влак', { status: 'approved', date: '2026-11-04T08:00:00Z' }),
    comment(8, 'влак', { status: 'approved', postRemoteId: 9 }),
  );
  const { hits } = find('влак', { order: 'newest' });
  const numbers = Object.fromEntries(hits.comments.map(({ id, number }) => [id, number]));
  expect(numbers).toEqual({ c1: 1, c2: null, c3: null, c4: 2, c5: 4, c6: null, c7: 3, c8: 1 });
});

test('a record that is put again replaces itself, and one that is taken out is gone', async () => {
  const { ids, writer, reader } = await indexed(comment(1, 'влак'), comment(2, 'влак'));
  writer.put(comment(1, 'автобус'));
  writer.put(comment(2, 'влак', { status: 'trash' }));
  expect([ids('влак'), ids('автобус'), ids('is:trash')]).toEqual([['c2'], ['c1'], ['c2']]);
  writer.remove({ kind: 'comment', id: 'c2' });
  writer.remove({ kind: 'comment', id: 'никой' });
  writer.remove({ kind: 'post', id: 'c1' });
  expect([ids('влак'), ids('автобус'), reader.count()]).toEqual([[], ['c1'], 1]);
});
