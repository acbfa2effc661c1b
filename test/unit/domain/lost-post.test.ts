import { describe, expect, test } from 'vitest';
import { broughtBack, lostPosts, newestWords, placeOf } from '../../../main/domain/lost-post.ts';
import { isDraft, NO_VERSION } from '../../../main/domain/post.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { fc, forAll } from '../../support/property.ts';
import { ALONE, at, HERE, lost, THERE, upload, version } from './lost-versions.ts';

describe('lost are', () => {
  test('posts that nothing but versions is left of, what was kept last first, whatever the clock was', () => {
    const versions = [
      version(5, 'б', { postId: 'b', id: 'newest' }),
      version(7, 'тук', { postId: 'here' }),
      version(3, 'а2', { postId: 'a' }),
      version(9, 'б1', { postId: 'b', at: '2028-11-09T10:00:00.000Z', keptAt: '2028-11-09T10:05:00.000Z' }),
    ];
    const found = lostPosts(versions, (id) => id === 'here');
    expect(found.map(({ postId, newest, versions }) => [postId, newest.id, versions.length])).toEqual([
      ['b', 'newest', 2],
      ['a', 'v3', 1],
    ]);
  });

  test('none that somebody removed, whichever of its versions tells it', () => {
    const removed = [version(1, 'а', { removedAt: at(8) }), version(3, 'б')];
    expect(lostPosts(removed, () => false)).toEqual([]);
  });

  test('exactly those of no post and no removal, whatever was kept in which order', async () => {
    const versions = fc.array(
      fc.record({ of: fc.integer({ max: 6, min: 0 }), minute: fc.nat(50), removed: fc.boolean() }),
    );
    await forAll(fc.tuple(versions, fc.array(fc.integer({ max: 6, min: 0 }))), ([kept, posts]) => {
      const revisions = kept.map(({ of, minute, removed }, n) =>
        version(minute, 'а', {
          ...{ id: `${n}`, postId: `${of}` },
          ...(removed && of > 3 ? { removedAt: at(59) } : {}),
        }),
      );
      const here = new Set(posts.map(String));
      const found = lostPosts(revisions, (id) => here.has(id));
      const removed = new Set(revisions.flatMap(({ postId, removedAt }) => (removedAt ? postId : [])));
      const expected = new Set(
        revisions.flatMap(({ postId }) => (here.has(postId) || removed.has(postId) ? [] : postId)),
      );
      expect(new Set(found.map(({ postId }) => postId))).toEqual(expected);
      for (const { postId, newest, versions } of found) {
        const mine = revisions.filter((revision) => revision.postId === postId);
        expect(versions).toEqual(mine);
        expect(newest).toBe(mine[0]);
      }
    });
  });
});

test.each<[string, (number | undefined)[], number]>([
  ['has the highest number, whenever it was kept', [5, 6, 3], 1],
  ['was kept last of those with the same number', [6, 6, 5], 0],
  ['is never one that the post never had, if there is another', [0, 6, 5], 1],
  ['was kept last, where nothing has a number', [undefined, undefined], 0],
  ['is one without a number if that was kept after all with one', [undefined, 5, 6], 0],
  ['is none without a number that was kept before one with a higher', [6, undefined, 5], 0],
])('the newest version %s', (_what, numbers, expected) => {
  const versions = numbers.map((postRevision, n) =>
    version(30 - n, `${n}`, { id: `${n}`, ...(postRevision === undefined ? {} : { postRevision }) }),
  );
  const found = lost(...versions);
  expect(found.newest.id).toBe(`${expected}`);
  expect(newestWords(found, []).fields.body).toBe(`${expected}`);
  expect(found.versions).toEqual(versions);
});

describe('a lost post belongs', () => {
  test.each([
    ['nowhere, if nothing tells it', {}, [], { siteId: null, remoteId: null }],
    ['where its versions tell', { place: THERE }, [], THERE],
    [
      'to no site that is not here',
      { place: { siteId: 'gone', remoteId: 5 } },
      [],
      { siteId: null, remoteId: null },
    ],
    ['to the site that it is on its way to', {}, [upload()], HERE],
    [
      'where an upload has put it since',
      { place: HERE },
      [upload({ remoteId: 8 })],
      { ...HERE, remoteId: 8 },
    ],
    [
      'where it was kept last, not where an older upload had put it',
      { place: HERE },
      [upload({ remoteId: 8, state: 'done', createdAt: at(1), endedAt: at(2) })],
      HERE,
    ],
    [
      'where an upload that is still on its way has put it, although it was kept since',
      { place: HERE, postRevision: 9 },
      [upload({ remoteId: 8, state: 'failed', createdAt: at(1), endedAt: at(2) })],
      { ...HERE, remoteId: 8 },
    ],
    [
      'where an upload of a later save has put it, although the clock was ahead when it was kept',
      { place: HERE, keptAt: '2028-11-09T10:00:00.000Z', postRevision: 6 },
      [upload({ remoteId: 8, state: 'done', createdAt: at(40), endedAt: at(41) })],
      { ...HERE, remoteId: 8 },
    ],
  ] as const)('%s', (_, told, uploads, place) => {
    expect(placeOf(lost(version(10, 'а', told)), { ...ALONE, uploads })).toEqual(place);
  });
});

describe('brought back it becomes', () => {
  test('a draft of its newest version under its own id, which is looked for on the site before it is sent', () => {
    const { kind, post } = broughtBack(
      lost(version(10, 'Ново', { place: HERE }), version(2, 'Старо', { place: HERE })),
      ALONE,
    );
    expect(kind).toBe('again');
    expect(post).toEqual(
      aPost({
        fields: someFields({ body: 'Ново' }),
        ...{ createdAt: at(10), editedAt: at(10), newestRevision: 'v10', fromBackup: true },
      }),
    );
  });

  test('of a published post what differs from what the site confirmed, to be compared with the site first', () => {
    const confirmed = someFields({ body: 'На сайта', slug: 'kafe', status: 'publish' });
    const { post } = broughtBack(
      lost(
        version(10, 'Мое', { place: THERE }),
        version(5, 'На сайта', { place: THERE, kind: 'published', fields: confirmed }),
      ),
      ALONE,
    );
    expect(post).toMatchObject({
      ...{ id: 'post-1', siteId: 'site-1', remoteId: 5 },
      fields: { ...confirmed, body: 'Мое' },
      base: { fields: confirmed, token: NO_VERSION },
    });
    expect(isDraft(post)).toBe(true);
    expect(post).not.toHaveProperty('fromBackup');
  });

  test('no draft, if what the site confirmed is the newest', () => {
    const kept = version(5, 'На сайта', { place: THERE, kind: 'published' });
    expect(isDraft(broughtBack(lost(kept), ALONE).post)).toBe(false);
  });

  test('versions of the post that the site has brought here since, by its number or, in old versions, its address', () => {
    const there = aPost({ id: 'other', remoteId: 5 });
    const postAt = (siteId: string, remoteId: number) =>
      siteId === 'site-1' && remoteId === 5 ? there : undefined;
    expect(broughtBack(lost(version(5, 'а', { place: THERE })), { ...ALONE, postAt })).toEqual({
      kind: 'joins',
      post: there,
    });
    const published = version(5, 'а', { kind: 'published', fields: someFields({ slug: 'kafe' }) });
    const postsNamed = (slug: string) => (slug === 'kafe' ? [there] : []);
    expect(broughtBack(lost(published), { ...ALONE, postsNamed }).kind).toBe('joins');
    const two = () => [there, aPost({ id: 'another', remoteId: 6 })];
    expect(broughtBack(lost(published), { ...ALONE, postsNamed: two }).kind).toBe('again');
    const draft = { ...published, place: HERE };
    expect(broughtBack(lost(draft), { ...ALONE, postsNamed }).kind).toBe('again');
  });

  test('what was sent last, if that is newer, and is not taken for what arrives', () => {
    const { post } = broughtBack(lost(version(10, 'Старо')), { ...ALONE, uploads: [upload()] });
    expect(post.fields).toEqual(someFields({ body: 'Пратено' }));
    expect(post.revision).toBe(8);
  });

  test('the newest version whose text is whole', () => {
    const cut = version(10, 'Тръгнахме от', { words: 40 });
    const { post } = broughtBack(lost(cut, version(2, 'Тръгнахме')), ALONE);
    expect(post.fields.body).toBe('Тръгнахме');
    const none = version(2, '', { words: 30 });
    expect(broughtBack(lost(cut, none), ALONE).post.fields.body).toBe('Тръгнахме от');
  });
});

test.each([
  ['ahead when the version was kept', { keptAt: '2028-11-09T10:00:00.000Z', postRevision: 6 }, 'Пратено'],
  ['ahead when it was sent', { keptAt: '2024-11-09T10:00:00.000Z', postRevision: 8 }, 'Ново'],
])(
  'brought back it has the newer words of version and upload by the count of saves, if the clock was %s',
  (_, kept, body) => {
    const lostOne = lost(version(10, 'Ново', kept));
    expect(broughtBack(lostOne, { ...ALONE, uploads: [upload()] }).post).toMatchObject({
      fields: { body },
      revision: 1 + Math.max(7, kept.postRevision),
    });
  },
);
