import { rm } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { tidyUp } from '../../../main/services/housekeeping.ts';
import { releaseDrafts } from '../../../main/services/leave-site.ts';
import { RevisionService } from '../../../main/services/revisions.ts';
import { aPost, aRevision, someFields } from '../../support/builders.ts';
import { must } from '../../support/must.ts';
import { LONG } from './damaged-library.ts';
import { losing, OPENED, reopened } from './losing.ts';
import { DAY, known, PUBLISHED, remote, writing } from './writing.ts';

const TEXTS = ['Едно', 'Едно и две', `${LONG}Край.`, 'Друго'];
const draft = (over = {}) => aPost({ fields: someFields({ title: 'Три дни', body: '' }), ...over });

test('a draft that damage took is told, with what is left of it, and comes back with all of it', async () => {
  const folder = await losing([draft(), draft({ id: 'post-2', siteId: null })], TEXTS);
  const desk = await reopened(folder);
  expect((await desk.state()).damage?.losses).toEqual([{ what: 'posts', kept: 0, lost: 2, back: 0 }]);
  const row = { title: 'Три дни', excerpt: '', versions: 4, words: 421, joins: false };
  expect(await desk.lost()).toEqual([
    expect.objectContaining({ ...row, postId: 'post-2', siteId: null, language: 'bg' }),
    expect.objectContaining({ ...row, postId: 'post-1', siteId: 'site-1', language: 'bg-BG' }),
  ]);
  const versions = must(await desk.service.list({ postId: 'post-1' }));

  expect(await desk.bringBack('post-1')).toEqual([{ postId: 'post-1', joined: false }]);
  expect(must(await desk.posts.get({ postId: 'post-1' }))).toMatchObject({
    ...{ siteId: 'site-1', status: 'draft', sync: 'local', editedAt: versions[0]?.at },
    fields: someFields({ title: 'Три дни', body: TEXTS[2] ?? '' }),
  });
  expect(must(await desk.service.list({ postId: 'post-1' }))).toEqual(versions);
  expect((await desk.lost()).map(({ postId }) => postId)).toEqual(['post-2']);
  expect(desk.library.all('operations')).toEqual([]);
  await desk.library.close();

  const again = await reopened(folder);
  expect(again.post()?.fields.body).toBe(TEXTS[2]);
  expect(await again.bringBack()).toEqual([{ postId: 'post-2', joined: false }]);
  expect(await again.bringBack()).toEqual([]);
  expect(await again.lost()).toEqual([]);
});

test('of one whose newest text is damaged, too, it is told what would come back', async () => {
  const folder = await losing([draft()], TEXTS);
  await rm(path.join(folder, 'bodies'), { recursive: true });
  const desk = await reopened(folder);
  const [row] = await desk.lost();
  expect(row).toMatchObject({ title: 'Три дни', versions: 3, words: 3 });
  expect(await desk.bringBack('post-1')).toHaveLength(1);
  expect(desk.post()).toMatchObject({ fields: { body: TEXTS[1] }, editedAt: row?.at });
});

test('words from a site whose date lies ahead, as of a scheduled post, are not taken for the newest', async () => {
  const fields = someFields({ title: 'Три дни', body: 'Както беше на сайта' });
  const folder = await losing([draft({ fields, editedAt: '2027-06-01T10:00:00.000Z' })], TEXTS);
  const desk = await reopened(folder);
  expect(await desk.lost()).toMatchObject([{ versions: 4, words: 421 }]);
  await desk.bringBack('post-1');
  expect(desk.post()?.fields.body).toBe(TEXTS[2]);
});

test('a clock that was two years ahead once does not make old words the newest', async () => {
  const folder = await losing([draft()], ['Старо', 'Старо и две'], async ({ posts, post, clock }) => {
    clock.set('2028-11-10T10:00:00.000Z');
    for (const body of ['Ново', 'Ново и две', 'Ново и три', 'Друго']) {
      const expectedRevision = post()?.revision ?? 0;
      must(await posts.save({ postId: 'post-1', expectedRevision, title: 'Три дни', body }));
      if (body === 'Ново') clock.set('2026-11-10T12:00:00.000Z');
      clock.advance(600_000);
    }
  });
  const desk = await reopened(folder);
  expect(desk.library.all('revisions').some(({ keptAt }) => keptAt.startsWith('2028'))).toBe(true);
  await desk.bringBack('post-1');
  expect(desk.post()?.fields.body).toBe('Ново и три');
});

test('it waits for a decision through acknowledging, starts and months', async () => {
  const folder = await losing([draft()], TEXTS);
  const first = await reopened(folder);
  must(await first.health.acknowledgeDamage());
  await first.library.compact();
  await first.library.close();
  const later = await reopened(folder, '2027-06-01T10:00:00.000Z');
  later.clock.advance(2 * DAY);
  await tidyUp(later.library, later.clock);
  expect((await later.state()).damage).toBeNull();
  expect(await later.lost()).toMatchObject([{ postId: 'post-1', versions: 4 }]);
});

test('one that its author had removed is not told, and what is left of it goes as it would have gone with it', async () => {
  const folder = await losing([draft()], TEXTS, ({ posts }) => posts.remove({ postId: 'post-1' }));
  const desk = await reopened(folder, '2026-11-11T10:00:00.000Z');
  expect(await desk.lost()).toEqual([]);
  expect(desk.library.all('revisions').length).toBeGreaterThan(0);
  for (const days of [40, 1]) {
    desk.clock.advance(days * DAY);
    await tidyUp(desk.library, desk.clock);
  }
  expect(desk.library.all('revisions')).toEqual([]);
});

test('one that was removed for good leaves nothing to be told', async () => {
  const folder = await losing(
    [draft(), draft({ id: 'post-2' })],
    TEXTS,
    async ({ posts, library, clock }) => {
      must(await posts.remove({ postId: 'post-1' }));
      for (const days of [31, 1]) {
        clock.advance(days * DAY);
        await tidyUp(library, clock);
      }
      await library.transact((tx) => ok(tx.put('posts', draft()))); // for the damage to take
    },
  );
  expect((await (await reopened(folder)).lost()).map(({ postId }) => postId)).toEqual(['post-2']);
});

test('discarding one can be taken back, and otherwise it goes after thirty days', async () => {
  const folder = await losing([draft(), draft({ id: 'post-2' })], TEXTS);
  const { service, lost, clock, library } = await reopened(folder);
  must(await service.discardLost({ postId: 'post-1' }));
  expect((await lost()).map(({ postId }) => postId)).toEqual(['post-2']);
  expect(await service.discardLost({ postId: 'post-1' })).toMatchObject({ ok: false });
  must(await service.keepLost({ postId: 'post-1' }));
  expect(await lost()).toHaveLength(2);
  must(await service.discardLost({ postId: 'post-1' }));
  for (const days of [31, 1]) {
    clock.advance(days * DAY);
    await tidyUp(library, clock);
  }
  expect([...new Set(library.all('revisions').map(({ postId }) => postId))]).toEqual(['post-2']);
});

test('to keep one that is here after all does not bring a removed one back', async () => {
  const { library, posts, clock } = await writing([draft()]);
  const { title } = draft().fields;
  must(await posts.save({ postId: 'post-1', expectedRevision: 1, title, body: 'Едно' }));
  clock.advance(600_000);
  must(await posts.save({ postId: 'post-1', expectedRevision: 2, title, body: 'Две' }));
  must(await posts.remove({ postId: 'post-1' }));
  const service = new RevisionService(library, clock);
  must(await service.keepLost({ postId: 'post-1' }));
  const removed = library.all('revisions').map(({ removedAt }) => removedAt);
  expect(removed).toContain(clock.now().toISOString());
  expect(removed).not.toContain(undefined);
});

test('changes to a post that the site has come back on top of what it had, and are not sent', async () => {
  const folder = await losing([known()], ['<p>Мое</p>', '<p>Мое и още</p>', 'Друго']);
  const { bringBack, post, posts, library } = await reopened(folder);
  expect(await bringBack()).toEqual([{ postId: 'post-1', joined: false }]);
  expect(post()).toMatchObject({ remoteId: 5, fields: { ...PUBLISHED, body: '<p>Мое и още</p>' } });
  expect(must(await posts.get({ postId: 'post-1' }))).toMatchObject({ status: 'publish', sync: 'changed' });
  expect(library.all('operations')).toEqual([]);
});

test('where the site has brought the post here since, its words stay and those of before are versions of it', async () => {
  const folder = await losing([known()], ['<p>Мое</p>', '<p>Мое и още</p>', 'Друго']);
  const { bringBack, lost, library, service, post } = await reopened(folder);
  expect(must(await service.lost())).toMatchObject({ total: 1, joining: 0 });
  const there = known({ id: 'there', remote: remote() });
  await library.transact((tx) => ok(tx.put('posts', there)));
  expect(await lost()).toMatchObject([{ postId: 'post-1', joins: true, siteId: 'site-1' }]);
  expect(must(await service.lost())).toMatchObject({ total: 1, joining: 1 });
  expect(await bringBack('post-1')).toEqual([{ postId: 'there', joined: true }]);
  expect(library.all('posts')).toEqual([{ ...there, newestRevision: expect.any(String) }]);
  const [newest, ...others] = must(await service.list({ postId: 'there' }));
  expect(newest).toMatchObject({ kind: 'conflict' });
  expect(others).toHaveLength(2);
  expect(must(await service.get({ revisionId: newest?.id ?? '' })).fields.body).toBe('<p>Мое и още</p>');
  must(await service.restore({ revisionId: newest?.id ?? '', expectedRevision: 1 }));
  expect(post('there')?.fields.body).toBe('<p>Мое и още</p>');
});

test('its versions do not take the place of one that was kept since, and no text is kept twice', async () => {
  const folder = await losing([known()], ['<p>Мое</p>', '<p>Мое и още</p>', 'Друго']);
  const { bringBack, library, post, posts, service, clock } = await reopened(folder);
  const [at, keptAt] = [OPENED, OPENED];
  const since = aRevision({ id: 'since', postId: 'there', at, keptAt, fields: PUBLISHED });
  await library.transact((tx) => {
    tx.put('revisions', since);
    return ok(tx.put('posts', known({ id: 'there', remote: remote(), newestRevision: since.id })));
  });
  await bringBack('post-1');
  expect(post('there')).toMatchObject({ fields: PUBLISHED, newestRevision: 'since' });
  clock.advance(600_000);
  must(await posts.save({ postId: 'there', expectedRevision: 1, title: PUBLISHED.title, body: 'Ново' }));
  const versions = must(await service.list({ postId: 'there' }));
  expect(versions.map(({ kind }) => kind)).toEqual([since.kind, 'conflict', 'edited', 'edited']);
});

test.each(['2024', '2028'])('also if the clock showed %s when that one was kept', async (year) => {
  const folder = await losing([known()], ['<p>Мое</p>', '<p>Мое и още</p>', 'Друго']);
  const { bringBack, library, post } = await reopened(folder);
  const [at, keptAt] = [`${year}-12-01T10:00:00.000Z`, `${year}-12-01T10:00:00.000Z`];
  const since = aRevision({ id: 'since', postId: 'there', at, keptAt, fields: PUBLISHED });
  // Its words are those of the lost post: nothing new is kept by bringing that back.
  const fields = { ...PUBLISHED, body: '<p>Мое и още</p>' };
  await library.transact((tx) => {
    tx.put('revisions', since);
    return ok(tx.put('posts', known({ id: 'there', remote: remote(), fields, newestRevision: since.id })));
  });
  await bringBack('post-1');
  expect(post('there')?.newestRevision).toBe('since');
});

test('what waits for the site with newer words than it was made with comes back with these', async () => {
  const folder = await losing([draft()], ['Едно', 'Две', 'Три'], async ({ posts, post, clock }) => {
    const send = async () =>
      must(await posts.send({ postId: 'post-1', expectedRevision: post()?.revision ?? 0, status: 'draft' }));
    await send();
    for (const body of ['Четири', 'Пет']) {
      clock.advance(600_000);
      const expectedRevision = post()?.revision ?? 0;
      must(await posts.save({ postId: 'post-1', expectedRevision, title: 'Три дни', body }));
    }
    await send();
  });
  const { bringBack, post, library } = await reopened(folder);
  await bringBack();
  expect(library.all('operations')).toMatchObject([{ task: { fields: { body: 'Пет' } } }]);
  expect(post()?.fields.body).toBe('Пет');
});

test('of a post without a title its first words are told, and of a site that is not here none', async () => {
  const untitled = draft({ fields: someFields({ title: '', body: '' }) });
  const folder = await losing([untitled], ['<p>Влакът чака.</p>', 'Друго'], ({ library }) =>
    library.transact((tx) => ok(tx.remove('sites', 'site-1'))),
  );
  const { lost, bringBack, post } = await reopened(folder);
  expect(await lost()).toMatchObject([{ title: '', excerpt: 'Влакът чака.', siteId: null }]);
  await bringBack();
  expect(post()).toMatchObject({ siteId: null, fields: { body: '<p>Влакът чака.</p>' } });
});

test('of a site that was left it is none, also if that is connected again', async () => {
  const folder = await losing([known()], ['<p>Мое</p>', '<p>Мое и още</p>', 'Друго'], ({ library, clock }) =>
    library.transact((tx) => ok(releaseDrafts(tx, 'site-1', clock))),
  );
  expect(await (await reopened(folder)).lost()).toMatchObject([{ siteId: null, joins: false }]);
});
