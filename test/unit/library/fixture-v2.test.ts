import { cpSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { COLLECTIONS } from '../../../main/library/collections.ts';
import { must } from '../../support/must.ts';
import { openedLibrary } from '../../support/open-library.ts';
import { tempFolder } from '../../support/temp-folder.ts';

/** A version 2 library with shards, long texts and a journal, and what is in it. */
const FIXTURE = path.join(import.meta.dirname, '../../fixtures/library-v2');

test('a library that version 2 wrote is read whole, before and after its journal is compacted', async () => {
  const folder = await tempFolder();
  cpSync(path.join(FIXTURE, 'library'), folder, { recursive: true });
  const expected = JSON.parse(readFileSync(path.join(FIXTURE, 'expected.json'), 'utf8'));
  const names = COLLECTIONS.filter((name) => name in expected);
  expect(names).toEqual(Object.keys(expected));
  for (const time of ['as it is', 'after a compaction']) {
    const library = await openedLibrary(folder);
    must(await library.loaded);
    const found = names.map((name) => [
      name,
      Object.fromEntries(library.all(name).map((record) => [record.id, structuredClone(record)])),
    ]);
    expect(Object.fromEntries(found), time).toEqual(expected);
    expect(library.repairs).toEqual([]);
    expect(library.sequence).toBe(3);
    expect(await library.counts('comments', 'site-1')).toEqual({
      approved: 1,
      pending: 2,
      spam: 2,
      trash: 2,
    });
    await library.compact();
    await library.close();
  }
});
