import { describe, expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { tidyUp } from '../../../main/services/housekeeping.ts';
import { clearSite, releaseDrafts } from '../../../main/services/leave-site.ts';
import { RevisionService } from '../../../main/services/revisions.ts';
import { aPost, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { DAY, known, PUBLISHED, TOKEN, writing } from './writing.ts';

const MINUTE = 60_000;
const LONG = 'Тръгнахме от Смолян в пет и половина. '.repeat(100);

/** One post that someone writes in. */
async function history(post = aPost({ fields: someFields({ title: '', body: '' }) }), may = {}) {
  const desk = await writing([post], may);
  const service = new RevisionService(desk.library, desk.clock);
  const number = () => desk.post()?.revision ?? 0;
  return {
    ...desk,
    service,
    number,
    /** Saves this text after so many minutes. */
    async save(body: string, minutes = 0) {
      desk.clock.advance(minutes * MINUTE);
      const { title = '' } = desk.post()?.fields ?? {};
      must(await desk.posts.save({ postId: 'post-1', expectedRevision: number(), title, body }));
    },
    list: async (postId = 'post-1') => must(await service.list({ postId })),
    kinds: async () => must(await service.list({ postId: 'post-1' })).map(({ kind }) => kind),
    text: async (id = '') => must(await service.get({ revisionId: id })).fields.body,
    restore: (revisionId = '') => service.restore({ revisionId, expectedRevision: number() }),
  };
}

describe('a save', () => {
  test('keeps what it writes over, five minutes after the version before', async () => {
    const { save, list, text, clock } = await history();
    const start = clock.now().toISOString();
    await save('Едно');
    await save('Едно две', 5);
    await save('Едно две три', 1);
    await save('Едно две три четири', 4);
    const rows = await list();
    expect(rows.map(({ words, kind, status }) => [words, kind, status])).toEqual([
      [3, 'edited', 'draft'],
      [1, 'edited', 'draft'],
    ]);
    expect(rows[1]).toMatchObject({ at: start, changed: 4 });
    expect(rows[0]).toMatchObject({ at: new Date(Date.parse(start) + 6 * MINUTE).toISOString(), changed: 8 });
    expect(await text(rows[0]?.id)).toBe('Едно две три');
  });

  test('is on disk with the version that it keeps, or neither is', async () => {
    const { save, reopened, library } = await history();
    await save('Едно');
    const before = library.sequence;
    await save(LONG, 5);
    expect(library.sequence).toBe(before + 1);
    const again = await reopened();
    expect(again.all('revisions').map(({ fields }) => fields.body)).toEqual(['Едно']);
    expect(again.get('posts', 'post-1')?.newestRevision).toBe(again.all('revisions')[0]?.id);
  });

  test('that is refused keeps nothing', async () => {
    const { save, posts, kinds, clock } = await history();
    await save('Едно');
    clock.advance(10 * MINUTE);
    const refused = await posts.save({ postId: 'post-1', expectedRevision: 1, title: '', body: 'Друго' });
    expect(refused).toMatchObject({ ok: false, error: { kind: 'stale-write' } });
    expect(await kinds()).toEqual([]);
  });

  test('of a whole day of writing leaves one version an hour, the next day too', async () => {
    const { save, list, clock } = await history();
    for (let step = 0; step < 120; step += 1) await save(`Изречение ${step}`, 5);
    const rows = await list();
    expect(rows.length).toBeGreaterThan(12 + 8);
    expect(rows.length).toBeLessThan(24 + 10);
    clock.advance(23 * 60 * MINUTE);
    await save('Утро');
    expect((await list()).length).toBeGreaterThan(8);
    expect((await list()).length).toBeLessThan(14);
  });

  test('under a clock that is suddenly years ahead thins nothing', async () => {
    const { save, list, clock, library } = await history();
    await tidyUp(library, clock);
    for (let step = 0; step < 12; step += 1) await save(`Изречение ${step}`, 5);
    const before = await list();
    clock.set('2035-01-01T00:00:00.000Z');
    await tidyUp(library, clock);
    for (let step = 0; step < 3; step += 1) await save(`После ${step}`, 5);
    expect((await list()).slice(-before.length)).toEqual(before);
  });
});

test('after a kill, and after a compaction and a restart, every version is there, equal texts in one file', async () => {
  const { save, list, library, folder, clock } = await history();
  await save(LONG);
  await save(`${LONG} две`, 6);
  const rows = await list();
  await library.compact();
  expect(await list()).toEqual(rows);
  await library.close();
  const again = await openedLibrary(folder);
  must(await again.loaded);
  const reopened = new RevisionService(again, clock);
  expect(must(await reopened.list({ postId: 'post-1' }))).toEqual(rows);
  expect(must(await reopened.get({ revisionId: rows[0]?.id ?? '' })).fields.body).toBe(LONG);
  expect(again.repairs).toEqual([]);
});

describe('restoring', () => {
  test('puts the words back as a save, keeps what was there, and is itself undone so', async () => {
    const { save, list, restore, post, kinds, number, text } = await history();
    await save('Едно');
    await save('Две', 6);
    const [first] = await list();
    const before = number();
    const { post: detail, before: kept } = must(await restore(first?.id));
    expect(detail).toMatchObject({ fields: { body: 'Едно' }, revision: before + 1 });
    expect(await kinds()).toEqual(['before-restore', 'edited']);
    expect(await text(kept)).toBe('Две');
    must(await restore(kept));
    expect(post()?.fields.body).toBe('Две');
    expect(post()?.revision).toBe(before + 2);
  });

  test('names the version that is kept already where nothing was written since', async () => {
    const { save, list, restore, kinds } = await history();
    await save('Едно');
    await save('Две', 6);
    await save('Три', 6);
    const [, first] = await list();
    must(await restore(first?.id));
    const [newest] = await list();
    const again = must(await restore(newest?.id));
    expect(await kinds()).toContain('before-restore');
    expect(again.before).not.toBe('');
  });

  test('leaves status and address of a post that a site has as they are', async () => {
    const { save, list, restore, post, library } = await history(known());
    await save('Друго', 6);
    const there = post();
    const moved = { slug: 'drugo', status: 'private' as const };
    await library.transact((tx) =>
      ok(there && tx.put('posts', { ...there, fields: { ...there.fields, ...moved } })),
    );
    const [first] = await list();
    must(await restore(first?.id));
    expect(post()?.fields).toEqual({ ...PUBLISHED, ...moved });
  });

  test('brings the address of a post that no site has, and never its status', async () => {
    const { save, list, restore, post, library } = await history(
      aPost({ fields: someFields({ slug: 'staro', body: 'Старо' }) }),
    );
    await save('Ново', 6);
    const draft = post();
    await library.transact((tx) =>
      ok(
        draft && tx.put('posts', { ...draft, fields: { ...draft.fields, slug: 'novo', status: 'pending' } }),
      ),
    );
    const [first] = await list();
    must(await restore(first?.id));
    expect(post()?.fields).toMatchObject({ body: 'Старо', slug: 'staro', status: 'pending' });
  });
});

describe('restoring is refused', () => {
  test.each([
    ['a version that is gone', 'nothing', 0, { kind: 'not-found', what: 'revision' }],
    ['a post that moved on', '', 1, { kind: 'stale-write' }],
  ])('for %s, and changes nothing', async (_what, id, off, error) => {
    const { save, list, service, number, library } = await history();
    await save('Едно');
    await save('Две', 6);
    const [first] = await list();
    const before = library.sequence;
    const asked = { revisionId: id || (first?.id ?? ''), expectedRevision: number() - off };
    expect(await service.restore(asked)).toMatchObject({ ok: false, error });
    expect(library.sequence).toBe(before);
  });

  test('where the post may only be read', async () => {
    const { save, list, restore } = await history(known(), { editPublishedPosts: false });
    await save('Друго', 6);
    const [first] = await list();
    expect(await restore(first?.id)).toMatchObject({ ok: false, error: { reason: 'read-only' } });
  });
});

describe('two versions', () => {
  const theirs = { ...PUBLISHED, body: 'Тяхното' };
  const conflict = {
    fields: theirs,
    token: { ...TOKEN, revisionId: 51 },
    noticedAt: '2026-11-09T11:00:00.000Z',
  };
  const mine = known({ fields: { ...PUBLISHED, body: 'Моето' }, conflict });

  test.each([
    ['mine', 'Тяхното'],
    ['theirs', 'Моето'],
  ] as const)('keeping %s leaves the other among the versions', async (keep, lost) => {
    const { posts, list, text } = await history(mine);
    must(await posts.resolveConflict({ postId: 'post-1', keep }));
    const rows = await list();
    expect(rows.map(({ kind }) => kind)).toEqual(['conflict']);
    expect(await text(rows[0]?.id)).toBe(lost);
  });
});

describe('versions go', () => {
  const old = { editedAt: '2026-01-01T00:00:00.000Z', createdAt: '2026-01-01T00:00:00.000Z' };

  test('with a removed draft, once its thirty days are over', async () => {
    const { save, posts, list, library, clock } = await history();
    await save('Едно');
    await save('Две', 6);
    must(await posts.remove({ postId: 'post-1' }));
    await tidyUp(library, clock);
    expect(await list()).toHaveLength(1);
    clock.advance(31 * DAY);
    await tidyUp(library, clock);
    expect(library.all('revisions')).toEqual([]);
  });

  test('with a site, except those of drafts that stay', async () => {
    const { library, clock, posts } = await history(known(old));
    await library.transact((tx) =>
      ok(tx.put('posts', known({ ...old, id: 'post-2', fields: { ...PUBLISHED, body: 'Моето' } }))),
    );
    must(await posts.save({ postId: 'post-2', expectedRevision: 1, title: 'Кафе', body: 'Мое' }));
    must(await posts.save({ postId: 'post-1', expectedRevision: 1, title: 'Кафе', body: 'Мое' }));
    const same = { title: PUBLISHED.title, body: PUBLISHED.body };
    must(await posts.save({ postId: 'post-1', expectedRevision: 2, ...same }));
    expect(library.all('revisions').map(({ postId }) => postId)).toEqual(['post-2', 'post-1']);
    await library.transact((tx) => {
      releaseDrafts(tx, 'site-1', clock);
      clearSite(tx, 'site-1');
      return ok(null);
    });
    expect(library.all('revisions').map(({ postId }) => postId)).toEqual(['post-2']);
  });

  test('thinned at start, also where nobody writes any more', async () => {
    const { save, list, library, clock } = await history();
    await tidyUp(library, clock);
    for (let step = 0; step < 24; step += 1) await save(`Изречение ${step}`, 5);
    const before = (await list()).length;
    for (let days = 0; days < 2; days += 1) {
      clock.advance(1.5 * DAY);
      await tidyUp(library, clock);
    }
    expect(before).toBeGreaterThan(10);
    expect(await list()).toHaveLength(1);
  });
});
