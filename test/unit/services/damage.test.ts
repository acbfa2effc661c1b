import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import type { CollectionName } from '../../../main/library/collections.ts';
import { damageOf } from '../../../main/services/damage.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

test('a folder in which there must have been a library is not shown as a new one', async () => {
  const folder = await tempFolder();
  await mkdir(path.join(folder, 'quarantine'));
  const library = await openedLibrary(folder);
  const damage = damageOf(await library.openReports(), library, false);
  expect(damage?.losses).toEqual([{ what: 'others', kept: 0, lost: null }]);
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
  const damage = damageOf([report('clockReadings', 'contacts', 'setAside', 'decisions')], library, false);
  expect(damage?.losses).toEqual([{ what: 'decisions', kept: 0, lost: 1 }]);
});
