import { describe, expect, test } from 'vitest';
import { tidyUp } from '../../../main/services/housekeeping.ts';
import { RevisionService } from '../../../main/services/revisions.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { history } from './post-history.ts';
import { known, PUBLISHED, TOKEN } from './writing.ts';

const LONG = 'Тръгнахме от Смолян в пет и половина. '.repeat(100);
const MINUTE = 60_000;

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

test('whatever the clock says, what was kept last is the first', async () => {
  const { save, list, text, clock } = await history();
  await save('Едно');
  clock.set('2035-01-01T00:00:00.000Z');
  await save('Едно две', 5);
  clock.set('2024-01-01T00:00:00.000Z');
  await save('Едно две три', 5);
  await save('Едно две три четири', 5);
  const texts = await Promise.all((await list()).map(({ id }) => text(id)));
  expect(texts).toEqual(['Едно две три', 'Едно две', 'Едно']);
});

test('what a site dates ahead, as of a scheduled post, is not above what was written here since', async () => {
  const { save, list, clock } = await history(known({ editedAt: '2027-06-01T10:00:00.000Z' }));
  await save('Моето', 10);
  const pulled = clock.now().toISOString();
  await save('Моето и още', 10);
  expect(await list()).toMatchObject([
    { at: pulled, words: 1 },
    { at: pulled, words: 3 },
  ]);
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
