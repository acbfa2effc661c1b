import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import type { CollectionName } from '../../../main/library/collections.ts';
import type { Repair } from '../../../main/library/repairs.ts';
import { damageOf } from '../../../main/services/damage.ts';
import { aRevision, aSite } from '../../support/builders.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

test('a folder in which there must have been a library is not shown as a new one', async () => {
  const folder = await tempFolder();
  await mkdir(path.join(folder, 'quarantine'));
  const library = await openedLibrary(folder);
  const damage = damageOf(await library.openReports(), library, true, 0);
  expect(damage?.losses).toEqual([{ what: 'all', kept: 0, lost: null, back: 0 }]);
});

test('what is made anew by itself is no loss to anybody', async () => {
  const library = await openedLibrary(await tempFolder());
  const lost = (collection: CollectionName) => ({
    ...({ what: 'shard', collection, quarantined: null, kept: 0, lost: 1 } as const),
    file: `${collection}/000000.ndjson`,
  });
  const report = (...collections: CollectionName[]) => ({
    ...{ place: 'quarantine/now', foundAt: '2026-11-10T10:00:00.000Z', acknowledged: 0 },
    repairs: collections.map(lost),
  });
  const damage = damageOf([report('clockReadings', 'contacts', 'setAside', 'decisions')], library, true, 0);
  expect(damage?.losses).toEqual([{ what: 'decisions', kept: 0, lost: 1, back: 0 }]);
});

test('damage that nobody has acknowledged is not made smaller by what happens to the same file later', async () => {
  const library = await openedLibrary(await tempFolder());
  const report = (lost: number | null, acknowledged = 0) => ({
    ...{ place: 'quarantine/now', foundAt: '2026-11-10T10:00:00.000Z', acknowledged },
    repairs: [
      {
        ...({ what: 'shard', collection: 'comments', file: 'comments/000000.ndjson' } as const),
        ...{ quarantined: null, kept: 9, lost },
      },
    ],
  });
  const told = (...reports: ReturnType<typeof report>[]) => damageOf(reports, library, true, 0)?.losses;
  const comments = (lost: number | null) => [{ what: 'comments', kept: 9, lost, back: 0 }];
  expect(told(report(3), report(3))).toEqual(comments(3));
  expect(told(report(3), report(1))).toEqual(comments(3));
  expect(told(report(null), report(1))).toEqual(comments(null));
  expect(told(report(3, 1), report(1))).toEqual(comments(1));
});

test.each<[string, Partial<Repair>, object]>([
  [
    'of an index: nobody can say which files it named',
    { what: 'index', lost: null },
    { what: 'files', lost: null },
  ],
  ['of a journal: the last changes', { what: 'journal', lost: 2 }, { what: 'changes', lost: 2 }],
  [
    'of a journal that holds everything: all',
    { what: 'journal', lost: null, fromBeginning: true },
    { what: 'all', lost: null },
  ],
  ['of a manifest: all that was beside it', { what: 'manifest', lost: null }, { what: 'all', lost: null }],
])('what is lost %s', async (_what, over, loss) => {
  const library = await openedLibrary(await tempFolder());
  const repair = { ...{ collection: null, file: 'x', quarantined: null, kept: 0, lost: 0 }, ...over };
  const report = {
    ...{ place: 'quarantine/now', foundAt: '2026-11-10T10:00:00.000Z', acknowledged: 0 },
    repairs: [{ what: 'shard' as const, ...repair }],
  };
  expect(damageOf([report], library, true, 0)?.losses).toMatchObject([loss]);
});

test('as long as one of the lost posts is missed not all are back, however often a report names them', async () => {
  const library = await openedLibrary(await tempFolder());
  await library.transact((tx) => ok(tx.put('revisions', aRevision({ postId: 'a' }))));
  const report = {
    ...{ place: 'quarantine/now', foundAt: '2026-11-10T10:00:00.000Z', acknowledged: 0 },
    lostPosts: ['a', 'b', 'c'],
    repairs: [
      {
        ...({ what: 'shard', collection: 'posts', file: 'posts/000000.ndjson' } as const),
        ...{ quarantined: null, kept: 0, lost: 2 },
      },
    ],
  };
  expect(damageOf([report], library, true, 0)?.losses).toMatchObject([{ what: 'posts', lost: 2, back: 1 }]);
});

test('a lost site counts as back once one was connected since', async () => {
  const library = await openedLibrary(await tempFolder());
  const connect = (id: string, connectedAt: string) =>
    library.transact((tx) => ok(tx.put('sites', aSite({ id, connectedAt }))));
  await connect('other', '2026-11-09T10:00:00.000Z');
  const report = {
    ...{ place: 'quarantine/now', foundAt: '2026-11-10T10:00:00.000Z', acknowledged: 0 },
    repairs: [
      {
        ...({ what: 'shard', collection: 'sites', file: 'sites/000000.ndjson' } as const),
        ...{ quarantined: null, kept: 1, lost: 1 },
      },
    ],
  };
  const back = () => damageOf([report], library, true, 0)?.losses.map((loss) => loss.back);
  expect(back()).toEqual([0]);
  await connect('again', '2026-11-10T10:05:00.000Z');
  expect(back()).toEqual([1]);
  await connect('one more', '2026-11-10T10:06:00.000Z');
  expect(back()).toEqual([1]);
});

test('a post of which several texts are damaged is told once, and texts of versions as versions', async () => {
  const library = await openedLibrary(await tempFolder());
  const body = (name: string, collection: CollectionName, ids?: string[]) => ({
    ...({ what: 'body', collection, quarantined: null, kept: 0, lost: 1, ids } as const),
    file: `bodies/${name}.txt`,
  });
  const repairs = [
    ...[body('words', 'posts', ['a']), body('as-on-site', 'posts', ['a']), body('same', 'posts', ['b', 'c'])],
    ...[body('older', 'revisions', []), body('oldest', 'revisions')],
    body('of-both', 'revisions', ['c']),
  ];
  const report = { place: 'quarantine/now', foundAt: '2026-11-10T10:00:00.000Z', acknowledged: 0, repairs };
  expect(damageOf([report], library, true, 0)?.losses).toEqual([
    { what: 'texts', kept: 0, lost: 3, back: 0 },
    { what: 'revisions', kept: 0, lost: 2, back: 0 },
  ]);
});
