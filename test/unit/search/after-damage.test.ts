import path from 'node:path';
import { expect, test } from 'vitest';
import { ok } from '../../../main/domain/result.ts';
import { aComment, aSite } from '../../support/builders.ts';
import { eventually } from '../../support/eventually.ts';
import { must } from '../../support/must.ts';
import { PowerLossDisk } from '../../support/power-loss-disk.ts';
import { FOLDER, inMemory } from '../../support/small-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';
import { openSearch } from './open-search.ts';

const SHARD = path.join(FOLDER, 'comments/000001.ndjson');

test('what damage took is found and counted no more, and the index is built for it once', async () => {
  const disk = new PowerLossDisk();
  const library = await inMemory(disk);
  must(
    await library.transact((tx) => {
      tx.put('sites', aSite());
      for (let n = 0; n < 502; n += 1) {
        const raw = n < 499 ? 'hay' : `needle ${n}`;
        tx.put('comments', aComment({ id: `site-1/${n}`, remoteId: n + 1, raw, rendered: raw }));
      }
      return ok(null);
    }),
  );
  await library.compact();
  const folder = await tempFolder();
  const before = openSearch(library, folder);
  await before.built();
  expect((await before.find('needle')).totals.comments).toBe(3);
  await before.stop();
  await library.close();
  disk.remove(SHARD);
  for (const builds of [true, false]) {
    const left = await inMemory(disk);
    const search = openSearch(left, folder);
    await search.built();
    await eventually(async () => {
      const { hits, totals } = await search.find('needle');
      expect([hits.comments.map(({ id }) => id), totals.comments]).toEqual([['site-1/499'], 1]);
    });
    expect(search.building.mock.calls.length > 0).toBe(builds);
    await search.stop();
    await left.close();
  }
});
