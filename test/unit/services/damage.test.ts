import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
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
